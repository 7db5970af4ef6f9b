using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>paragraphs.ndjson</c>: one body paragraph per line, each a whole record with the release it belongs to.</summary>
internal static class ParagraphsNdjson
{
    public const string MediaType = NdjsonFile.MediaType;

    public static FileContent Write(Plan plan, ReleaseVersion version) =>
        NdjsonFile.Write([.. plan.Nodes.Where(node => node.Type is NodeType.Paragraph)], RecordJson.Line.Node, version);
}
