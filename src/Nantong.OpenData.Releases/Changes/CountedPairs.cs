using System.Text.Json;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>Finds records again whose ids only count them within their node.</summary>
/// <remarks>
/// First come those that say the same in the same node, then those about the same subject, then those with the same words, then what is left of a
/// node, each in reading order:
/// a new number is a change of its commitment, and a commitment more is one more, not a change of all that follow.
/// </remarks>
internal static class CountedPairs
{
    /// <summary>The earlier id of every later record that was found again.</summary>
    public static Dictionary<string, string> Of(RecordSet from, RecordSet to, NodeMap nodes)
    {
        Dictionary<string, string> earlier = new(StringComparer.Ordinal);
        var (left, sought) = (Marks(from, node => Now(node, nodes)), Marks(to, node => node));
        foreach (
            var key in (Func<Mark, Mark>[])
                [mark => mark, mark => mark with { Text = "" }, mark => mark with { Subject = "" }, mark => mark with { Text = "", Subject = "" }]
        )
        {
            var waiting = left.GroupBy(entry => key(entry.Mark))
                .ToDictionary(same => same.Key, same => new Queue<string>(same.Select(entry => entry.Id)));
            foreach (var (id, mark) in sought)
            {
                if (waiting.TryGetValue(key(mark), out var ids) && ids.TryDequeue(out var before))
                    earlier.Add(id, before);
            }

            var found = earlier.Values.ToHashSet(StringComparer.Ordinal);
            left.RemoveAll(entry => found.Contains(entry.Id));
            sought.RemoveAll(entry => earlier.ContainsKey(entry.Id));
        }

        return earlier;
    }

    private static List<(string Id, Mark Mark)> Marks(RecordSet records, Func<string, string> node) =>
        [
            .. records.Records.Select(record =>
                (
                    records.IdOf(record),
                    new Mark(node(Find(record, records.Kind.Node)), Find(record, records.Kind.Text), Find(record, records.Kind.Subject))
                )
            ),
        ];

    /// <summary>Where a node stands now; a node that is gone must not be taken for the one that bears its id.</summary>
    private static string Now(string node, NodeMap nodes) => nodes.After(node) ?? (nodes.Before(node) is null ? node : $"gone {node}");

    private static string Find(JsonElement record, string? pointer) => Folding.Typographic(RecordSet.Find(record, pointer) ?? "");

    private readonly record struct Mark(string Node, string Text, string Subject);
}
