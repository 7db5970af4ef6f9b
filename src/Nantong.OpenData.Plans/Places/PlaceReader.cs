using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Places;

/// <summary>The places and spatial structures of a plan.</summary>
/// <param name="Places">The places, in the gazetteer's order.</param>
/// <param name="Structures">The structures, in the gazetteer's order.</param>
public sealed record PlaceReading(IReadOnlyList<Place> Places, IReadOnlyList<SpatialStructure> Structures);

/// <summary>Finds the curated places in the text, and checks that the text still bears the curation out.</summary>
public static class PlaceReader
{
    /// <summary>Reads every node in order.</summary>
    /// <returns>The places, or the entries of <c>places.json</c> that the text does not bear out: an alias that it never prints, a list that it no
    /// longer gives.</returns>
    public static Parsed<PlaceReading> Read(IReadOnlyList<Node> nodes, IReadOnlyList<Commitment> commitments, Gazetteer gazetteer)
    {
        if (gazetteer.Check() is { } mistake)
            return mistake;

        var faults = new Faults();
        var finder = new Mentions(gazetteer);
        var anchors = nodes.ToDictionary(node => node.Id, node => new Anchors(node), StringComparer.Ordinal);
        var found = nodes
            .SelectMany(node => finder.In(node.Text).Select(mention => (mention.Id, mention.Span, Node: node)))
            .ToLookup(mention => mention.Id, StringComparer.Ordinal);
        var clauses = nodes.ToDictionary(node => node.Id, node => new Clauses(node.Text), StringComparer.Ordinal);

        List<Place> places = [];
        foreach (var entry in gazetteer.Places)
        {
            var mentions = found[entry.Id].ToList();
            if (mentions.Count == 0)
                faults.Add(Gazetteer.Error(entry.Id, entry.Name, "a place that the text names"));
            else
                faults.Add(
                    entry
                        .Aliases.Where(alias => !mentions.Exists(mention => mention.Span.Of(mention.Node.Text) == alias.Text))
                        .Select(unused => Gazetteer.Error(entry.Id, unused.Text, "an alias that the text prints"))
                );

            places.Add(
                new Place(
                    entry.Id,
                    entry.Type,
                    entry.Name,
                    new Label(entry.Name, entry.En),
                    [.. entry.Aliases.Select(alias => alias.Text)],
                    entry.Within,
                    entry.WithinBasis,
                    entry.Note,
                    [.. mentions.Select(mention => anchors[mention.Node.Id].Of(mention.Span))],
                    [.. mentions.Select(mention => mention.Node.Id).Distinct()],
                    [
                        .. commitments
                            .Where(commitment => mentions.Exists(mention => SharesClause(mention.Node, mention.Span, commitment)))
                            .Select(commitment => commitment.Id),
                    ]
                )
                {
                    Division = entry.Division,
                }
            );
        }

        faults.Add(
            (gazetteer.Names ?? [])
                .Select(name => (name.Id, name.Texts))
                .Concat((gazetteer.Passages ?? []).Select(passages => (passages.Id, passages.Texts)))
                .SelectMany(listed =>
                    listed
                        .Texts.Where(text => !nodes.Any(node => node.Text.Contains(text, StringComparison.Ordinal)))
                        .Select(text => Gazetteer.Error(listed.Id, text, "words that the text prints"))
                )
        );
        var structures = faults.Take(StructureReader.Read(nodes, anchors, gazetteer));
        return faults.Count > 0 ? faults : new PlaceReading(places, structures!);

        bool SharesClause(Node node, TextSpan mention, Commitment commitment) =>
            commitment.Anchor.Node == node.Id && clauses[node.Id].At(commitment.Anchor.CharStart!.Value).Contains(mention);
    }
}
