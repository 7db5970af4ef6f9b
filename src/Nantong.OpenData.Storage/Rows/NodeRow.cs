using Azure.Data.Tables;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>nodes</c>: one row per node of the text, in reading order.</summary>
internal static class NodeRow
{
    public static RowFormat<Node> Format { get; } = new(RecordKinds.Node.Set, () => RecordJson.Line.Node, node => node.Id, Write, Read);

    private static void Write(Node node, TableEntity row)
    {
        row["id"] = node.Id;
        row["path"] = node.Path;
        row["eid"] = node.Eid;
        row.SetCode("type", node.Type, RecordJson.Line.NodeType);
        row["order"] = node.Order;
        row.SetText("number", node.Number);
        row.SetText("heading", node.Heading);
        row.SetText("headingEn", node.HeadingEn);
        row.SetText("lead", node.Lead);
        row.SetText("text", node.Text);
        row.SetJson("source", node.Source, RecordJson.Line.NodeSource);
        row["sha256"] = node.Sha256;
        row.SetText("parent", node.Parent);
        row.SetText("previous", node.Previous);
        row.SetText("next", node.Next);
    }

    private static Node Read(TableEntity row) =>
        new()
        {
            Id = row.GetText("id"),
            Path = row.GetText("path"),
            Eid = row.GetText("eid"),
            Type = row.GetCode("type", RecordJson.Line.NodeType),
            Order = row.GetNumber("order"),
            Number = row.FindText("number"),
            Heading = row.FindText("heading"),
            HeadingEn = row.FindText("headingEn"),
            Lead = row.FindText("lead"),
            Text = row.GetText("text"),
            Source = row.GetJson("source", RecordJson.Line.NodeSource),
            Sha256 = row.GetText("sha256"),
            Parent = row.FindText("parent"),
            Previous = row.FindText("previous"),
            Next = row.FindText("next"),
        };
}
