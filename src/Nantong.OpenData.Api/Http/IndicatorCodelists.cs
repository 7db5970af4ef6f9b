using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Api.Http;

/// <summary>The codelists of the indicator table and of the text that it stands in.</summary>
internal static class IndicatorCodelists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Codelist> All { get; } =
    [
        Codelist.Of("target-operators", new("目标值的比较符", "The comparison that a target prints, or that a value must pass"), Wire.Json.TargetOperator,
            (TargetOperator.None, "仅印数字，无比较符", "A bare number: no operator is printed"),
            (TargetOperator.Gt, "大于（>）", "More than"),
            (TargetOperator.Gte, "不小于（≥）", "At least"),
            (TargetOperator.Lt, "小于（<）", "Less than"),
            (TargetOperator.Lte, "不大于（≤）", "At most")),
        Codelist.Of("target-kinds", new("目标值的形式", "What form a target has"), Wire.Json.TargetKind,
            (TargetKind.Threshold, "带比较符的数字", "A number with a printed operator"),
            (TargetKind.Value, "仅印数字", "A bare number"),
            (TargetKind.Milestone, "建成，无数字", "Something to be built or done, without a number"),
            (TargetKind.Range, "区间", "Two numbers between which the value is to be"),
            (TargetKind.Growth, "年均增长率", "A rate of growth"),
            (TargetKind.Qualitative, "定性表述，无数字", "Words without a number")),
        new("directions", new("指标的方向（由表推断，非原文）", "Which way a value is meant to go; inferred, never printed"),
        [
            CodelistItem.Of("increase", "上升", "Up: the target is above the baseline"),
            CodelistItem.Of("decrease", "下降", "Down: the target is below the baseline"),
            CodelistItem.Of("maintain", "保持", "Level: the target is the baseline"),
            CodelistItem.Of("floor", "底线：不低于某值，基数已高于它", "Stay above a value that lies below the baseline"),
            CodelistItem.Of("ceiling", "上限：不高于某值，基数已低于它", "Stay below a value that lies above the baseline"),
            CodelistItem.Of("unknown", "未知：表中无从判断", "Neither the operator nor the baseline tells"),
            CodelistItem.Of("achieve", "建成", "Get it done: the target is a milestone"),
            CodelistItem.Of("rate-of-decline", "下降率：所量者下降，累计降幅计入目标", "A rate of decline: what it measures falls, the rate adds up to the target"),
        ]),
        new("bases", new("依据", "Whether the plan says it"),
        [
            CodelistItem.Of("stated", "原文所印", "The plan prints it"),
            CodelistItem.Of("inferred", "推断", "It follows from what the plan prints"),
        ]),
        new("missing-reasons", new("无数值的理由", "Why there is no number"),
        [
            CodelistItem.Of("not-applicable", "不适用：建成类指标无基数", "A milestone has no baseline"),
            CodelistItem.Of("not-published", "未公布：表中印“—”", "The table prints a dash"),
            CodelistItem.Of("not-numeric", "非数值：建成类目标或无数字的事项", "A milestone is not a number"),
            CodelistItem.Of("range", "区间：有上下限两个数", "There are two numbers, the ends of a range"),
        ]),
        Codelist.Of("node-types", new("文本节点的类型", "What a node of the text is"), Wire.Json.NodeType,
            (NodeType.Notice, "印发通知", "The cover notice that issues the plan"),
            (NodeType.NoticeLine, "通知中的一行", "One line of the notice"),
            (NodeType.Preamble, "序言", "The preamble"),
            (NodeType.Chapter, "章", "A chapter"),
            (NodeType.Section, "节", "A section of a chapter"),
            (NodeType.Paragraph, "段", "A body paragraph, whole across page breaks"),
            (NodeType.Table, "指标表", "The indicator table"),
            (NodeType.TableRow, "表行", "A row of the table"),
            (NodeType.TableNote, "表注", "The note under the table"),
            (NodeType.Column, "专栏", "A boxed project column"),
            (NodeType.ColumnItem, "专栏条目", "An item of a column")),
        Codelist.Of("column-kinds", new("专栏的形式", "How a column is set"), Wire.Json.ColumnKind,
            (ColumnKind.Items, "分项，各以项目名称起首", "Paragraphs that each begin with the name of a project"),
            (ColumnKind.Prose, "一段文字", "One paragraph of prose"),
            (ColumnKind.Table, "表格，首列为条目名称", "A table: the first cell of a row names the item"),
            (ColumnKind.List, "逐行列项", "Lines, each an item of its own"),
            (ColumnKind.Headed, "小标题与段落", "Headings on lines of their own, each with the paragraph below it")),
        Codelist.Of("bumps", new("版本号的升级幅度", "Which part of a version a change raises"), ChangeJson.Line.Bump,
            (Bump.None, "不升级", "None"),
            (Bump.Patch, "修订号", "The patch number"),
            (Bump.Minor, "次版本号", "The minor number"),
            (Bump.Major, "主版本号", "The major number")),
    ];
}
