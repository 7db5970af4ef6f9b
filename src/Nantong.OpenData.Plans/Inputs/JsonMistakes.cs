using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>A place where a JSON document is not of the form that a type has.</summary>
/// <param name="At">First byte of the place.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Rule">What is allowed there, with the path of the place.</param>
internal readonly record struct JsonMistake(int At, string Found, string Rule);

/// <summary>Holds a JSON document against the form that a type has.</summary>
/// <param name="file">The document.</param>
/// <param name="options">How types are written as JSON.</param>
internal sealed class JsonMistakes(ReadOnlyMemory<byte> file, JsonSerializerOptions options)
{
    /// <summary>Every mistake, in the order of the document.</summary>
    public IEnumerable<JsonMistake> Find(JsonPlace place, JsonTypeInfo type, string path) =>
        type.Kind switch
        {
            JsonTypeInfoKind.Object => InObject(place, type, path),
            JsonTypeInfoKind.Enumerable => InList(place, type, path),
            _ => InValue(place, type, path) is { } mistake ? [mistake] : [],
        };

    private IEnumerable<JsonMistake> InObject(JsonPlace place, JsonTypeInfo type, string path)
    {
        var members = type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToList();
        var known = string.Join(", ", members.Select(member => member.Name));
        if (place.Kind is not JsonValueKind.Object)
        {
            yield return new JsonMistake(place.Start, Raw(place), $"{path}: an object with the members {known}");
            yield break;
        }

        foreach (var given in place.Members)
        {
            if (members.Find(member => member.Name == given.Name) is not { } member)
            {
                yield return new JsonMistake(given.Start, $"unknown member '{given.Name}'", $"the members known at {path}: {known}");
                continue;
            }

            if (given.Value.Kind is JsonValueKind.Null && IsNullable(member))
                continue;
            foreach (var mistake in Find(given.Value, options.GetTypeInfo(member.PropertyType), $"{path}.{given.Name}"))
                yield return mistake;
        }

        foreach (var missing in members.Where(member => IsRequired(member) && !place.Members.Any(given => given.Name == member.Name)))
            yield return new JsonMistake(place.Start, $"no member '{missing.Name}'", $"{path}: an object with the members {known}");
    }

    private IEnumerable<JsonMistake> InList(JsonPlace place, JsonTypeInfo type, string path)
    {
        if (place.Kind is not JsonValueKind.Array)
            return [new JsonMistake(place.Start, Raw(place), $"{path}: a list")];
        return type.ElementType is { } item
            ? place.Items.SelectMany((one, at) => Find(one, options.GetTypeInfo(item), string.Create(CultureInfo.InvariantCulture, $"{path}[{at}]")))
            : [];
    }

    private JsonMistake? InValue(JsonPlace place, JsonTypeInfo type, string path)
    {
        if (place is { Kind: JsonValueKind.String, Text: null })
            return null; // told already: it is no text
        var kind = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        try
        {
            if (kind == typeof(int) && !IsWhole(place))
                return Mistake(null);
            return JsonSerializer.Deserialize(file.Span[place.Start..place.End], type) is null ? Mistake(null) : null;
        }
        catch (JsonException error)
        {
            return Mistake(error);
        }

        JsonMistake Mistake(JsonException? error) => new(place.Start, place.Text ?? Raw(place), $"{path}: {Words(type, kind, error)}");
    }

    /// <summary>True for a number in digits: JSON also has 1E5 and -0, which programs read differently.</summary>
    private bool IsWhole(JsonPlace place) =>
        place.Kind is JsonValueKind.Number
        && file.Span[place.Start..place.End] is var digits
        && !digits.ContainsAny("eE."u8)
        && digits is not [(byte)'-', (byte)'0'];

    private string Raw(JsonPlace place) => Encoding.UTF8.GetString(file.Span[place.Start..Math.Min(place.End, place.Start + 1000)]);

    private static string Words(JsonTypeInfo type, Type kind, JsonException? error)
    {
        if (kind == typeof(string))
            return "a text";
        if (kind == typeof(bool))
            return "true or false";
        if (kind == typeof(int))
            return "a whole number";
        if (kind.IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(kind).Cast<object>();
            return $"one of {string.Join(", ", values.Select(value => JsonSerializer.Serialize(Enum.ToObject(kind, value), type).Trim('"')))}";
        }

        // A converter of ours speaks for its type.
        return error is { Message: var message } && !message.Contains(kind.FullName!, StringComparison.Ordinal)
            ? message
            : "a value as the format says";
    }

    private static bool IsRequired(JsonPropertyInfo member) =>
        member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static bool IsNullable(JsonPropertyInfo member) => member.AssociatedParameter?.IsNullable ?? member.IsSetNullable;
}
