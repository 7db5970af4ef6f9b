using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Benchmarks.Extraction;

/// <summary>What the reader of commitments finds in labelled sentences.</summary>
/// <param name="ByKind">The scores by kind. A quantity of the wrong kind is a label missed and a finding too many.</param>
/// <param name="Excluded">The score of the digits that are to be left out: labels alone, since nobody labels every date.</param>
/// <param name="Matched">How many labelled commitments were found, of any kind.</param>
/// <param name="Mistakes">What was missed, found too much, or has a wrong member, one line each.</param>
/// <param name="WrongMembers">How many of the commitments found have a wrong subject, value, operator or deadline.</param>
internal sealed record ExtractionScores(
    IReadOnlyDictionary<CommitmentKind, Score> ByKind,
    Score Excluded,
    int Matched,
    int WrongMembers,
    IReadOnlyList<string> Mistakes
)
{
    /// <summary>All kinds together.</summary>
    public Score All => ByKind.Values.Aggregate(default(Score), (sum, score) => sum + score);

    /// <summary>Reads every sentence and compares.</summary>
    public static ExtractionScores Of(IReadOnlyList<LabelledSentence> sample)
    {
        var byKind = Enum.GetValues<CommitmentKind>().ToDictionary(kind => kind, _ => default(Score));
        var excluded = default(Score);
        var (matched, wrongMembers) = (0, 0);
        List<string> mistakes = [];
        foreach (var sentence in sample)
        {
            var (commitments, exclusions) = Passages.Read(sentence.Text, sentence.Heading);
            foreach (var label in sentence.Commitments)
            {
                var found = commitments.FirstOrDefault(label.IsFoundIn);
                byKind[label.Kind] += new Score(1, found is null ? 0 : 1, 0, 0);
                if (found is null)
                    mistakes.Add($"missed {label.Kind} {label.Exact} in {sentence.Text}");
                else
                    matched++;

                if (found is null || label.Difference(found) is not { } difference)
                    continue;
                wrongMembers++;
                mistakes.Add($"{label.Exact}: {difference} in {sentence.Text}");
            }

            foreach (var commitment in commitments)
            {
                var right = sentence.Commitments.Any(label => label.IsFoundIn(commitment));
                byKind[commitment.Kind] += new Score(0, 0, 1, right ? 1 : 0);
                if (!right)
                    mistakes.Add($"wrong {commitment.Kind} {commitment.Anchor.Quote.Exact} in {sentence.Text}");
            }

            foreach (var label in sentence.Exclusions)
            {
                var found = exclusions.Any(label.IsFoundIn);
                excluded += new Score(1, found ? 1 : 0, 0, 0);
                if (!found)
                    mistakes.Add($"not left out as {label.Reason}: {label.Raw} in {sentence.Text}");
            }

            if (Passages.Unexplained(sentence.Text) is { } unexplained)
                mistakes.Add($"unexplained {unexplained.Found} in {sentence.Text}");
        }

        return new ExtractionScores(byKind, excluded, matched, wrongMembers, mistakes);
    }
}
