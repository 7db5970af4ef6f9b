using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The text, node by node in reading order, without children. Its dataset has the body paragraphs, one row each.</summary>
internal static class NodeRecords
{
    public static RecordKind<Node> Kind { get; } =
        new("nodes", "node", () => RecordJson.Line.Node, node => node.Id, plan => plan.Nodes)
        {
            IsCore = true,
            IsInDataset = node => node.Type is NodeType.Paragraph,
            Dataset = version =>
                Dataset<Node>.Of(
                    "paragraphs",
                    new("正文段落", "Paragraphs"),
                    ParagraphFields.All,
                    RecordJson.Line.Node,
                    RecordJson.Indented.DocumentNode,
                    version
                ),
            Text = "/text",
            Node = "/id",
            Editorial = ["/headingEn"],
            Follows = ["/number", "/heading", "/lead", "/sha256", "/source/verbatim", "/source/joins", "/source/normalizations"],
            Places =
            [
                "/id",
                "/path",
                "/eid",
                "/order",
                "/parent",
                "/previous",
                "/next",
                "/source/lines",
                "/source/charStart",
                "/source/charEnd",
                "/source/joins/*/line",
            ],
            Meaning = ["/type"],
        };
}
