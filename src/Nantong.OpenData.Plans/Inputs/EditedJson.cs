using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Reads JSON that people write by hand. What it says of a mistake names their words, never those of this program.</summary>
public static class EditedJson
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="file">Its name.</param>
    /// <param name="json">Its bytes.</param>
    /// <param name="type">How <typeparamref name="T"/> is written as JSON.</param>
    /// <param name="check">Rules of its values: each breach with the path of the place, what is found and what is allowed; none without it.</param>
    /// <returns>What it holds, or every mistake with its line as far as the document can be read.</returns>
    public static Parsed<T> Read<T>(
        string file,
        ReadOnlyMemory<byte> json,
        JsonTypeInfo<T> type,
        Func<T, IEnumerable<(string Path, string Found, string Rule)>>? check = null
    )
        where T : class
    {
        var text = TextEncoding.WithoutMark(json);
        if (TextEncoding.Check(file, text.Span) is { } encoding)
            return encoding;

        var faults = new Faults();
        AddTextFaults(file, Encoding.UTF8.GetString(text.Span), faults);
        if (new JsonPlaces(file, text, faults).Read() is not { } root)
            return faults;
        if (root.Kind is JsonValueKind.Null)
            return new Unreadable($"{file} line 1", "null", "a JSON document");
        foreach (var mistake in new JsonMistakes(text, type.Options).Find(root, type, "$"))
            faults.Add(() => At(mistake.At, mistake.Found, mistake.Rule));
        if (faults.Count > 0)
            return faults;

        try
        {
            var value = JsonSerializer.Deserialize(text.Span, type)!;
            foreach (var (path, found, rule) in check?.Invoke(value) ?? [])
                faults.Add(() => At(JsonPath.Find(root, path).Start, found, $"{path}: {rule}"));
            return faults.Count > 0 ? faults : value;
        }
        catch (JsonException error)
        {
            var line = string.Create(CultureInfo.InvariantCulture, $"{file} line {(error.LineNumber ?? 0) + 1}");
            return new Unreadable(line, error.Path ?? "$", "what the format allows there");
        }

        Unreadable At(int at, string found, string rule) => TextPlace.Of(text.Span, at).Fault(file, found, rule);
    }

    /// <summary>What the file as a text has that no text may have.</summary>
    private static void AddTextFaults(string file, string text, Faults faults)
    {
        var begin = new TextPlace(1, 1);
        foreach (var (at, _) in Characters.Refused(text))
            faults.Add(() => begin.After(text.AsSpan(0, at)).Fault(file, Characters.Name(text, at), Characters.Rule));
        if (Garbled.Find(text, out var length) is >= 0 and var first)
            faults.Add(begin.After(text.AsSpan(0, first)).Fault(file, text.Substring(first, length), Garbled.Rule));
    }
}
