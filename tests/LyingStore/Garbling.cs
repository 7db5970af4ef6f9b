using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Tests;

/// <summary>Makes wrong bodies of right ones.</summary>
internal static class Garbling
{
    /// <summary>Flips one bit.</summary>
    public static byte[] Flip(byte[] body, Random random)
    {
        byte[] flipped = [.. body];
        if (body is not [])
            flipped[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    /// <summary>Overwrites some bytes by others.</summary>
    public static byte[] Overwrite(byte[] body, Random random)
    {
        byte[] garbled = [.. body];
        var at = random.Next(body.Length + 1);
        random.NextBytes(garbled.AsSpan(at, Math.Min(body.Length - at, 16)));
        return garbled;
    }

    /// <summary>Takes some rows out of a page of them, or all.</summary>
    public static byte[] LoseRows(byte[] body, Random random)
    {
        if (RowsOf(body) is not ({ } page, { Count: > 0 } rows))
            return body;
        if (random.Next(4) == 0)
            rows.Clear();
        for (var lost = random.Next(1, 4); lost > 0 && rows.Count > 0; lost--)
            rows.RemoveAt(random.Next(rows.Count));
        return Write(page);
    }

    /// <summary>Changes one value of one row to another one of the same type.</summary>
    public static byte[] ChangeValue(byte[] body, Random random)
    {
        if (RowsOf(body) is not ({ } page, var rows) || (rows is null ? page : Any(rows, random)) is not JsonObject row)
            return body;
        var names = row.Select(column => column.Key).Where(name => !name.Contains("odata.", StringComparison.Ordinal)).ToArray();
        var name = names[random.Next(names.Length)];
        if (row[name] is not JsonValue value)
            return body;
        row[name] = value.GetValueKind() switch
        {
            JsonValueKind.String => Other((string)value!, random),
            JsonValueKind.Number => (double)value + 1 is var next && next == Math.Floor(next) ? (long)next : next,
            JsonValueKind.True => false,
            _ => true,
        };
        return Write(page);
    }

    /// <summary>Breaks the answer to a transaction: in the middle, in its words, or as a whole.</summary>
    public static byte[] GarbleBatch(byte[] body, Random random) =>
        random.Next(5) switch
        {
            0 => body[..random.Next(body.Length)],
            1 => Flip(body, random),
            2 => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace("204 No Content", "500 Broken", StringComparison.Ordinal)),
            3 => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace("--", "-", StringComparison.Ordinal)),
            _ => Overwrite(body, random),
        };

    private static string Other(string text, Random random)
    {
        if (text is "")
            return "?";
        var at = random.Next(text.Length);
        var other = char.IsAsciiDigit(text[at]) ? (char)('0' + ((text[at] - '0' + 1) % 10)) : 'x';
        return $"{text[..at]}{other}{text[(at + 1)..]}";
    }

    private static JsonNode? Any(JsonArray rows, Random random) => rows.Count > 0 ? rows[random.Next(rows.Count)] : null;

    /// <summary>A page of rows with its rows; or a row that was asked for by itself.</summary>
    private static (JsonNode? Page, JsonArray? Rows) RowsOf(byte[] body)
    {
        try
        {
            var page = JsonNode.Parse(body);
            return (page, page?["value"] as JsonArray);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static byte[] Write(JsonNode page) => Encoding.UTF8.GetBytes(page.ToJsonString());
}
