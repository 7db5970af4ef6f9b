using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Plans;

/// <summary>The first place where a JSON document is not of the form that a type has.</summary>
/// <param name="Found">What stands there.</param>
/// <param name="Rule">What is allowed there, with the path of the place.</param>
internal sealed record JsonMistake(string Found, string Rule)
{
    /// <summary>Looks for it, in the order of the document.</summary>
    public static JsonMistake? Find(JsonElement element, JsonTypeInfo type, string path) => type.Kind switch
    {
        JsonTypeInfoKind.Object => InObject(element, type, path),
        JsonTypeInfoKind.Enumerable => InList(element, type, path),
        _ => InValue(element, type, path),
    };

    private static JsonMistake? InObject(JsonElement element, JsonTypeInfo type, string path)
    {
        var members = type.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).ToList();
        var known = string.Join(", ", members.Select(member => member.Name));
        if (element.ValueKind is not JsonValueKind.Object) return new JsonMistake(element.GetRawText(), $"{path}: an object with the members {known}");

        foreach (var given in element.EnumerateObject())
        {
            if (members.Find(member => member.Name == given.Name) is not { } member) return new JsonMistake($"unknown member '{given.Name}'", $"the members known at {path}: {known}");
            if (given.Value.ValueKind is JsonValueKind.Null && IsNullable(member)) continue;
            if (Find(given.Value, type.Options.GetTypeInfo(member.PropertyType), $"{path}.{given.Name}") is { } mistake) return mistake;
        }

        var missing = members.Find(member => IsRequired(member) && !element.TryGetProperty(member.Name, out _));
        return missing is null ? null : new JsonMistake($"no member '{missing.Name}'", $"{path}: an object with the members {known}");
    }

    private static JsonMistake? InList(JsonElement element, JsonTypeInfo type, string path)
    {
        if (element.ValueKind is not JsonValueKind.Array) return new JsonMistake(element.GetRawText(), $"{path}: a list");
        return type.ElementType is { } item
            ? element.EnumerateArray().Select((one, at) => Find(one, type.Options.GetTypeInfo(item), $"{path}[{at}]")).FirstOrDefault(mistake => mistake is not null)
            : null;
    }

    private static JsonMistake? InValue(JsonElement element, JsonTypeInfo type, string path)
    {
        try
        {
            return element.Deserialize(type) is null ? new JsonMistake("null", $"{path}: {Words(type, null)}") : null;
        }
        catch (JsonException error)
        {
            return new JsonMistake(element.ToString(), $"{path}: {Words(type, error)}");
        }
    }

    private static string Words(JsonTypeInfo type, JsonException? error)
    {
        var kind = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        if (kind == typeof(string)) return "a text";
        if (kind == typeof(bool)) return "true or false";
        if (kind == typeof(int)) return "a whole number";
        if (kind.IsEnum) return $"one of {string.Join(", ", Enum.GetValuesAsUnderlyingType(kind).Cast<object>().Select(value => JsonSerializer.Serialize(Enum.ToObject(kind, value), type).Trim('"')))}";
        return error is { Message: var message } && !message.Contains(kind.FullName!, StringComparison.Ordinal) ? message : "a value as the format says"; // a converter of ours speaks for its type
    }

    private static bool IsRequired(JsonPropertyInfo member) => member.IsRequired || member.AssociatedParameter is { HasDefaultValue: false };

    private static bool IsNullable(JsonPropertyInfo member) => member.AssociatedParameter?.IsNullable ?? member.IsSetNullable;
}
