using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Nantong.OpenData.Plans;

/// <summary>Reads JSON that people write by hand. What it says of a mistake names their words, never those of this program.</summary>
public static class EditedJson
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="file">Its name.</param>
    /// <param name="json">Its bytes.</param>
    /// <param name="type">How <typeparamref name="T"/> is written as JSON.</param>
    /// <returns>What it holds, or the first mistake with its line.</returns>
    public static Parsed<T> Read<T>(string file, ReadOnlyMemory<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        if (!Utf8.IsValid(json.Span)) return new Unreadable($"{file} line 1", "bytes that are no UTF-8", "text in UTF-8");
        try
        {
            if (JsonSerializer.Deserialize(json.Span, type) is { } value) return value;
            return new Unreadable($"{file} line 1", "null", "a JSON document");
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0);
            var (found, rule) = Explain(json, type, line) ?? (error.Path ?? "$", "what the format allows there");
            return new Unreadable(string.Create(CultureInfo.InvariantCulture, $"{file} line {line + 1}"), found, rule);
        }
    }

    /// <summary>What is wrong, and the rule; null where nothing can be told but the place.</summary>
    private static (string Found, string Rule)? Explain(ReadOnlyMemory<byte> json, JsonTypeInfo type, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return JsonMistake.Find(document.RootElement, type, "$") is { } mistake ? (mistake.Found, mistake.Rule) : null;
        }
        catch (JsonException error)
        {
            var text = Encoding.UTF8.GetString(json.Span).Split('\n').ElementAtOrDefault(line)?.Trim() ?? "";
            return (text, string.Create(CultureInfo.InvariantCulture, $"JSON as RFC 8259 says; it breaks off at byte {(error.BytePositionInLine ?? 0) + 1} of the line"));
        }
    }
}
