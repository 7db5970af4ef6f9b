using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace Nantong.OpenData.Storage.Backup;

/// <summary>A table row on a line of NDJSON: an object whose columns name their EDM types, so that each comes back as it was.</summary>
internal static class BackupRow
{
    private static readonly JsonWriterOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a row, columns in name order: the same row gives the same line.</summary>
    public static byte[] Write(TableEntity row)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", row.PartitionKey);
            json.WriteString("RowKey", row.RowKey);
            foreach (var (name, value) in row.OrderBy(column => column.Key, StringComparer.Ordinal))
            {
                if (name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag" || value is null)
                    continue;
                var (type, text) = Text(name, value);
                json.WriteStartArray(name);
                json.WriteStringValue(type);
                json.WriteStringValue(text);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads a row back.</summary>
    /// <exception cref="FormatException">The line is not such a row.</exception>
    public static TableEntity Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var row = new TableEntity();
            foreach (var member in document.RootElement.EnumerateObject())
                row[member.Name] =
                    member.Value.ValueKind is JsonValueKind.Array
                        ? Value(member.Value[0].GetString(), member.Value[1].GetString()!)
                        : member.Value.GetString();
            return row.PartitionKey is not null && row.RowKey is not null ? row : throw new FormatException("a row has its two keys");
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException(error.Message, error);
        }
    }

    private static (string Type, string Text) Text(string name, object value) =>
        value switch
        {
            string text => ("Edm.String", text),
            bool flag => ("Edm.Boolean", flag ? "true" : "false"),
            int number => ("Edm.Int32", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("Edm.Double", number.ToString("R", CultureInfo.InvariantCulture)),
            DateTimeOffset time => ("Edm.DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            Guid id => ("Edm.Guid", id.ToString()),
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("Edm.Binary", Convert.ToBase64String(bytes.ToArray())),
            _ => throw new FormatException($"column {name} holds a {value.GetType().Name}, which no table has"),
        };

    private static object Value(string? type, string text) =>
        type switch
        {
            "Edm.String" => text,
            "Edm.Boolean" => text is "true",
            "Edm.Int32" => int.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Int64" => long.Parse(text, CultureInfo.InvariantCulture),
            "Edm.Double" => double.Parse(text, CultureInfo.InvariantCulture),
            "Edm.DateTime" => DateTimeOffset.Parse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            ),
            "Edm.Guid" => Guid.Parse(text),
            "Edm.Binary" => Convert.FromBase64String(text),
            _ => throw new FormatException($"there is no type {type}"),
        };

    /// <summary>A row as it stands in a file: its line, ended by a line feed.</summary>
    public static byte[] Line(TableEntity row) => [.. Write(row), .. "\n"u8];
}
