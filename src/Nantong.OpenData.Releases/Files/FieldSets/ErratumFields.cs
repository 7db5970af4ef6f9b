using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>errata</c>.</summary>
internal static class ErratumFields
{
    public static IReadOnlyList<Field<Erratum>> All { get; } =
    [
        new Field<Erratum>("id", "编号", "Stable id", row => row.Id).Key(),
        new("target", "所在节点", "Id of the node that it stands in", row => row.Target),
        new("kind", "类型", "What kind of defect it is", row => row.Kind),
        new("verbatim", "原文", "What the source says", row => row.Verbatim),
        new("normalized", "读作", "What we read; empty when we do not know", row => row.Normalized),
        new("applied", "已采用", "True when the text layer shows what we read", row => (bool?)row.Applied),
        new("expect", "出现次数", "How often the source says so in the node", row => (int?)row.Expect),
        new("reason_zh", "理由", "Why, in Chinese", row => row.Reason.Zh),
        new("reason_en", "理由（英文）", "Why, in English", row => row.Reason.En),
        new("status", "状态", "open, reported, acknowledged or fixed-upstream", row => row.Status),
        new("confidence", "把握程度", "certain, likely or style", row => row.Confidence),
    ];
}
