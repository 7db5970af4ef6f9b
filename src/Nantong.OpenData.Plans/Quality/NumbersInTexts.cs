using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>Compares the numbers that passages of the prose give for one thing: with each other, and what is reached with what is aimed at.</summary>
internal static class NumbersInTexts
{
    private const int ShortestName = 3;

    /// <summary>The comparisons, equal times first, each in reading order.</summary>
    public static IEnumerable<Finding> Compare(IReadOnlyList<Commitment> commitments)
    {
        var numbers = commitments
            .Where(commitment => commitment is { Value: not null, Kind: not (CommitmentKind.Standard or CommitmentKind.DesignParameter) })
            .ToList();
        return [.. Pairs(numbers, SameTime).Select(Equal), .. Pairs(numbers, FromStateToAim).Select(Progress)];
    }

    private static IEnumerable<(Commitment First, Commitment Second)> Pairs(List<Commitment> numbers, Func<Commitment, Commitment, bool> belong)
    {
        foreach (var (at, second) in numbers.Index())
        {
            if (
                numbers
                    .Take(at)
                    .LastOrDefault(first =>
                        first.Unit!.Ucum == second.Unit!.Ucum && SameThing(first.Subject, second.Subject) && belong(first, second)
                    ) is
                { } first
            )
                yield return (first, second);
        }
    }

    /// <summary>乡村振兴示范村 and 示范村: the shorter name ends the longer one.</summary>
    private static bool SameThing(string one, string other) =>
        Math.Min(one.Length, other.Length) >= ShortestName
        && (one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal));

    private static bool SameTime(Commitment first, Commitment second) =>
        first.Subject == second.Subject
        && first.Kind == second.Kind
        && first.Measure == second.Measure
        && first.Anchor.Node != second.Anchor.Node
        && first.Deadline?.To?.Year == second.Deadline?.To?.Year;

    private static bool FromStateToAim(Commitment first, Commitment second) =>
        first.Kind is CommitmentKind.Baseline or CommitmentKind.Achievement && second is { Kind: CommitmentKind.Target, Indicator: null };

    private static Finding Equal((Commitment First, Commitment Second) pair)
    {
        var same = pair.First.Value == pair.Second.Value && pair.First.Operator == pair.Second.Operator;
        return new Finding(
            $"number-in-texts.{pair.Second.Id}",
            "number-in-texts",
            same ? FindingResult.Agrees : FindingResult.Differs,
            same ? Severity.Info : Severity.Error,
            same ? FindingStatus.Settled : FindingStatus.Open,
            new Label(
                $"{pair.Second.Subject}：一处为“{Says(pair.First)}”，一处为“{Says(pair.Second)}”，{(same ? "一致" : "不一致")}。",
                $"{SubjectEn(pair.Second)}: one passage says {EnglishWords.Quantity(pair.First)}, another {EnglishWords.Quantity(pair.Second)}."
            ),
            Sides(pair),
            pair.Second.Indicator,
            null
        );
    }

    /// <summary>A state and an aim. Where the two are not named alike, they may be counted otherwise: that is accepted, not settled.</summary>
    private static Finding Progress((Commitment First, Commitment Second) pair)
    {
        var (reached, aim) = (pair.First.Value!.Value, pair.Second.Value!.Value);
        var further = pair.Second.Operator is QuantityOperator.Lt or QuantityOperator.Lte ? aim <= reached : aim >= reached;
        var alike = pair.First.Subject == pair.Second.Subject;
        var begun = pair.First.Modality.Contains("启动");
        return new Finding(
            $"progress.{pair.Second.Id}",
            "progress",
            further ? FindingResult.Agrees : FindingResult.Differs,
            further ? Severity.Info : Severity.Warning,
            further
                ? alike
                    ? FindingStatus.Settled
                    : FindingStatus.Accepted
                : FindingStatus.Open,
            new Label(
                $"{pair.Second.Subject}：{(begun ? "已启动" : "现状")}{Says(pair.First)}{(alike ? "" : $"（“{pair.First.Subject}”，口径可能不同）")}，"
                    + $"目标{Says(pair.Second)}{(further ? "" : "，目标未在现状之后")}。",
                $"{SubjectEn(pair.Second)}: {EnglishWords.Quantity(pair.First)} {(begun ? "begun" : "reached")}"
                    + $"{(alike ? "" : $" ({SubjectEn(pair.First)}: perhaps counted otherwise)")}, {EnglishWords.Quantity(pair.Second)} aimed at"
                    + $"{(further ? "" : ", which is not further on")}."
            ),
            Sides(pair),
            pair.Second.Indicator,
            null
        );
    }

    private static string SubjectEn(Commitment commitment) => commitment.SubjectEn ?? commitment.Subject;

    private static string Says(Commitment commitment) => commitment.Anchor.Quote.Exact;

    private static FindingSide[] Sides((Commitment First, Commitment Second) pair) =>
        [Consistency.TextSide(pair.First), Consistency.TextSide(pair.Second)];
}
