using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>What a node stands in, for records that say so.</summary>
internal static class NodeHolders
{
    /// <summary>The nodes above a node, the nearest first.</summary>
    /// <param name="node">The node.</param>
    /// <param name="byId">All nodes of the plan.</param>
    public static IEnumerable<Node> Above(Node node, IReadOnlyDictionary<string, Node> byId)
    {
        for (var holder = node.Parent; holder is not null && byId.TryGetValue(holder, out var above); holder = above.Parent)
            yield return above;
    }

    /// <summary>Id of the section, chapter or preamble that a node stands in; its own id where it stands in none.</summary>
    public static string SectionOf(Node node, IReadOnlyDictionary<string, Node> byId) =>
        Above(node, byId).FirstOrDefault(holder => holder.Type is NodeType.Section or NodeType.Chapter or NodeType.Preamble)?.Id ?? node.Id;

    /// <summary>Id of the column that a node stands in; null where it stands in none.</summary>
    public static string? ColumnOf(Node node, IReadOnlyDictionary<string, Node> byId) =>
        Above(node, byId).FirstOrDefault(holder => holder.Type is NodeType.Column)?.Id;
}
