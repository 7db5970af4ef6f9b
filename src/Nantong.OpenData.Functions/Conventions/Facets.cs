using System.Text.Json;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>Which values fields have, and how often, in the records that a filter lets pass.</summary>
/// <param name="Total">Number of those records.</param>
/// <param name="Facets">For each field its values, the most frequent first. A record counts once for each value that it has.</param>
public sealed record FacetCounts(int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);

/// <summary>One value of a field.</summary>
/// <param name="Value">The value: text, number or boolean; null for records that have none.</param>
/// <param name="Count">Number of records that have it.</param>
public sealed record FacetValue(JsonElement? Value, int Count);

/// <summary>Counts values.</summary>
internal static class Facets
{
    /// <summary>Most fields in a request.</summary>
    public const int MaxFields = 20;

    private const string Rule = "fields of this collection that hold values, with commas between them";

    /// <summary>Counts the values of a release's collection, as a request asks.</summary>
    public static Results<Representation<FacetCounts>, Problem> Count<T>(
        this PinnedRelease release, IReadOnlyList<T> all, Collection<T> collection, bool moves = false) where T : notnull =>
        Count(all, collection.Fields, collection.Askable.Categories, release.Address).Try(out var counted, out var error)
            ? new Representation<FacetCounts>(counted.Counts, Wire.Json.FacetCounts, release)
            {
                Warnings = counted.Warnings,
                Moves = moves,
                Links = new Dictionary<string, string> { ["collection"] = release.Href(release.Below[..release.Below.LastIndexOf('/')]) },
            }
            : Problems.Invalid(error, collection.Askable.Allowed(error.Where));

    private static Parsed<Counted> Count<T>(IReadOnlyList<T> all, FieldSet fields, IReadOnlyList<string> categories, Address address) where T : notnull
    {
        if (!Filter.Parse(address.Query, fields).Try(out var filter, out var error)) return error;
        if (!Named(fields, categories, address.Query).Try(out var counted, out error)) return error;

        T[] matching = [.. all.Where(record => filter.Matches(record))];
        return new Counted(
            new(matching.Length, counted.ToDictionary(field => field.Path, field => Count(field, matching))),
            [.. FilterWarnings.Of(filter, all, matching.Length, address.Language)]);
    }

    private static Parsed<IReadOnlyList<Field>> Named(FieldSet fields, IReadOnlyList<string> categories, IReadOnlyDictionary<string, string> query)
    {
        var names = query.TryGetValue(QueryParameter.FacetFields.Name, out var text) ? text.Split(',') : categories;
        if (names.Count > MaxFields) return new Unreadable(QueryParameter.FacetFields.Name, $"{names.Count} fields", $"at most {MaxFields} fields");

        List<Field> named = [];
        foreach (var name in names)
        {
            if (fields.FindValue(name) is not { } field || field.Kind == FieldKind.Whole) return new Unreadable(QueryParameter.FacetFields.Name, name, Rule);
            if (!named.Contains(field)) named.Add(field);
        }

        return named.ToArray();
    }

    private static IReadOnlyList<FacetValue> Count<T>(Field field, IReadOnlyList<T> records) where T : notnull
    {
        Dictionary<object, int> counts = [];
        var without = 0;
        foreach (var record in records)
        {
            var values = field.Values(record).Distinct().ToArray();
            if (values is []) without++;
            foreach (var value in values) counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        IEnumerable<FacetValue> none = without > 0 ? [new(null, without)] : [];
        return [.. counts.OrderByDescending(value => value.Value).ThenBy(value => value.Key, Comparer<object>.Create(FieldKind.Compare)).Select(value => new FacetValue(ToJson(value.Key), value.Value)), .. none];
    }

    private static JsonElement ToJson(object value) => value switch
    {
        decimal number => JsonSerializer.SerializeToElement(number, Wire.Json.Decimal),
        bool truth => JsonSerializer.SerializeToElement(truth, Wire.Json.Boolean),
        _ => JsonSerializer.SerializeToElement(FieldKind.Write(value), Wire.Json.String),
    };

    private sealed record Counted(FacetCounts Counts, IReadOnlyList<Warning> Warnings);
}
