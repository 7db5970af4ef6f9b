using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codelists of the indicator table and of the text that it stands in.</summary>
internal static class IndicatorCodelists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Codelist> All { get; } =
    [
        Codelist.Of(
            "target-operators",
            new("目标值的比较符", "The comparison that a target prints, or that a value must pass"),
            CodeLabels.TargetOperators
        ),
        Codelist.Of("target-kinds", new("目标值的形式", "What form a target has"), CodeLabels.TargetKinds),
        Codelist.Of(
            "directions",
            new("指标的方向（由表推断，非原文）", "Which way a value is meant to go; inferred, never printed"),
            CodeLabels.Directions
        ),
        Codelist.Of("bases", new("依据", "Whether the plan says it"), CodeLabels.Bases),
        Codelist.Of("missing-reasons", new("无数值的理由", "Why there is no number"), CodeLabels.MissingReasons),
        Codelist.Of("attributes", new("指标属性", "How an indicator binds, where the plan's table has a column for it"), CodeLabels.Attributes),
        Codelist.Of("value-kinds", new("数值的性质", "What a row of the table of all values is"), CodeLabels.ValueKinds),
        Codelist.Of(
            "node-types",
            new("文本节点的类型", "What a node of the text is"),
            Wire.Json.NodeType,
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
            (NodeType.ColumnItem, "专栏条目", "An item of a column")
        ),
        Codelist.Of("column-kinds", new("专栏的形式", "How a column is set"), CodeLabels.ColumnKinds),
        Codelist.Of(
            "bumps",
            new("版本号的升级幅度", "Which part of a version a change raises"),
            ChangeJson.Line.Bump,
            (Bump.None, "不升级", "None"),
            (Bump.Patch, "修订号", "The patch number"),
            (Bump.Minor, "次版本号", "The minor number"),
            (Bump.Major, "主版本号", "The major number")
        ),
    ];
}
