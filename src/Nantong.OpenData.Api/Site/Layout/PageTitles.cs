using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>What nodes are called where people read: by their heading, or by what they are and their number.</summary>
internal static class PageTitles
{
    /// <summary>True for a node that begins with a heading of its own.</summary>
    public static bool HasHeading(Node node) =>
        node.Type is NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section or NodeType.Table or NodeType.Column;

    /// <summary>The name of a node in the language of a page: its heading in English is an editorial translation.</summary>
    public static string Of(Node node, PageView view)
    {
        if (view.Language == Language.Chinese)
            return Of(node);
        if (node.HeadingEn is { } english)
            return HasHeading(node) && node.Type is NodeType.Chapter or NodeType.Section
                ? $"{NodeNames.Of(node.Id[(node.Id.LastIndexOf('.') + 1)..]).En}: {english}"
                : english;

        return HasHeading(node) ? Of(node) : NodeNames.Of(node.Id[(node.Id.LastIndexOf('.') + 1)..]).En;
    }

    /// <summary>The name of a node with that of the heading above it, for lists in which nodes of many places stand.</summary>
    public static string WithHolder(Node node, PageView view) =>
        !HasHeading(node) && node.Parent is { } id && view.Release!.Snapshot.FindNode(id) is { } holder
            ? $"{Of(holder, view)} · {Of(node, view)}"
            : Of(node, view);

    /// <summary>The name of a node: its heading as printed; for one without, its place below the node that holds it.</summary>
    public static string Of(Node node)
    {
        if (HasHeading(node))
            return node.Text.Split('\n')[0].Trim();

        var own = node.Id[(node.Id.LastIndexOf('.') + 1)..];
        return node.Type switch
        {
            NodeType.TableNote => "表注",
            NodeType.NoticeLine when !char.IsAsciiDigit(own[^1]) => node.Text.TrimEnd('：'), // the number, the addressees: what they say is their name
            _ => node.Heading ?? NodeNames.Of(own).Zh,
        };
    }
}
