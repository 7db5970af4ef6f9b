using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codelists of what is drawn from the text: commitments, places, findings, observations, evaluations.</summary>
internal static class FactCodelists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Codelist> All { get; } =
    [
        Codelist.Of("commitment-kinds", new("承诺的种类", "What a quantity of the prose is"), CodeLabels.CommitmentKinds),
        Codelist.Of("quantity-measures", new("水平或变化", "Whether a number is a level or a change"), CodeLabels.QuantityMeasures),
        Codelist.Of("quantity-operators", new("数量的约束方式", "How a printed number binds"), CodeLabels.QuantityOperators),
        Codelist.Of(
            "exclusion-reasons",
            new("数字不作为承诺的理由", "Why digits of the text are no commitment"),
            Wire.Json.ExclusionReason,
            (ExclusionReason.DocumentNumber, "文号", "Number of an official document"),
            (ExclusionReason.Date, "日期或年份，且非承诺期限", "A date or year that is no deadline of a commitment"),
            (ExclusionReason.CaptionNumber, "专栏、表、图、附件的编号", "Number of a box, table, figure or annex"),
            (ExclusionReason.ListNumber, "列项编号", "Number at the head of a list item"),
            (ExclusionReason.Name, "名称的一部分", "Part of a name"),
            (ExclusionReason.TechnicalName, "与拉丁字母相连的技术名称", "Digits tied to Latin letters: 5G, IPv6, PM2.5"),
            (ExclusionReason.Ordinal, "序数", "Which one in a series"),
            (ExclusionReason.CensusName, "普查名称", "Name of a census"),
            (ExclusionReason.AgeGroup, "年龄段", "An age that says whom a sentence is about"),
            (ExclusionReason.Scope, "所述事项的范围", "The area, distance or size that a statement holds for"),
            (ExclusionReason.Duration, "所需时间", "A length of time that something is to take"),
            (ExclusionReason.Count, "所述对象的个数", "How many things a statement is about"),
            (ExclusionReason.Heading, "标题中的数字", "Digits of a heading, which states no quantity of its own")
        ),
        Codelist.Of("place-types", new("地点的类型", "What a place is"), CodeLabels.PlaceTypes),
        new(
            "erratum-kinds",
            new("原文缺陷的种类", "What a defect of the source is"),
            [
                CodelistItem.Of("typo", "错别字、漏字", "A wrong or missing character"),
                CodelistItem.Of("typographic", "全半角、空格或标点", "Width, spaces or punctuation"),
                CodelistItem.Of("encoding", "混入的标记或乱码", "Markup or broken characters in the text"),
                CodelistItem.Of("missing-unit", "未印单位", "No unit is printed"),
                CodelistItem.Of("glyph", "符号与所指不符", "A mark that differs from the one meant"),
                CodelistItem.Of("wording", "用词、语法或体例与上下文不合", "Words, grammar or style at odds with the text around"),
                CodelistItem.Of("page-join", "分页处的断句", "A sentence cut by a page break"),
            ]
        ),
        new(
            "erratum-confidences",
            new("原文缺陷的把握程度", "How sure it is that something is a defect"),
            [
                CodelistItem.Of("certain", "确定", "No reader would doubt it"),
                CodelistItem.Of("likely", "很可能", "Most readers would take it for one"),
                CodelistItem.Of("style", "体例：可懂而不规范", "Understood as it stands, at odds with good usage"),
            ]
        ),
        new(
            "erratum-statuses",
            new("原文缺陷的处理状态", "What became of a defect of the source"),
            [
                CodelistItem.Of("open", "待报告", "Not reported yet"),
                CodelistItem.Of("reported", "已报告发布机关", "Reported to the issuer"),
                CodelistItem.Of("acknowledged", "发布机关已确认", "Acknowledged by the issuer"),
                CodelistItem.Of("fixed-upstream", "原文已更正", "Corrected in the source"),
            ]
        ),
        Codelist.Of(
            "finding-results",
            new("比对结果", "What a comparison found"),
            Wire.Json.FindingResult,
            (FindingResult.Agrees, "一致", "Both sides say the same"),
            (FindingResult.Differs, "不一致", "The sides differ"),
            (FindingResult.Incomplete, "有缺：仅有一方", "There is one side only, and it lacks what it should have")
        ),
        Codelist.Of(
            "finding-severities",
            new("问题的严重程度", "How much a finding matters to somebody who uses the data"),
            Wire.Json.Severity,
            (Severity.Info, "提示：不影响数字", "Good to know; no number depends on it"),
            (Severity.Warning, "注意：须选定一种读法", "A reading had to be chosen"),
            (Severity.Error, "矛盾：规划中两处数字相互抵触", "Two numbers of the plan contradict each other")
        ),
        Codelist.Of(
            "finding-statuses",
            new("问题的处理状态", "What became of a finding"),
            Wire.Json.FindingStatus,
            (FindingStatus.Settled, "无须处理：两处一致", "Nothing to do: both sides agree"),
            (FindingStatus.Accepted, "接受：规划或即此意，数据已说明读法", "The plan may well mean it so; the data say how they read it"),
            (FindingStatus.Open, "待定：须由发布机关说明", "Only the issuer can say what was meant")
        ),
        new(
            "quality-rules",
            new("一致性规则", "The rules of consistency"),
            [.. QualityRule.All.Select(rule => CodelistItem.Of(rule.Id, rule.Label))]
        ),
        new(
            "observation-statuses",
            new("观测值状态（SDMX CL_OBS_STATUS）", "Observation status (SDMX CL_OBS_STATUS)"),
            [
                .. ObservationStatus.All.Select(status => new CodelistItem(
                    status.Code,
                    status.Label,
                    new Dictionary<string, string> { ["missing"] = status.Missing ? "true" : "false" }
                )),
            ]
        ),
        Codelist.Of(
            "evaluation-results",
            new("数值与目标比较的结果", "How a value stands to a target"),
            Wire.Json.EvaluationResult,
            (EvaluationResult.Met, "已达到", "The target is met"),
            (EvaluationResult.NotMet, "未达到", "The target is not met"),
            (EvaluationResult.Near, "接近：目标带“左右”，规划未给出幅度", "The target says about, and the value lies close before it"),
            (EvaluationResult.NotDue, "非目标年：数值的年份不是目标年", "The value is for another year than the target"),
            (EvaluationResult.NotComparable, "不可比，理由见 caveats", "The two cannot be compared; a caveat says why")
        ),
    ];
}
