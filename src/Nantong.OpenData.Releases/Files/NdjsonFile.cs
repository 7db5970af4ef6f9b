using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Releases.Files;

/// <summary>One record per line as JSON, each with the release it belongs to, so that a line means the same wherever it is carried.</summary>
internal static class NdjsonFile
{
    public const string MediaType = "application/x-ndjson";

    public static FileContent Write<T>(IReadOnlyList<T> records, JsonTypeInfo<T> format, ReleaseVersion version)
    {
        using var bytes = new MemoryStream();
        foreach (var record in records)
        {
            var line = JsonSerializer.SerializeToNode(record, format)!.AsObject();
            line["release"] = version.ToString();
            using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = format.Options.Encoder })) line.WriteTo(json);
            bytes.WriteByte((byte)'\n');
        }

        return new FileContent(bytes.ToArray(), records.Count);
    }
}
