using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Places;

/// <summary>Finds the spatial structures and the words that list their members.</summary>
internal static class StructureReader
{
    /// <summary>Reads every structure.</summary>
    /// <returns>The structures, or those that the text does not bear out.</returns>
    public static Parsed<IReadOnlyList<SpatialStructure>> Read(IReadOnlyList<Node> nodes, Dictionary<string, Anchors> anchors, Gazetteer gazetteer)
    {
        List<SpatialStructure> structures = [];
        var faults = new Faults();
        foreach (var entry in gazetteer.Structures)
        {
            var mentions = nodes.SelectMany(node => Find(node, entry.Spellings)).ToList();
            if (mentions.Count == 0)
                faults.Add(Gazetteer.Error(entry.Id, entry.Name, "a structure that the text names"));

            List<StructureMember> members = [];
            foreach (var member in entry.Members)
            {
                if (nodes.SelectMany(node => Find(node, [member.Quote])).FirstOrDefault() is not { Node: { } node, Span: var span })
                {
                    faults.Add(Gazetteer.Error($"{entry.Id} {member.Name}", member.Quote, "a passage of the text"));
                    continue;
                }

                members.Add(new StructureMember(member.Name, new Label(member.Name, member.En), member.Places, anchors[node.Id].Of(span)));
            }

            structures.Add(
                new SpatialStructure(
                    entry.Id,
                    entry.Name,
                    new Label(entry.Name, entry.En),
                    members,
                    entry.Note,
                    [.. mentions.Select(mention => anchors[mention.Node.Id].Of(mention.Span))]
                )
            );
        }

        return faults.Count > 0 ? faults : structures;
    }

    private static IEnumerable<(Node Node, TextSpan Span)> Find(Node node, IReadOnlyList<string> spellings) =>
        spellings
            .Where(spelling => spelling.Length > 0)
            .SelectMany(spelling => Occurrences.Of(spelling, node.Text))
            .OrderBy(span => span.Start)
            .Select(span => (node, span));
}
