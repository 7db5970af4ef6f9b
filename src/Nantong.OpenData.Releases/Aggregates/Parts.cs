using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>The parts of a text that figures are given by: chapters with notice and preamble, and sections.</summary>
internal sealed class Parts(IReadOnlyList<Node> nodes)
{
    private readonly Dictionary<string, Node> byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);

    /// <summary>The chapter, preamble or notice that a node stands in.</summary>
    public Node Top(string id)
    {
        var node = byId[id];
        while (node.Parent is { } parent)
            node = byId[parent];
        return node;
    }

    /// <summary>The section that a node stands in; the chapter, preamble or notice where it stands in none.</summary>
    public Node Section(string id)
    {
        var node = byId[id];
        while (node.Type is not NodeType.Section && node.Parent is { } parent)
            node = byId[parent];
        return node;
    }

    /// <summary>Name of a part.</summary>
    public static Label Name(Node part) =>
        part.Type switch
        {
            NodeType.Notice => new Label("通知", "Notice"),
            NodeType.Preamble => new Label("前言", "Preamble"),
            _ => new Label(part.Heading ?? part.Text, Capitalized(NodeNames.Of(part.Id).En)),
        };

    private static string Capitalized(string name) => string.Concat(char.ToUpperInvariant(name[0]).ToString(), name[1..]);
}
