using System.Globalization;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>Compares the text with the table, and passages of the text with each other.</summary>
public static class Consistency
{
    /// <summary>Applies every rule.</summary>
    /// <param name="plan">The plan, its commitments and places read.</param>
    /// <param name="gazetteer">The things that the text names in several ways, and the passages that say different things of one matter.</param>
    /// <returns>The findings, rule by rule, in reading order within a rule; agreements are findings too.</returns>
    public static IReadOnlyList<Finding> Check(Plan plan, Gazetteer gazetteer)
    {
        var (nodes, indicators, commitments) = (plan.Nodes, plan.Indicators, plan.Commitments);
        var cells = new TableCells(nodes);
        var linked = commitments
            .Where(commitment => commitment is { Value: not null, Indicator: not null })
            .Select(commitment => (Commitment: commitment, Indicator: indicators.First(indicator => indicator.Id == commitment.Indicator)))
            .ToList();
        IEnumerable<Finding?> found =
        [
            .. linked.Select(pair => TargetInText(pair.Commitment, pair.Indicator, cells)),
            .. linked.Select(pair => BaselineInText(pair.Commitment, pair.Indicator, cells)),
            .. linked.Select(pair => LaterTarget(pair.Commitment, pair.Indicator, cells)),
            .. indicators.Select(indicator => BehindBaseline(indicator, cells)),
            .. indicators.Select(indicator => AtBaseline(indicator, cells)),
            .. indicators.Select(indicator => MissingUnit(indicator, cells)),
            .. commitments.Select(UnitNotPrinted),
            MarkInNote(nodes, indicators, cells),
            .. NumbersInTexts.Compare(commitments),
            .. CuratedComparisons.Compare(plan, gazetteer),
            DocumentNumber(plan),
        ];
        return
        [
            .. found
                .OfType<Finding>()
                .Select(finding =>
                    finding with
                    {
                        Id = finding.Id is "" ? $"{finding.Rule}.{About(finding)}" : finding.Id,
                        Erratum = plan.Errata.FirstOrDefault(erratum => ListsTheSame(erratum, finding))?.Id,
                    }
                ),
        ];
    }

    private static bool ListsTheSame(Erratum erratum, Finding finding) =>
        finding.Rule switch
        {
            "missing-unit" => erratum.Kind is "missing-unit" && finding.Sides.Any(side => side.Anchor.Node == erratum.Target),
            "mark-in-note" => erratum.Kind is "glyph" && finding.Sides.Any(side => side.Anchor.Node == erratum.Target),
            "name-variants" => erratum.Kind is "typo" or "wording"
                && finding.Sides.Any(side =>
                    side.Anchor.Node == erratum.Target && erratum.Verbatim.Contains(side.Anchor.Quote.Exact, StringComparison.Ordinal)
                ),
            _ => false,
        };

    private static Finding? TargetInText(Commitment commitment, Indicator indicator, TableCells cells)
    {
        if (
            commitment.Kind is not CommitmentKind.Target
            || commitment.Deadline?.To?.Year != indicator.Target.Year
            || indicator.Target.Value is not { } target
        )
            return null;
        var sameNumber = commitment.Value == target;
        var sameBound =
            sameNumber
            && BoundOf(commitment.Operator) == indicator.Target.Operator
            && commitment.Operator is QuantityOperator.About == indicator.Target.Approx;
        var (says, prints) = (Phrase(commitment), indicator.Target.Raw);
        return Make(
            "target-in-text",
            sameBound,
            sameNumber ? Severity.Warning : Severity.Error,
            FindingStatus.Open,
            indicator,
            [TextSide(commitment), cells.TargetOf(indicator)],
            new Label(
                sameBound ? $"{indicator.Name}：正文与表中目标一致。" : $"{indicator.Name}：正文为“{says}”，表中为“{prints}”。",
                sameBound
                    ? "Prose and table set the same target."
                    : $"The prose says {says} ({EnglishWords.Quantity(commitment)}), the table prints {prints}."
            )
        );
    }

    private static Finding? BaselineInText(Commitment commitment, Indicator indicator, TableCells cells)
    {
        if (commitment.Kind is not CommitmentKind.Baseline || indicator.Baseline.Value is not { } baseline)
            return null;
        if (commitment.Deadline?.To is { } to && to.Year != indicator.Baseline.Year)
            return null;
        var same = commitment.Value == baseline;
        var (says, prints) = (commitment.Anchor.Quote.Exact, indicator.Baseline.Raw);
        return Make(
            "baseline-in-text",
            same,
            Severity.Error,
            FindingStatus.Open,
            indicator,
            [TextSide(commitment), cells.BaselineOf(indicator)],
            new Label(
                same ? $"{indicator.Name}：正文“{says}”与表中基数{prints}一致。" : $"{indicator.Name}：正文为“{says}”，表中基数为{prints}。",
                same ? $"The prose says {says}, as the table does." : $"The prose says {says}, the table prints {prints}."
            )
        );
    }

    private static Finding? LaterTarget(Commitment commitment, Indicator indicator, TableCells cells)
    {
        if (commitment.Kind is not CommitmentKind.Target || commitment.Deadline?.To is not { } to || to.Year <= indicator.Target.Year)
            return null;
        if (indicator.Target.Value is not { } target || indicator.Direction.Value is not ("increase" or "decrease"))
            return null;
        var further = indicator.Direction.Value is "increase" ? commitment.Value > target : commitment.Value < target;
        var (says, saysEn) = (
            string.Create(CultureInfo.InvariantCulture, $"{to.Year}: {commitment.Anchor.Quote.Exact}"),
            string.Create(CultureInfo.InvariantCulture, $"The target of {to.Year}, {EnglishWords.Quantity(commitment)},")
        );
        return Make(
            "later-target",
            further,
            Severity.Error,
            FindingStatus.Open,
            indicator,
            [TextSide(commitment), cells.TargetOf(indicator)],
            new Label(
                $"{indicator.Name}：正文远期目标“{says}”{(further ? "在" : "未在")}表中目标{indicator.Target.Raw}之后继续推进。",
                $"{saysEn} {(further ? "lies" : "does not lie")} further on than the table's {indicator.Target.Raw}."
            )
        );
    }

    private static Finding? BehindBaseline(Indicator indicator, TableCells cells) =>
        indicator.Direction.Value is not "floor"
            ? null
            : Make(
                "target-behind-baseline",
                false,
                Severity.Warning,
                FindingStatus.Accepted,
                indicator,
                [cells.TargetOf(indicator), cells.BaselineOf(indicator)],
                new Label(
                    $"{indicator.Name}：目标值{indicator.Target.Raw}低于基数{indicator.Baseline.Raw}，按底线理解。",
                    $"The target {indicator.Target.Raw} lies below the baseline {indicator.Baseline.Raw}; it is read as a floor."
                )
            );

    private static Finding? AtBaseline(Indicator indicator, TableCells cells) =>
        indicator.Direction.Value is not "maintain"
            ? null
            : Make(
                "target-at-baseline",
                true,
                Severity.Info,
                FindingStatus.Accepted,
                indicator,
                [cells.TargetOf(indicator), cells.BaselineOf(indicator)],
                new Label(
                    $"{indicator.Name}：目标值与基数同为{indicator.Baseline.Raw}，按保持理解。",
                    $"Target and baseline are both {indicator.Baseline.Raw}; the target is read as a level to hold."
                )
            ) with
            {
                Status = FindingStatus.Accepted,
            };

    /// <summary>A ratio needs no unit, a milestone has none; any other number without one had to be read.</summary>
    private static Finding? MissingUnit(Indicator indicator, TableCells cells) =>
        indicator is not { Unit: { Raw: null, Ucum: { } code }, Target.Value: not null }
            ? null
            : new Finding(
                "",
                "missing-unit",
                FindingResult.Incomplete,
                code is "1" ? Severity.Info : Severity.Warning,
                code is "1" ? FindingStatus.Accepted : FindingStatus.Open,
                new Label($"{indicator.Name}：未印单位，按“{code}”读取。", $"No unit is printed; the data read it as {code}."),
                [cells.NameOf(indicator)],
                indicator.Id,
                null
            );

    /// <summary>A number of the prose whose unit we supplied; ranks and sums of money in 亿 are plain without one.</summary>
    private static Finding? UnitNotPrinted(Commitment commitment) =>
        commitment is not { Unit: { Inferred: true, Raw: not null, Label: { } unit }, Kind: CommitmentKind.Target }
            ? null
            : new Finding(
                "",
                "missing-unit",
                FindingResult.Incomplete,
                Severity.Warning,
                FindingStatus.Open,
                new Label(
                    $"{commitment.Subject}：“{commitment.Anchor.Quote.Exact}”后未印单位，按“{unit}”读取。",
                    $"No unit is printed behind {commitment.Anchor.Quote.Exact}; the data read it as {EnglishWords.Quantity(commitment)}."
                ),
                [TextSide(commitment)],
                commitment.Indicator,
                null
            );

    private static Finding? DocumentNumber(Plan plan)
    {
        var (printed, described) = (plan.TitleBlock.DocumentNumber, plan.About.Authority.DocumentNumber);
        if (plan.Nodes.FirstOrDefault(node => node.Type is NodeType.NoticeLine && node.Text == printed) is not { } line)
            return null;
        var same = printed == described;
        return new Finding(
            "document-number.notice",
            "document-number",
            same ? FindingResult.Agrees : FindingResult.Differs,
            same ? Severity.Info : Severity.Error,
            same ? FindingStatus.Settled : FindingStatus.Open,
            new Label(
                same ? $"通知文号“{printed}”与元数据一致。" : $"通知文号为“{printed}”，元数据为“{described}”。",
                same ? $"The notice and the description both say {printed}." : $"The notice says {printed}, the description {described}."
            ),
            [new FindingSide(printed, new Anchors(line).Of(new TextSpan(0, printed.Length)), null)],
            null,
            null
        );
    }

    /// <summary>The note under the table says which mark shows a cumulative number; the cells must print that mark.</summary>
    private static Finding? MarkInNote(IReadOnlyList<Node> nodes, IReadOnlyList<Indicator> indicators, TableCells cells)
    {
        if (indicators.FirstOrDefault(indicator => indicator.Target.Cumulative) is not { } cumulative)
            return null;
        if (nodes.FirstOrDefault(node => node.Type is NodeType.TableNote) is not { } note)
            return null;
        var start = note.Text.IndexOf('带', StringComparison.Ordinal) + 1;
        var end = note.Text.IndexOf('的', start);
        if (start == 0 || end <= start)
            return null;
        var anchor = new Anchors(note).Of(new TextSpan(start, end));
        var (mark, prints) = (anchor.Quote.Exact, cumulative.Target.Raw);
        var same = mark.All(part => prints.Contains(part, StringComparison.Ordinal));
        return Make(
            "mark-in-note",
            same,
            Severity.Warning,
            FindingStatus.Open,
            cumulative,
            [new FindingSide(mark, anchor, null), cells.TargetOf(cumulative)],
            new Label($"表注以“{mark}”标示累计数，表中印作“{prints}”。", $"The note marks cumulative numbers with {mark}, the cell prints {prints}.")
        );
    }

    private static Finding Make(
        string rule,
        bool agrees,
        Severity severity,
        FindingStatus status,
        Indicator indicator,
        IReadOnlyList<FindingSide> sides,
        Label statement
    ) =>
        new(
            "",
            rule,
            agrees ? FindingResult.Agrees : FindingResult.Differs,
            agrees ? Severity.Info : severity,
            agrees ? FindingStatus.Settled : status,
            statement,
            sides,
            indicator.Id,
            null
        );

    /// <summary>A rule looks once at each commitment, or at each row of the table.</summary>
    private static string About(Finding finding) => finding.Sides[0].Commitment ?? finding.Sides[^1].Anchor.Node;

    internal static FindingSide TextSide(Commitment commitment) => new(Phrase(commitment), commitment.Anchor, commitment.Id);

    /// <summary>The number with the words that set it: 力争达到74%.</summary>
    private static string Phrase(Commitment commitment) =>
        string.Concat(commitment.Modality.Where(word => !commitment.Anchor.Quote.Exact.EndsWith(word, StringComparison.Ordinal)))
        + commitment.Anchor.Quote.Exact;

    private static TargetOperator BoundOf(QuantityOperator op) =>
        op switch
        {
            QuantityOperator.Gt => TargetOperator.Gt,
            QuantityOperator.Gte => TargetOperator.Gte,
            QuantityOperator.Lt => TargetOperator.Lt,
            QuantityOperator.Lte => TargetOperator.Lte,
            _ => TargetOperator.None,
        };
}
