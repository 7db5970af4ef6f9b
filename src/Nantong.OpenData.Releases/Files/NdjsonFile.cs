using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Releases.Files;

/// <summary>One record per line as JSON, each with the release it belongs to, so that a line means the same wherever it is carried.</summary>
public static class NdjsonFile
{
    /// <summary>The media type of JSON lines.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>Writes the lines.</summary>
    /// <returns>Number of lines.</returns>
    internal static int Write<T>(Stream stream, IEnumerable<T> records, JsonTypeInfo<T> format, ReleaseVersion version)
    {
        var count = 0;
        var tail = System.Text.Encoding.UTF8.GetBytes($",\"release\":\"{version}\"}}\n");
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = format.Options.Encoder });
        foreach (var record in records)
        {
            line.ResetWrittenCount();
            json.Reset();
            JsonSerializer.Serialize(json, record, format);
            json.Flush();
            stream.Write(line.WrittenSpan[..^1]); // the record's last brace gives way to one more member
            stream.Write(tail);
            count++;
        }

        return count;
    }
}
