using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A code that may stand in a column, with its meaning.</summary>
/// <param name="Code">The code: <c>gte</c>.</param>
/// <param name="Label">What it means.</param>
public sealed record CodeLabel(string Code, Label Label);

/// <summary>What the codes of the tables mean: the codelists of the API tell it, and cells of the Chinese files show it.</summary>
public static class CodeLabels
{
    /// <summary>How a printed target binds.</summary>
    public static IReadOnlyList<CodeLabel> TargetOperators { get; } =
        Of(
            RecordJson.Line.TargetOperator,
            (TargetOperator.None, "仅印数字，无比较符", "A bare number: no operator is printed"),
            (TargetOperator.Gt, "大于（>）", "More than"),
            (TargetOperator.Gte, "不小于（≥）", "At least"),
            (TargetOperator.Lt, "小于（<）", "Less than"),
            (TargetOperator.Lte, "不大于（≤）", "At most")
        );

    /// <summary>What form a target has.</summary>
    public static IReadOnlyList<CodeLabel> TargetKinds { get; } =
        Of(
            RecordJson.Line.TargetKind,
            (TargetKind.Threshold, "带比较符的数字", "A number with a printed operator"),
            (TargetKind.Value, "仅印数字", "A bare number"),
            (TargetKind.Milestone, "建成，无数字", "Something to be built or done, without a number"),
            (TargetKind.Range, "区间", "Two numbers between which the value is to be"),
            (TargetKind.Growth, "年均增长率", "A rate of growth"),
            (TargetKind.Qualitative, "定性表述，无数字", "Words without a number")
        );

    /// <summary>Which way a value is meant to go.</summary>
    public static IReadOnlyList<CodeLabel> Directions { get; } =
    [
        new("increase", new("上升", "Up: the target is above the baseline")),
        new("decrease", new("下降", "Down: the target is below the baseline")),
        new("maintain", new("保持", "Level: the target is the baseline")),
        new("floor", new("底线：不低于某值，基数已高于它", "Stay above a value that lies below the baseline")),
        new("ceiling", new("上限：不高于某值，基数已低于它", "Stay below a value that lies above the baseline")),
        new("unknown", new("未知：表中无从判断", "Neither the operator nor the baseline tells")),
        new("achieve", new("建成", "Get it done: the target is a milestone")),
        new(
            "rate-of-decline",
            new("下降率：所量者下降，目标为期内累计降幅", "A rate of decline: what it measures falls, and the target is its fall over the period")
        ),
    ];

    /// <summary>Whether the plan says it.</summary>
    public static IReadOnlyList<CodeLabel> Bases { get; } =
    [new("stated", new("原文所印", "The plan prints it")), new("inferred", new("推断", "It follows from what the plan prints"))];

    /// <summary>How an indicator binds.</summary>
    public static IReadOnlyList<CodeLabel> Attributes { get; } =
    [
        new("binding", new("约束性", "Binding: the government answers for it")),
        new("expected", new("预期性", "Expected: the government wishes and works for it")),
    ];

    /// <summary>Why there is no number.</summary>
    public static IReadOnlyList<CodeLabel> MissingReasons { get; } =
    [
        new("not-applicable", new("不适用：建成类和累计类指标无基数", "A milestone has no baseline, and a total over the period begins at nothing")),
        new("not-published", new("未公布：表中印“—”", "The table prints a dash")),
        new("not-numeric", new("非数值：建成类目标或无数字的事项", "A milestone is not a number")),
        new("range", new("区间：有上下限两个数", "There are two numbers, the ends of a range")),
    ];

    /// <summary>What a row of the table of all values is.</summary>
    public static IReadOnlyList<CodeLabel> ValueKinds { get; } =
    [
        new(TidyValue.Baseline, new("基数", "The value of the base year, as the plan prints it")),
        new(TidyValue.Target, new("目标", "What the plan sets")),
        new(TidyValue.Observation, new("观测值", "What somebody observed and published beside the plan")),
    ];

    /// <summary>How a box is set.</summary>
    public static IReadOnlyList<CodeLabel> ColumnKinds { get; } =
        Of(
            RecordJson.Line.ColumnKind,
            (ColumnKind.Items, "分项，各以项目名称起首", "Paragraphs that each begin with the name of a project"),
            (ColumnKind.Prose, "一段文字", "One paragraph of prose"),
            (ColumnKind.Table, "表格，首列为条目名称", "A table: the first cell of a row names the item"),
            (ColumnKind.List, "逐行列项", "Lines, each an item of its own"),
            (ColumnKind.Headed, "小标题与段落", "Headings on lines of their own, each with the paragraph below it")
        );

    /// <summary>What a quantity of the prose is.</summary>
    public static IReadOnlyList<CodeLabel> CommitmentKinds { get; } =
        Of(
            RecordJson.Line.CommitmentKind,
            (CommitmentKind.Target, "目标：须达到", "Target: something to be reached"),
            (CommitmentKind.Baseline, "基数：规划期初的水平", "Baseline: a level at the beginning of the plan"),
            (CommitmentKind.Achievement, "成就：规划前已完成的事项或位次", "Achievement: something done before the plan, or a rank held"),
            (CommitmentKind.Standard, "标准：服务或工程须遵守的规范", "Standard: a norm that a service or work must keep"),
            (CommitmentKind.DesignParameter, "设计参数：规模或等级", "Design parameter: a size or class that something is laid out for"),
            (
                CommitmentKind.Milestone,
                "节点事项：有期限或遍及全部、无数字",
                "Milestone: something to be done by a date, or for all of a kind, without a number"
            )
        );

    /// <summary>Whether a number is a level or a change.</summary>
    public static IReadOnlyList<CodeLabel> QuantityMeasures { get; } =
        Of(
            RecordJson.Line.QuantityMeasure,
            (QuantityMeasure.Level, "水平", "Where something stands"),
            (QuantityMeasure.Change, "变化", "By how much it moves")
        );

    /// <summary>How a number of the prose binds.</summary>
    public static IReadOnlyList<CodeLabel> QuantityOperators { get; } =
        Of(
            RecordJson.Line.QuantityOperator,
            (QuantityOperator.None, "仅印数字，无约束词", "A bare number: no bounding word is printed"),
            (QuantityOperator.Gt, "大于", "More than"),
            (QuantityOperator.Gte, "不少于", "At least"),
            (QuantityOperator.Lt, "小于", "Less than"),
            (QuantityOperator.Lte, "不超过", "At most"),
            (QuantityOperator.About, "左右、约", "About"),
            (QuantityOperator.Range, "区间", "Between two numbers")
        );

    /// <summary>What a place is.</summary>
    public static IReadOnlyList<CodeLabel> PlaceTypes { get; } =
        Of(
            RecordJson.Line.PlaceType,
            (PlaceType.City, "地级市", "The prefecture-level city that the plan is for"),
            (PlaceType.District, "区", "A district of the city"),
            (PlaceType.FormerDistrict, "已并入他区的原区", "A district that has been merged into another"),
            (PlaceType.County, "县", "A county"),
            (PlaceType.CountyLevelCity, "县级市", "A county-level city"),
            (PlaceType.Town, "镇", "A town"),
            (PlaceType.Subdistrict, "街道", "A subdistrict"),
            (PlaceType.Park, "园区、开发区、高新区、试验区", "A park or zone"),
            (PlaceType.NewArea, "新区、商务区", "A new area or business district"),
            (PlaceType.PlanningArea, "片区、副城等规划范围", "A part of the city that planning speaks of, without an administration of its own"),
            (PlaceType.OldTown, "古镇", "A historic town inside the city"),
            (PlaceType.HistoricQuarter, "历史街区", "A historic street or quarter"),
            (PlaceType.Port, "港口、港区、机场", "A port, port area or airport"),
            (PlaceType.Nature, "海湾、自然公园", "A bay or a nature park"),
            (PlaceType.Outside, "市域以外或大于市域的地方", "A place, region or river outside the city, or larger than it")
        );

    /// <summary>What an observed value is worth.</summary>
    public static IReadOnlyList<CodeLabel> ObservationStatuses { get; } =
    [.. ObservationStatus.All.Select(status => new CodeLabel(status.Code, status.Label))];

    /// <summary>Why an observed value is missing, as its record says it: what its status means, in English.</summary>
    internal static IReadOnlyList<CodeLabel> ObservedMissing { get; } =
    [.. ObservationStatus.All.Where(status => status.Missing).Select(status => new CodeLabel(status.Label.En, status.Label))];

    /// <summary>Why any value is missing.</summary>
    internal static IReadOnlyList<CodeLabel> WhyMissing { get; } = [.. MissingReasons, .. ObservedMissing];

    private static IReadOnlyList<CodeLabel> Of<T>(JsonTypeInfo<T> json, params IReadOnlyList<(T Value, string Zh, string En)> items)
        where T : struct, Enum => [.. items.Select(item => new CodeLabel(RecordJson.Code(item.Value, json), new Label(item.Zh, item.En)))];
}
