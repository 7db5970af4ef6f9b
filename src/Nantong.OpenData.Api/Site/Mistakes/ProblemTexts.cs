using System.Collections.Frozen;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site.Mistakes;

/// <summary>What pages for mistakes say in Chinese: for each kind of problem what it is, and what a reader can do.</summary>
internal static class ProblemTexts
{
    private static readonly FrozenDictionary<string, (string Title, string Remedy)> All = new Dictionary<string, (string, string)>
    {
        ["unknown-parameter"] = ("网址中有不认识的参数", "请去掉该参数，或从首页重新进入。"),
        ["unknown-field"] = ("没有这个字段", "请使用下列字段之一。"),
        ["unknown-operator"] = ("没有这种比较方式", "请使用下列比较方式之一。"),
        ["invalid-parameter"] = ("网址中的内容不合要求", "请按下面的说明改正后再试。"),
        ["invalid-version"] = ("版本号有误", "版本号写作 1、1.2 或 1.2.0；不写则为最新版本。"),
        ["malformed-request"] = ("请求无法识别", "网址可能在复制时受损，请从首页重新进入。"),
        ["unknown-route"] = ("没有这个网页", "请检查网址，或从首页重新进入。"),
        ["unknown-plan"] = ("没有这个规划", "请检查网址，或从首页选择规划。"),
        ["unknown-release"] = ("没有这个版本", "请去掉网址中 @ 之后的版本号，阅读最新版本。"),
        ["not-found"] = ("没有找到", "请检查网址，或检索全文。"),
        ["method-not-allowed"] = ("网页只能读取", "请用浏览器直接打开这个网址。"),
        ["not-acceptable"] = ("没有这种格式", "请改用下列格式之一。"),
        ["release-withdrawn"] = ("这个版本已撤回", "请阅读替代它的版本；撤回的说明仍可查阅。"),
        ["precondition-failed"] = ("内容已有变化", "请重新打开网页，阅读现在的内容。"),
        ["request-too-large"] = ("请求过大", "请减少发送的内容。"),
        ["uri-too-long"] = ("网址过长", "请缩短网址，或从首页重新进入。"),
        ["range-not-satisfiable"] = ("文件没有这一段", "请重新下载整个文件。"),
        ["quota-exceeded"] = ("访问过于频繁", "请稍等片刻再试。"),
        ["headers-too-large"] = ("请求头过大", "请清除浏览器中本站的数据后再试。"),
        ["internal-error"] = ("服务出错", "请稍后再试；若仍出错，请告知请求编号。"),
        ["service-busy"] = ("服务繁忙", "请稍等片刻再试。"),
        ["store-unavailable"] = ("数据暂时无法读取", "请稍等片刻再试。"),
        ["release-damaged"] = ("这个版本的数据已损坏", "请去掉网址中 @ 之后的版本号，阅读最新的完好版本。"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Label> Links = new Dictionary<string, Label>
    {
        ["release"] = new("版本说明", "About the release"),
        ["version-history"] = new("历次版本", "All releases"),
        ["replacement"] = new("替代版本", "Its replacement"),
        ["latest"] = new("最新版本", "The latest release"),
        ["file"] = new("文件", "The file"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Title and way out of a kind of problem.</summary>
    public static (string Title, string Remedy) Of(string code) => All[code];

    /// <summary>What a link of a problem is called.</summary>
    public static Label OfLink(string relation) => Links.GetValueOrDefault(relation) ?? new(relation, relation);
}
