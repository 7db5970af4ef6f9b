using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Drafts to nodes: derives the text of each and ties it to its neighbours.</summary>
internal static partial class NodeBuilder
{
    /// <summary>Builds the nodes in reading order.</summary>
    /// <returns>The nodes, or the erratum that the source does not bear out.</returns>
    public static Parsed<IReadOnlyList<Node>> Build(SourceText source, IReadOnlyList<Draft> drafts, IReadOnlyList<Erratum> errata)
    {
        var ids = drafts.Select(draft => draft.Id).ToHashSet(StringComparer.Ordinal);
        if (errata.FirstOrDefault(erratum => !ids.Contains(erratum.Target)) is { } lost)
            return new Unreadable($"errata.json {lost.Id}", lost.Target, "the id of a node of this plan");

        var byTarget = errata.ToLookup(erratum => erratum.Target, StringComparer.Ordinal);
        List<Node> nodes = [];
        foreach (var (index, draft) in drafts.Index())
        {
            if (!TextLayer.Derive(source, draft.TextSpan, byTarget[draft.Id]).Try(out var layer, out var error)) return error;
            nodes.Add(new Node
            {
                Id = draft.Id,
                Path = NodePath.FromId(draft.Id),
                Eid = NodePath.ToEid(draft.Id),
                Type = draft.Type,
                Order = index + 1,
                Number = draft.Number,
                Heading = draft.Heading,
                Lead = draft.Type is NodeType.Paragraph && Lead().Match(layer.Text) is { Success: true } lead ? lead.Value : null,
                Text = layer.Text,
                Source = new NodeSource(
                    source[draft.Span].ToString(),
                    [source.LineOf(draft.Span.Start), source.LineOf(draft.Span.End)],
                    draft.Span.Start,
                    draft.Span.End,
                    layer.Joins,
                    layer.Normalizations),
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(layer.Text))),
                Parent = draft.Parent,
                Previous = index > 0 ? drafts[index - 1].Id : null,
                Next = index + 1 < drafts.Count ? drafts[index + 1].Id : null,
            });
        }

        return nodes;
    }

    /// <summary>A first sentence that heads its paragraph: one without a comma, or a principle set off by a dash (——以人为本，包容共享。).</summary>
    [GeneratedRegex("^(?:——[^。；：！？]{4,30}|[^。，；：！？]{4,40})。(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
