using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>Writes a page whose records have another shape than their contract says.</summary>
internal sealed class ListingShape<T>(RecordShape<T> shape) : JsonConverter<Listing<T>>
{
    /// <summary>The contract of such a page.</summary>
    public static JsonTypeInfo<Listing<T>> Of(RecordShape<T> shape) =>
        JsonMetadataServices.CreateValueInfo<Listing<T>>(Wire.Json.Options, new ListingShape<T>(shape));

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Listing<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var item in value.Items)
            shape.Write(item, writer);
        writer.WriteEndArray();
        writer.WritePropertyName("page");
        JsonSerializer.Serialize(writer, value.Page, Wire.Json.Page);
        writer.WriteEndObject();
    }

    /// <inheritdoc />
    public override Listing<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Pages are written, never read.");
}

/// <summary>Records as JSON lines, each with the release it belongs to, as in the files of a release.</summary>
internal static class JsonLines
{
    public static byte[] Write<T>(IReadOnlyList<T> records, RecordShape<T> shape, ReleaseVersion? release)
    {
        var lines = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(lines, new JsonWriterOptions { Encoder = Wire.Json.Options.Encoder });
        foreach (var record in records)
        {
            json.Reset();
            shape.Write(record, json, release);
            json.Flush();
            lines.Write("\n"u8);
        }

        return lines.WrittenSpan.ToArray();
    }
}
