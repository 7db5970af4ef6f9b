using System.Text.Json;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>paragraphs.ndjson</c>: one body paragraph per line, each a whole record with the release it belongs to.</summary>
internal static class ParagraphsNdjson
{
    public const string MediaType = "application/x-ndjson";

    public static FileContent Write(Plan plan, ReleaseVersion version)
    {
        Node[] paragraphs = [.. plan.Nodes.Where(node => node.Type is NodeType.Paragraph)];
        using var bytes = new MemoryStream();
        foreach (var paragraph in paragraphs)
        {
            var line = JsonSerializer.SerializeToNode(paragraph, RecordJson.Line.Node)!.AsObject();
            line["release"] = version.ToString();
            using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = RecordJson.Line.Options.Encoder })) line.WriteTo(json);
            bytes.WriteByte((byte)'\n');
        }

        return new FileContent(bytes.ToArray(), paragraphs.Length);
    }
}
