using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>The passage of a plan that is most like a text.</summary>
/// <param name="Node">The node that it stands in.</param>
/// <param name="Passage">The range of the node's text.</param>
/// <param name="Sentence">Number of that sentence in the node, from 1.</param>
/// <param name="Similarity">How much of both is the same, from 0 to 1: twice the characters that both have in the same order, by the characters of
/// both. A number counts as one character. At most a half where the numbers differ.</param>
public sealed record NearPassage(Node Node, SourceSpan Passage, int Sentence, double Similarity);

/// <summary>Finds the passage that somebody may have meant. Immutable once made.</summary>
public sealed class NearestPassages(IReadOnlyList<Node> nodes)
{
    /// <summary>Similarity from which a passage is a version of a text; below it, what is like it is like it by chance.</summary>
    private const double Enough = 0.6;

    /// <summary>Similarity from which a passage is a version of a text even where the two have no words in common.</summary>
    private const double Plain = 0.75;

    /// <summary>Characters in a row that two versions of a text have in common.</summary>
    private const int CommonWords = 4;

    /// <summary>Most that a passage with other numbers is similar.</summary>
    private const double OtherNumbers = 0.5;

    private const int LikelySentences = 3; // that are looked at clause by clause
    private const int MostClauses = 40;
    private const string Marks = "，、；：。！？,;:\n\t";

    private readonly Candidate[] sentences =
    [
        .. nodes.SelectMany(node =>
            Sentences
                .Split(node.Text)
                .Index()
                .Select(sentence => new Candidate(node, sentence.Item, sentence.Index + 1, Of(node.Text[sentence.Item.Start..sentence.Item.End])))
        ),
    ];

    /// <summary>The nearest passage; null when nothing is near.</summary>
    public NearPassage? Find(string text)
    {
        var wanted = Of(text);
        var likely = sentences
            .OrderByDescending(sentence => wanted.Within(sentence.Similarity))
            .ThenByDescending(sentence => wanted.To(sentence.Similarity))
            .Take(LikelySentences);
        var best = likely
            .SelectMany(sentence =>
            {
                var slices = new Slices(sentence.Node.Text, sentence.Span);
                return Passages(sentence, text)
                    .Select(passage => new NearPassage(sentence.Node, passage, sentence.Number, wanted.To(slices.Of(passage))));
            })
            .MaxBy(passage => passage.Similarity);
        if (best is null)
            return null;
        var trimmed = Trimmed(best, text);
        var (quoted, found) = (Folding.Typographic(text), Folding.Typographic(trimmed.Node.Text[trimmed.Passage.Start..trimmed.Passage.End]));
        var alike = Alike(quoted, found);
        if (alike < Enough || (alike < Plain && !HaveWordsInCommon(quoted, found)))
            return null;
        return trimmed with { Similarity = Numbers.Of(quoted).SequenceEqual(Numbers.Of(found)) ? alike : Math.Min(alike, OtherNumbers) };
    }

    private static double Alike(string one, string other)
    {
        var (left, right) = (Numbers.Pieces(one), Numbers.Pieces(other));
        if (left.Count + right.Count == 0)
            return 0;
        Dictionary<string, int> codes = new(StringComparer.Ordinal);
        var same = CommonSubsequence.Of([.. left.Select(Code)], [.. right.Select(Code)]).Count();
        return 2.0 * same / (left.Count + right.Count);

        int Code(string piece) => codes.TryGetValue(piece, out var code) ? code : codes[piece] = codes.Count;
    }

    private static bool HaveWordsInCommon(string one, string other) =>
        TextEdits.Of(one, other).Any(edit => edit.Op is EditOp.Equal && edit.Text.Length >= CommonWords);

    /// <summary>The passage without what stands before and behind all that the text has in common with it.</summary>
    private static NearPassage Trimmed(NearPassage found, string text)
    {
        var passage = found.Passage;
        var edits = TextEdits.Of(text, found.Node.Text[passage.Start..passage.End]);
        var (before, behind) = (Inserted(edits[0]), edits.Count > 1 ? Inserted(edits[^1]) : 0);
        return found with { Passage = new(passage.Start + before, passage.End - behind) };

        static int Inserted(TextEdit edit) => edit.Op is EditOp.Insert ? edit.Text.Length : 0;
    }

    /// <summary>Runs of clauses that are about as long as the text, and the sentence as a whole.</summary>
    private static IEnumerable<SourceSpan> Passages(Candidate sentence, string text)
    {
        yield return sentence.Span;

        var (whole, closed) = (sentence.Node.Text, text.Length > 0 && Marks.Contains(text[^1], StringComparison.Ordinal));
        var ends = new List<int>(MostClauses) { sentence.Span.Start };
        for (var at = sentence.Span.Start; at < sentence.Span.End && ends.Count < MostClauses; at++)
            if (Marks.Contains(whole[at], StringComparison.Ordinal))
                ends.Add(at + 1);
        if (ends[^1] < sentence.Span.End)
            ends.Add(sentence.Span.End);

        foreach (var (first, start) in ends.Index())
        foreach (var end in ends.Skip(first + 1))
        {
            var stop = closed || !Marks.Contains(whole[end - 1], StringComparison.Ordinal) ? end : end - 1;
            if (stop > start && 2 * (stop - start) >= text.Length && stop - start <= (2 * text.Length) + 8)
                yield return new SourceSpan(start, stop);
        }
    }

    private static Similarity Of(string text) => new(Folding.Typographic(text));

    /// <summary>A sentence, folded once for all of its passages.</summary>
    private sealed class Slices
    {
        private readonly string folded;
        private readonly int[] places; // where each character of the sentence begins in the folded text
        private readonly int start;

        public Slices(string text, SourceSpan sentence)
        {
            var whole = Folding.TypographicWithOrigins(text[sentence.Start..sentence.End]);
            (folded, places, start) = (whole.Text, new int[sentence.Length + 1], sentence.Start);
            for (var (at, place) = (0, 0); at < places.Length; at++)
            {
                while (place < folded.Length && whole.Origins[place] < at)
                    place++;
                places[at] = place;
            }
        }

        public Similarity Of(SourceSpan passage) => new(folded[places[passage.Start - start]..places[passage.End - start]]);
    }

    private sealed record Candidate(Node Node, SourceSpan Span, int Number, Similarity Similarity);
}
