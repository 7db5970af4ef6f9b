using System.Text.Json;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>One record before and after; one of the two may be missing.</summary>
internal readonly record struct RecordPair(JsonElement? From, JsonElement? To);

/// <summary>Finds the records of one release again in another.</summary>
internal static class RecordPairs
{
    /// <summary>The records of one kind in pairs: those of the later release in its order, then those that are gone.</summary>
    public static IEnumerable<RecordPair> Of(RecordSet from, RecordSet to, NodeMap nodes)
    {
        var earlier = from.Kind switch
        {
            { IsNamedByNode: true } => ByNode(from, to, nodes),
            { IsCounted: true } => CountedPairs.Of(from, to, nodes),
            _ => ByName(from, to),
        };
        foreach (var record in to.Records)
            yield return new(earlier.TryGetValue(to.IdOf(record), out var id) ? from.ById[id] : null, record);

        var kept = earlier.Values.ToHashSet(StringComparer.Ordinal);
        foreach (var record in from.Records.Where(record => !kept.Contains(from.IdOf(record))))
            yield return new(record, null);
    }

    /// <summary>Records that are named after their node follow it; where neither release has the node, the name alone tells.</summary>
    private static Dictionary<string, string> ByNode(RecordSet from, RecordSet to, NodeMap nodes) =>
        from
            .ById.Keys.Select(id => (Before: id, After: nodes.After(id) ?? (nodes.Before(id) is null ? id : null)))
            .Where(pair => pair.After is not null && to.ById.ContainsKey(pair.After))
            .ToDictionary(pair => pair.After!, pair => pair.Before, StringComparer.Ordinal);

    /// <summary>Records with names of their own keep them; one whose id is gone is found again by what it is about, when that is said once.</summary>
    private static Dictionary<string, string> ByName(RecordSet from, RecordSet to)
    {
        var earlier = to.ById.Keys.Where(from.ById.ContainsKey).ToDictionary(id => id, id => id, StringComparer.Ordinal);
        var gone = Once(from, to);
        foreach (var (text, id) in Once(to, from))
        {
            if (gone.TryGetValue(text, out var before))
                earlier.Add(id, before);
        }

        return earlier;
    }

    private static Dictionary<string, string> Once(RecordSet records, RecordSet others) =>
        (
            from entry in records.ById
            where !others.ById.ContainsKey(entry.Key)
            let text = RecordSet.Find(entry.Value, records.Kind.Text)
            where !string.IsNullOrEmpty(text)
            group entry.Key by Folding.Typographic(text) into same
            where same.Count() == 1
            select (Text: same.Key, Id: same.First())
        ).ToDictionary(entry => entry.Text, entry => entry.Id, StringComparer.Ordinal);
}
