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
        while (node.Parent is { } parent) node = byId[parent];
        return node;
    }

    /// <summary>The section that a node stands in; the chapter, preamble or notice where it stands in none.</summary>
    public Node Section(string id)
    {
        var node = byId[id];
        while (node.Type is not NodeType.Section && node.Parent is { } parent) node = byId[parent];
        return node;
    }

    /// <summary>Name of a part.</summary>
    public static Label Name(Node part) => part.Type switch
    {
        NodeType.Notice => new Label("通知", "Notice"),
        NodeType.Preamble => new Label("前言", "Preamble"),
        NodeType.Section when part.Id.Split('.') is [var chapter, var section] => new Label(part.Heading ?? part.Text, $"Chapter {chapter[2..]}, section {section[1..]}"),
        _ => new Label(part.Heading ?? part.Text, $"Chapter {part.Id[2..]}"),
    };
}
