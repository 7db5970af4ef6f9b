using System.Collections.Frozen;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>What the pages of the resources are called.</summary>
internal static class PageNames
{
    private static readonly FrozenDictionary<string, Label> All = new Dictionary<string, Label>
    {
        [""] = new("规划概览", "The plan"),
        ["v1"] = new("服务文档", "The service"),
        ["config"] = new("服务设置", "Settings of the service"),
        ["status"] = new("运行状态", "Status of the service"),
        ["problems"] = new("出错类型", "Kinds of problems"),
        ["keys"] = new("公钥", "Public keys"),
        ["codelists"] = new("代码表", "Codelists"),
        ["plans"] = new("全部规划", "All plans"),
        ["catalog-cn"] = new("数据目录（中文字段）", "Catalogue with Chinese fields"),
        ["indicators"] = new("主要指标", "Indicators"),
        ["observations"] = new("各年数值", "Observations"),
        ["toc"] = new("目录", "Contents"),
        ["text"] = new("规划全文", "The text"),
        ["sections"] = new("章节", "Chapters and sections"),
        ["paragraphs"] = new("正文段落", "Paragraphs"),
        ["columns"] = new("专栏", "Project boxes"),
        ["commitments"] = new("数量与承诺", "Quantities and promises"),
        ["exclusions"] = new("未计入的数字", "Numbers that are no commitment"),
        ["places"] = new("地名", "Places"),
        ["structures"] = new("空间格局", "Spatial patterns"),
        ["errata"] = new("勘误", "Errata"),
        ["consistency"] = new("一致性检查", "Consistency"),
        ["aggregates"] = new("统计", "Aggregates"),
        ["search"] = new("检索", "Search"),
        ["verify"] = new("核对引文", "Check a quotation"),
        ["cite"] = new("引用", "Cite"),
        ["releases"] = new("历次版本", "Releases"),
        ["changes"] = new("变更记录", "Changes"),
        ["files"] = new("数据下载", "Data"),
        ["links"] = new("相关内容", "What belongs to it"),
        ["facets"] = new("分类计数", "Counts"),
        ["evaluate"] = new("试算", "Evaluate"),
        ["resolve"] = new("旧引用的去处", "What became of a citation"),
        ["selfcheck"] = new("自检", "Self-check"),
        ["ready"] = new("就绪检查", "Readiness"),
        ["live"] = new("存活检查", "Liveness"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of the page at a path: of its last word that has one, and what stands behind that.</summary>
    public static string Of(string path, Language language)
    {
        string[] words = [.. path.Trim('/').Split('/').Select(Uri.UnescapeDataString)];
        var at = Array.FindLastIndex(words, All.ContainsKey);
        return at < 0
            ? path
            : string.Join(
                    ' ',
                    words[(at + 1)..]
                        .Prepend(language.Of(All[words[at]]))
                        .Select(
                            (word, index) =>
                                index == 0 && at > 0 && All.ContainsKey(words[at]) && IsPart(words[at])
                                    ? $"{string.Join(' ', words[..at].Select(part => NameOf(part, language)))} {word}"
                                    : word
                        )
                )
                .Trim();
    }

    private static string NameOf(string word, Language language) => All.TryGetValue(word, out var name) ? language.Of(name) : word;

    private static bool IsPart(string word) => word is "facets" or "evaluate" or "links";
}
