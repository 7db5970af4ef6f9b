using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Query;

/// <summary>The fields of a record, read off its JSON contract: what an answer shows, a query can name.</summary>
/// <remarks>The contract was generated at build time, so nothing here looks at types by reflection.</remarks>
internal sealed class FieldSet
{
    private readonly Dictionary<string, Field> byName = new(StringComparer.Ordinal);
    private readonly List<Field> all = [];

    private readonly Dictionary<string, Field> standIns = new(StringComparer.Ordinal);

    private FieldSet(JsonTypeInfo? contract, IReadOnlyDictionary<string, string> aliases)
    {
        if (contract is not null)
            Add(contract, [], [], [contract.Type]);
        foreach (var field in all)
            byName.Add(field.Path, field);
        foreach (var field in all)
            byName.TryAdd(field.Alias, field);
        foreach (var (name, path) in aliases)
            if (!byName.TryAdd(name, byName[path]))
                standIns.Add(name, byName[path]);
    }

    /// <summary>No fields: of a list that is cut into pages and nothing more.</summary>
    public static FieldSet None { get; } = new(null, new Dictionary<string, string>());

    /// <summary>Every field, in the order of the contract, outer ones before those in them.</summary>
    public IReadOnlyList<Field> All => all;

    /// <summary>The values that stand for objects, by the names of these.</summary>
    public IReadOnlyDictionary<string, Field> StandIns => standIns;

    /// <summary>The fields that hold values.</summary>
    public IEnumerable<Field> Scalars => all.Where(known => known.Kind != FieldKind.Whole);

    /// <summary>The fields that a list can be sorted by: one value for each record.</summary>
    public IEnumerable<Field> Sortable => Scalars.Where(known => !known.Many);

    /// <summary>True when a field is a column of a table of all fields: each value once, and as JSON what is more than a value or a list of
    /// them.</summary>
    public bool IsColumn(Field field) => field.StandsOnce && (field.Kind != FieldKind.Whole || field.Many || !HasInner(field));

    /// <summary>True when a field is an object, or a list of objects, whose members are fields.</summary>
    public bool HasInner(Field field) => all.Exists(inner => inner.Path.StartsWith($"{field.Path}.", StringComparison.Ordinal));

    /// <summary>The field with a path, or with its other spelling; null when there is none.</summary>
    public Field? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The same where only a value makes sense: for the name of an object the value that stands for it, if one does.</summary>
    public Field? FindValue(string name) => standIns.GetValueOrDefault(name) ?? Find(name);

    /// <summary>The fields of the records that a contract describes.</summary>
    /// <param name="contract">The contract.</param>
    /// <param name="aliases">Other names, with the paths that they stand for.</param>
    public static FieldSet Of(JsonTypeInfo contract, IReadOnlyDictionary<string, string>? aliases = null) =>
        new(contract, aliases ?? new Dictionary<string, string>());

    private void Add(JsonTypeInfo contract, string[] path, FieldStep[] steps, Type[] above)
    {
        foreach (var property in contract.Properties)
        {
            if (property.Get is not { } get)
                continue;

            var whole = contract.Options.GetTypeInfo(property.PropertyType);
            var member = contract.Options.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);
            var lists = member.Kind is JsonTypeInfoKind.Enumerable;
            if (lists)
                member = contract.Options.GetTypeInfo(member.ElementType!);
            string[] names = [.. path, property.Name];
            FieldStep[] way = [.. steps, new(get, lists)];
            all.Add(Make(string.Join('.', names), member, way, whole));
            if (member.Kind is JsonTypeInfoKind.Object && !above.Contains(member.Type))
                Add(member, names, way, [.. above, member.Type]); // a tree has no end
        }
    }

    private static Field Make(string path, JsonTypeInfo member, FieldStep[] way, JsonTypeInfo whole)
    {
        if (member.Type.IsEnum)
            return OfCodes(path, member, way, whole);
        var (kind, normalize) = KindOf(member);
        return new(path, kind, [], way, normalize, whole);
    }

    /// <summary>An enumeration is the text that its contract writes.</summary>
    private static Field OfCodes(string path, JsonTypeInfo member, FieldStep[] way, JsonTypeInfo whole)
    {
        var codes = Enum.GetValuesAsUnderlyingType(member.Type)
            .Cast<object>()
            .Select(number => Enum.ToObject(member.Type, number))
            .ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, member).GetString()!);
        return new(path, FieldKind.Text, [.. codes.Values], way, value => codes[value], whole);
    }

    private static (FieldKind Kind, Func<object, object> Normalize) KindOf(JsonTypeInfo member) =>
        member.Type switch
        {
            var type when type == typeof(string) => (FieldKind.Text, value => value),
            var type when type == typeof(decimal) => (FieldKind.Number, value => value),
            var type when type == typeof(int) => (FieldKind.Number, value => (decimal)(int)value),
            var type when type == typeof(long) => (FieldKind.Number, value => (decimal)(long)value),
            var type when type == typeof(bool) => (FieldKind.Boolean, value => value),
            var type when type == typeof(DateOnly) => (FieldKind.Date, value => value),
            var type when type == typeof(DateTimeOffset) => (FieldKind.Instant, value => value),
            var type when type == typeof(ReleaseVersion) => (FieldKind.Version, value => value),
            var type when type == typeof(JsonElement) || member.Kind is not JsonTypeInfoKind.None => (FieldKind.Whole, value => value),
            var type => throw new InvalidOperationException($"No kind of field holds a {type}."),
        };
}
