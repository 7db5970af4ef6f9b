using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Drafts to nodes: derives the text of each and ties it to its neighbours.</summary>
internal static partial class NodeBuilder
{
    /// <summary>Builds the nodes in reading order.</summary>
    public static IReadOnlyList<Node> Build(SourceText source, IReadOnlyList<Draft> drafts, IReadOnlyList<Erratum> errata)
    {
        var byTarget = errata.ToLookup(erratum => erratum.Target, StringComparer.Ordinal);
        List<Node> nodes = [];
        foreach (var (index, draft) in drafts.Index())
        {
            var layer = TextLayer.Derive(source, draft.TextSpan, byTarget[draft.Id]);
            nodes.Add(
                new Node
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
                        layer.Normalizations
                    ),
                    Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(layer.Text))),
                    Parent = draft.Parent,
                    Previous = index > 0 ? drafts[index - 1].Id : null,
                    Next = index + 1 < drafts.Count ? drafts[index + 1].Id : null,
                }
            );
        }

        return nodes;
    }

    /// <summary>A first sentence that heads its paragraph: one without a comma, or a principle set off by a dash (——以人为本，包容共享。).</summary>
    [GeneratedRegex("^(?:——[^。；：！？]{4,30}|[^。，；：！？]{4,40})。(?=.)", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();
}
