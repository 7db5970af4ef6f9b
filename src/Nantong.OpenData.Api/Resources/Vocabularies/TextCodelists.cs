using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Citations;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codelists of search, verification and citation.</summary>
internal static class TextCodelists
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Codelist> All { get; } =
    [
        Codelist.Of(
            "search-scopes",
            new("检索范围", "Where a search looks"),
            Wire.Json.SearchScope,
            (SearchScope.Text, "专栏以外的全部文本", "All nodes of the text but those of the columns"),
            (SearchScope.Indicators, "指标", "Indicators"),
            (SearchScope.Columns, "专栏及其条目", "Columns and their items"),
            (SearchScope.Commitments, "正文中的量化承诺", "Commitments"),
            (SearchScope.Places, "地名", "Places")
        ),
        new(
            "search-synonyms",
            new("检索同义词：仅在查无此词时使用", "Synonyms of search, used only for a word that nothing holds"),
            [
                .. Synonyms.All.Select(synonym => new CodelistItem(
                    synonym.Word,
                    new(synonym.Instead, synonym.Instead),
                    new Dictionary<string, string> { ["reason"] = synonym.Reason }
                )),
            ]
        ),
        new(
            "search-steps",
            new("检索放宽的方式", "How a search that found nothing was widened"),
            [
                CodelistItem.Of("simplified", "繁体按简体查", "Traditional characters read as simplified ones"),
                CodelistItem.Of("synonym", "以规划用词替代", "A word of plans for the same thing"),
                CodelistItem.Of("apart", "复合词拆开", "A compound taken apart"),
                CodelistItem.Of("english", "按编者的英文名称查", "Looked for in the English names that the editors gave"),
                CodelistItem.Of("nearest", "最相近的记录", "Records that hold most of what was asked"),
            ]
        ),
        Codelist.Of(
            "quotation-results",
            new("引文核对结果", "Whether the text says what is quoted"),
            Wire.Json.QuotationResult,
            (QuotationResult.Exact, "逐字一致", "Character for character"),
            (
                QuotationResult.Normalized,
                "除全半角、空白、标点形式或已知勘误外一致",
                "But for width, white space, forms of punctuation, or a known defect of the source"
            ),
            (QuotationResult.Spans, "各句一致且前后相连，跨越多个段落", "Sentence by sentence, one behind the other, across nodes"),
            (QuotationResult.Scattered, "各句均有，但并不相连", "Each sentence stands in the text, but not one behind the other"),
            (QuotationResult.WithOmissions, "省略号之间各部分均有，且次序一致", "The parts between marks of omission stand in this order"),
            (QuotationResult.Differs, "至少一处措辞不同", "At least a part is worded otherwise"),
            (QuotationResult.NotFound, "文中没有相近的内容", "Nothing in the text is near")
        ),
        Codelist.Of(
            "edit-operations",
            new("逐字差异", "What happens to a run of characters"),
            Wire.Json.EditOp,
            (EditOp.Equal, "相同", "In both"),
            (EditOp.Delete, "引文有、原文无", "In the quotation only"),
            (EditOp.Insert, "原文有、引文无", "In the text only")
        ),
        Codelist.Of(
            "cited-kinds",
            new("引用对象的种类", "What a citation points at"),
            Wire.Json.CitedKind,
            (CitedKind.Release, "发布版本整体", "A release as a whole"),
            (CitedKind.Dataset, "数据集", "One of its data sets"),
            (CitedKind.Node, "文本节点", "A node of the text"),
            (CitedKind.Sentence, "句子", "A sentence of a node"),
            (CitedKind.Indicator, "指标", "An indicator"),
            (CitedKind.Cell, "指标表的一个数值", "A cell of the indicator table")
        ),
        Codelist.Of(
            "citation-styles",
            new("引用格式", "How a citation is written"),
            Wire.Json.CitationStyle,
            (CitationStyle.Gbt7714, "GB/T 7714—2015（顺序编码制）", "GB/T 7714—2015, numeric"),
            (CitationStyle.Apa, "APA 第7版", "APA, 7th edition"),
            (CitationStyle.Bibtex, "BibTeX", "BibTeX"),
            (CitationStyle.Ris, "RIS", "RIS"),
            (CitationStyle.Csl, "CSL-JSON", "CSL-JSON"),
            (CitationStyle.Plain, "一句中文", "A sentence in Chinese")
        ),
        Codelist.Of(
            "citation-states",
            new("旧引文的现状", "What became of what was cited"),
            Wire.Json.CitationState,
            (CitationState.Unchanged, "位置与内容均未变", "Where it was, and the same"),
            (CitationState.Changed, "位置未变，内容有变", "Where it was, and different"),
            (CitationState.Moved, "标识符改变；内容是否改变见 sameContent", "Under another id; sameContent says whether it says the same"),
            (CitationState.Gone, "已不存在", "No longer there")
        ),
    ];
}
