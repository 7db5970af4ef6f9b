using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Functions.Site;

/// <summary>What nodes are called where people read: by their heading, or by what they are and their number.</summary>
internal static class NodeNames
{
    /// <summary>True for a node that begins with a heading of its own.</summary>
    public static bool HasHeading(Node node) =>
        node.Type is NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section or NodeType.Table or NodeType.Column;

    /// <summary>The name of a node: its heading as printed; for one without, its place below the node that holds it.</summary>
    public static string Of(Node node)
    {
        if (HasHeading(node)) return node.Text.Split('\n')[0].Trim();

        var number = node.Id[(node.Id.LastIndexOf('.') + 1)..].TrimStart('p', 'r', 'i');
        return node.Type switch
        {
            NodeType.Paragraph => $"第{number}段",
            NodeType.TableRow => $"第{number}行",
            NodeType.ColumnItem => node.Heading ?? $"第{number}项",
            NodeType.TableNote => "表注",
            _ => node.Id.EndsWith(number, StringComparison.Ordinal) && number.All(char.IsAsciiDigit) ? $"第{number}段" : node.Text.TrimEnd('：'),
        };
    }
}
