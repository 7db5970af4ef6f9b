using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>Two versions of a text, compared sentence by sentence.</summary>
public static class SentenceDiff
{
    /// <summary>Share of character pairs from which two sentences are versions of each other.</summary>
    private const double Enough = 0.4;

    /// <summary>The sentences that differ: those of the later text in its order, then the removed ones.</summary>
    /// <param name="node">Id of the node that the text belongs to.</param>
    /// <param name="from">The text before.</param>
    /// <param name="to">The text after.</param>
    /// <param name="kind">The kind of a sentence that does not differ in typography alone.</param>
    public static IReadOnlyList<SentenceChange> Compare(string node, string from, string to, ChangeKind kind)
    {
        var (before, after) = (Sentences.Split(from), Sentences.Split(to));
        var pairs = Alignment.Of(Entries(from, before), Entries(to, after), Enough);
        var pairOf = pairs.ToDictionary(pair => pair.To);

        List<SentenceChange> changes = [];
        foreach (var (at, place) in after.Index())
        {
            var sentence = to[place.Start..place.End];
            if (!pairOf.TryGetValue(at, out var pair))
            {
                changes.Add(new(node, at + 1, ChangeOp.Added, kind, null, sentence, place.Start, place.End));
                continue;
            }

            var former = from[before[pair.From].Start..before[pair.From].End];
            if (former == sentence && !pair.Moved)
                continue;
            var op = pair.Moved ? ChangeOp.Moved : ChangeOp.Modified;
            var why = Folding.DifferInTypographyAlone(former, sentence) ? ChangeKind.Typographic : kind;
            changes.Add(new(node, at + 1, op, why, former, sentence, place.Start, place.End));
        }

        var kept = pairs.Select(pair => pair.From).ToHashSet();
        foreach (var (at, place) in before.Index())
        {
            if (!kept.Contains(at))
                changes.Add(new(node, at + 1, ChangeOp.Removed, kind, from[place.Start..place.End], null, place.Start, place.End));
        }

        return changes;
    }

    private static Alignment.Entry[] Entries(string text, IReadOnlyList<SourceSpan> sentences) =>
        [.. sentences.Select(span => new Alignment.Entry("", text[span.Start..span.End], null))];
}
