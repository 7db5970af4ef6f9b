using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Reads a JSON document as RFC 8259 says, with what it warns of taken as rules: names in an object are unique (§4), strings are whole
/// characters (§8.2).</summary>
/// <param name="name">Name of the file.</param>
/// <param name="file">The file: valid UTF-8 without a byte order mark.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class JsonPlaces(string name, ReadOnlyMemory<byte> file, Faults faults)
{
    private const int Deepest = 64;

    /// <summary>Members that quote the source, character by character: there an escape may say what a source has and a reader does not see.</summary>
    private static readonly string[] Quoting = ["verbatim", "quote", "text", "in", "spellings"];

    /// <summary>Reads the document.</summary>
    /// <returns>Its value; null where it breaks off.</returns>
    public JsonPlace? Read()
    {
        var reader = new Utf8JsonReader(file.Span, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            reader.Read();
            var root = ReadValue(ref reader, null);
            reader.Read(); // there is nothing behind it
            return root;
        }
        catch (JsonException error)
        {
            faults.Add(Broken(error));
            return null;
        }
    }

    private JsonPlace ReadValue(ref Utf8JsonReader reader, string? member)
    {
        var start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, start);
            case JsonTokenType.StartArray:
                List<JsonPlace> items = [];
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                    items.Add(ReadValue(ref reader, member));
                return new JsonPlace(JsonValueKind.Array, start, (int)reader.BytesConsumed, null, [], items);
            case JsonTokenType.String:
                return new JsonPlace(
                    JsonValueKind.String,
                    start,
                    (int)reader.BytesConsumed,
                    ReadText(ref reader, start, Quoting.Contains(member)),
                    [],
                    []
                );
            default:
                var kind = reader.TokenType switch
                {
                    JsonTokenType.Number => JsonValueKind.Number,
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null,
                };
                return new JsonPlace(kind, start, (int)reader.BytesConsumed, null, [], []);
        }
    }

    private JsonPlace ReadObject(ref Utf8JsonReader reader, int start)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        List<JsonMember> members = [];
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var at = (int)reader.TokenStartIndex;
            var member = ReadText(ref reader, at, false);
            reader.Read();
            var value = ReadValue(ref reader, member);
            if (member is null)
                continue;
            if (!names.TryAdd(member, at))
                faults.Add(() =>
                    Place(at)
                        .Fault(
                            name,
                            $"a second member '{member}'",
                            $"each name once in an object (RFC 8259 §4); line {Place(names[member]).Line} has it too"
                        )
                );
            else
                members.Add(new JsonMember(member, at, value));
        }

        return new JsonPlace(JsonValueKind.Object, start, (int)reader.BytesConsumed, null, members, []);
    }

    /// <summary>A string, unescaped; null where it cannot be a text.</summary>
    private string? ReadText(ref Utf8JsonReader reader, int start, bool quotes)
    {
        var written = Encoding.UTF8.GetString(reader.ValueSpan);
        var text = reader.ValueIsEscaped ? Unescaped(written) : written;
        if (reader.ValueIsEscaped) // what stands there as such is found in the file as a whole
        {
            foreach (var (at, length) in Characters.Refused(text))
            {
                if (written.Contains(text.Substring(at, length), StringComparison.Ordinal) || (quotes && Characters.IsPassedOver(text[at])))
                    continue;
                faults.Add(() => Place(start).Fault(name, Characters.Name(text, at), $"{Characters.Rule}, in \"{written}\""));
            }
        }

        if (text.Contains('\r', StringComparison.Ordinal)) // what stands there as such is no JSON
            faults.Add(() =>
                Place(start).Fault(name, "U+000D CARRIAGE RETURN", $"line breaks written \\n alone, which every format keeps, in \"{written}\"")
            );
        if (text.Length > InputLimits.LongestText && name != "publish.json")
            faults.Add(() =>
                Place(start)
                    .Fault(
                        name,
                        text,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"a text of at most {InputLimits.LongestText} characters, as tables take; it has {text.Length}"
                        )
                    )
            );
        return
            text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            && Characters.Refused(text).Any(refused => char.IsSurrogate(text[refused.At]) && refused.Length == 1)
            ? null
            : text;
    }

    private static string Unescaped(string written)
    {
        var text = new StringBuilder(written.Length);
        for (var at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\')
            {
                text.Append(written[at]);
                continue;
            }

            at++;
            if (written[at] == 'u')
            {
                text.Append((char)ushort.Parse(written.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(
                    written[at] switch
                    {
                        'b' => '\b',
                        'f' => '\f',
                        'n' => '\n',
                        'r' => '\r',
                        't' => '\t',
                        var other => other,
                    }
                );
            }
        }

        return text.ToString();
    }

    private TextPlace Place(int at) => TextPlace.Of(file.Span, at);

    private Unreadable Broken(JsonException error)
    {
        var line = (int)(error.LineNumber ?? 0);
        var inLine = (int)(error.BytePositionInLine ?? 0);
        var start = 0;
        for (var passed = 0; passed < line; passed++)
            start += file.Span[start..].IndexOf((byte)'\n') + 1;
        var end = file.Span[start..].IndexOf((byte)'\n');
        var bytes = file.Span[start..(end < 0 ? file.Length : start + end)];
        var column = Encoding.UTF8.GetCharCount(bytes[..Math.Min(inLine, bytes.Length)]) + 1;
        var rule = string.Create(
            CultureInfo.InvariantCulture,
            $"JSON as RFC 8259 says; it breaks off at byte {inLine + 1} of the line{JsonHint.Of(file.Span, start + inLine)}"
        );
        return new TextPlace(line + 1, column).Fault(name, Encoding.UTF8.GetString(bytes).Trim(), rule);
    }
}
