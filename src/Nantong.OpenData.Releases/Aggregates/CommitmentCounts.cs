using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>How many commitments there are, and of which kind: by chapter, by kind, by unit, and by the year in which they fall due.</summary>
/// <remarks>Codes <c>_Z</c> and <c>_U</c> are those of SDMX: a milestone has no unit and some sentences set no date, which is <c>_Z</c>; a length of
/// time whose end is not stated is <c>_U</c>.</remarks>
internal static class CommitmentCounts
{
    public const string ChapterId = "commitments-by-chapter";
    public const string DeadlineId = "commitments-by-deadline";
    public const string KindId = "commitments-by-kind";
    public const string UnitId = "commitments-by-unit";

    private const string NotApplicable = "_Z";
    private const string Unspecified = "_U";

    private static readonly Dictionary<CommitmentKind, Label> Kinds = new()
    {
        [CommitmentKind.Target] = new("目标", "Target"),
        [CommitmentKind.Baseline] = new("现状值", "Baseline"),
        [CommitmentKind.Achievement] = new("已有成果", "Achievement"),
        [CommitmentKind.Standard] = new("标准", "Standard"),
        [CommitmentKind.DesignParameter] = new("设计参数", "Design parameter"),
        [CommitmentKind.Milestone] = new("节点任务", "Milestone"),
    };

    public static Aggregate ByChapter(AggregateInputs inputs)
    {
        var parts = new Parts(inputs.Nodes);
        return Aggregate(
            inputs,
            ChapterId,
            new Label("各章承诺数量", "Commitments by chapter"),
            "chapter",
            [
                .. inputs
                    .Facts.Commitments.GroupBy(row => parts.Top(row.Anchor.Node))
                    .OrderBy(part => part.Key.Order)
                    .Select(part => new Group(part.Key.Id, Parts.Name(part.Key), [.. part])),
            ],
            Hashes.Table(RecordKinds.Node, inputs.Nodes)
        );
    }

    public static Aggregate ByKind(AggregateInputs inputs) =>
        Aggregate(
            inputs,
            KindId,
            new Label("各类承诺数量", "Commitments by kind"),
            "kind",
            [
                .. inputs
                    .Facts.Commitments.GroupBy(row => row.Kind)
                    .OrderBy(kind => kind.Key)
                    .Select(kind => new Group(RecordJson.Code(kind.Key, RecordJson.Line.CommitmentKind), Kinds[kind.Key], [.. kind])),
            ]
        );

    public static Aggregate ByUnit(AggregateInputs inputs) =>
        Aggregate(
            inputs,
            UnitId,
            new Label("各计量单位承诺数量", "Commitments by unit"),
            "unit",
            [
                .. from row in inputs.Facts.Commitments
                group row by row.Unit?.Ucum ?? NotApplicable into unit
                orderby unit.Count() descending, unit.Key
                select new Group(
                    unit.Key,
                    unit.Key is NotApplicable ? new Label("无单位", "No unit") : new Label(unit.First().Unit!.Label ?? unit.Key, unit.Key),
                    [.. unit]
                ),
            ]
        );

    public static Aggregate ByDeadline(AggregateInputs inputs) =>
        Aggregate(
            inputs,
            DeadlineId,
            new Label("各时限承诺数量", "Commitments by deadline"),
            "deadline",
            [
                .. from row in inputs.Facts.Commitments
                group row by Due(row) into year
                orderby year.Key[0] is '_', year.Key
                select new Group(year.Key, DueLabel(year.Key), [.. year]),
            ]
        );

    private static string Due(Commitment row) =>
        row.Deadline switch
        {
            null => NotApplicable,
            { To: { } to } => to.Year.ToString("D4", CultureInfo.InvariantCulture),
            _ => Unspecified,
        };

    private static Label DueLabel(string year) =>
        year switch
        {
            NotApplicable => new("未设时限", "No date set"),
            Unspecified => new("时限止日未载明", "End not stated"),
            _ => new($"{year}年", year),
        };

    private static Aggregate Aggregate(
        AggregateInputs inputs,
        string id,
        Label label,
        string dimension,
        IReadOnlyList<Group> groups,
        params TableEntry[] others
    )
    {
        var all = inputs.Facts.Commitments;
        var own = Hashes.Table(RecordKinds.Commitment, all);
        return new(
            id,
            label,
            inputs.Release,
            others is [] ? own.Sha256 : Hashes.Together([own, .. others]),
            [.. groups.Append(new Group(AggregateRecipe.Total, AggregateRecipe.TotalLabel, all)).Select(group => Row(dimension, group))]
        );
    }

    private static AggregateRow Row(string dimension, Group group)
    {
        return new AggregateRow(
            new Dictionary<string, string> { [dimension] = group.Code },
            group.Label,
            new Dictionary<string, decimal?>
            {
                ["commitments"] = group.Rows.Count,
                ["targets"] = Count(CommitmentKind.Target),
                ["baselines"] = Count(CommitmentKind.Baseline),
                ["achievements"] = Count(CommitmentKind.Achievement),
                ["standards"] = Count(CommitmentKind.Standard),
                ["designParameters"] = Count(CommitmentKind.DesignParameter),
                ["milestones"] = Count(CommitmentKind.Milestone),
                ["withDeadline"] = group.Rows.Count(row => row.Deadline is not null),
                ["withIndicator"] = group.Rows.Count(row => row.Indicator is not null),
            },
            Unit: null
        );

        decimal Count(CommitmentKind kind) => group.Rows.Count(row => row.Kind == kind);
    }

    private sealed record Group(string Code, Label Label, IReadOnlyList<Commitment> Rows);
}
