using System.Text.Json;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>Which node of one release is which node of another, and what happened to the source under it.</summary>
/// <remarks>Node ids count positions: a paragraph inserted in the middle renames all that follow. So nodes are found again by what they
/// say.</remarks>
internal sealed class NodeMap
{
    /// <summary>Share of character pairs from which two nodes are versions of each other.</summary>
    private const double Enough = 0.5;

    private const string Verbatim = "/source/verbatim";

    private readonly RecordSet from;
    private readonly RecordSet to;
    private readonly Dictionary<string, string> toOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> fromOf = new(StringComparer.Ordinal);

    public NodeMap(ReleaseContent before, ReleaseContent after)
    {
        (from, to) = (before.Get(RecordKinds.Node), after.Get(RecordKinds.Node));
        SourceChanged = !Hashes(before).SequenceEqual(Hashes(after), StringComparer.Ordinal);
        foreach (var pair in Alignment.Of(Entries(from), Entries(to), Enough))
        {
            var (earlier, later) = (from.IdOf(from.Records[pair.From]), to.IdOf(to.Records[pair.To]));
            (toOf[earlier], fromOf[later]) = (later, earlier);
        }

        Steady = toOf.Count == from.Records.Count && toOf.Count == to.Records.Count && toOf.All(pair => pair.Key == pair.Value);
    }

    /// <summary>True when the source text is another one.</summary>
    public bool SourceChanged { get; }

    /// <summary>True when every node kept its id, and none came or went.</summary>
    public bool Steady { get; }

    /// <summary>The id that a node has after; null when it is gone.</summary>
    public string? After(string id) => toOf.GetValueOrDefault(id);

    /// <summary>The id that a node had before; null when it is new.</summary>
    public string? Before(string id) => fromOf.GetValueOrDefault(id);

    /// <summary>True when the source says something else where a record was read.</summary>
    /// <param name="before">Id of the record's node before; null for a record that belongs to no node.</param>
    /// <param name="after">Id of its node after.</param>
    public bool IsAmended(string? before, string? after) =>
        SourceChanged && (!IsSame(before, after) || Find(from.ById[before!], Verbatim) != Find(to.ById[after!], Verbatim));

    /// <summary>The errata that apply to a node on one side alone, or differently; null when there are none, or when the source itself says something
    /// else.</summary>
    public string? ErrataOf(string? before, string? after)
    {
        if (!IsSame(before, after) || IsAmended(before, after))
            return null;
        var (earlier, later) = (Errata(from.ById[before!]), Errata(to.ById[after!]));
        var ids = earlier.Except(later).Union(later.Except(earlier)).Select(erratum => erratum.Id).ToHashSet(StringComparer.Ordinal);
        return ids.Count == 0 ? null : string.Join(", ", ids.Order(StringComparer.Ordinal));
    }

    private bool IsSame(string? before, string? after) => before is not null && after is not null && After(before) == after;

    private static Alignment.Entry[] Entries(RecordSet nodes) =>
        [.. nodes.Records.Select(node => new Alignment.Entry(Find(node, "/type"), Find(node, "/text"), nodes.IdOf(node)))];

    private static string Find(JsonElement node, string pointer) => RecordSet.Find(node, pointer) ?? "";

    private static IEnumerable<string> Hashes(ReleaseContent content) =>
        content.Get(RecordKinds.Source).Records.Select(source => Find(source, "/sha256"));

    private static HashSet<(string Id, string From, string To)> Errata(JsonElement node) =>
        node.TryGetProperty("source", out var source)
        && source.TryGetProperty("normalizations", out var list)
        && list.ValueKind is JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(one => (Find(one, "/erratum"), Find(one, "/from"), Find(one, "/to")))]
            : [];
}
