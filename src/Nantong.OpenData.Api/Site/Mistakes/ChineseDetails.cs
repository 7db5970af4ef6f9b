using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.ProblemDetails;

namespace Nantong.OpenData.Api.Site.Mistakes;

/// <summary>What exactly was wrong with a request, in Chinese: made from the code of the problem and from what broke which rule, as programs get
/// them.</summary>
internal static partial class ChineseDetails
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["indicator"] = "指标",
        ["node"] = "章节、段落或条目",
        ["commitment"] = "承诺",
        ["exclusion"] = "未计入的数字",
        ["place"] = "地名",
        ["structure"] = "空间格局",
        ["column"] = "专栏",
        ["erratum"] = "勘误",
        ["finding"] = "一致性检查",
        ["aggregate"] = "统计",
        ["codelist"] = "代码表",
        ["target"] = "可以引用的内容",
        ["file"] = "文件",
        ["asset"] = "文件",
        ["dataset"] = "数据集",
        ["release"] = "版本",
        ["problem"] = "出错类型",
        ["problem type"] = "出错类型",
        ["key"] = "公钥",
        ["plan"] = "规划",
        ["observation"] = "数值",
    };

    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["one of the allowed parameters"] = "应为下列参数之一",
        ["no parameter is known here"] = "这里不用任何参数",
        ["one of the allowed words"] = "应为下列词之一",
        ["one or more of the allowed words, comma separated"] = "应为下列词中的一个或几个，以逗号分隔",
        ["one of the styles"] = "应为下列样式之一",
        ["one of the fields of this collection"] = "应为下列字段之一",
        ["one of the operators of this field"] = "应为下列比较方式之一",
        ["true or false"] = "应为 true 或 false",
        ["one of the allowed methods"] = "应为下列方法之一",
        ["an offered extension"] = "应为下列扩展名之一",
        ["an offered format"] = "应为下列格式之一",
        ["an offered media type"] = "应为下列媒体类型之一",
        ["an offered content coding"] = "应为下列编码之一",
        ["a published version"] = "应为已发布的版本",
        ["one to three whole numbers without leading zeros, joined by dots: 1, 1.2 or 1.2.0"] =
            "应为一至三个不带前导零的整数，以点相连：1、1.2 或 1.2.0",
        ["three whole numbers without leading zeros, joined by dots: 1.2.0"] = "应为三个不带前导零的整数，以点相连：1.2.0",
        ["the words to look for"] = "请写出要查的词",
        ["the tag of one of the languages, such as zh or zh-CN"] = "应为语言的标记，例如 zh 或 zh-CN",
        ["a number"] = "应为数",
        ["the words to check: at least one character that is no white space"] = "请写出要核对的话：至少一个非空白字符",
        ["quotation marks in pairs"] = "引号应成对",
        ["a cursor whose item still exists"] = "应为仍有效的游标：从第一页起重新翻页",
        ["a cursor that this list of this release has given under the same filter and order, unchanged"] =
            "应为这个版本的这个列表在同样条件和次序下给出的游标，原样照抄；或从第一页起重新翻页",
        ["a date, such as 2026-01-05"] = "应为日期，例如 2026-01-05",
    };

    /// <summary>Rules that end in what the request must say: a number, a moment.</summary>
    private static readonly (string Begins, string Chinese)[] Beginnings =
    [
        ("a decimal number such as ", "应为数，小数点用“.”，例如 "),
        ("true or false: the target of ", "应为 true 或 false，因为目标不是数："),
        ("a moment at which a release was published: the first one was on ", "应为已有版本的时刻；最早的版本发布于 "),
    ];

    /// <summary>What was wrong, in a sentence; null where nobody has put it into Chinese.</summary>
    public static string? Of(ProblemBody problem)
    {
        var error = problem.Errors is [var first, ..] ? first : null;
        return problem.Code switch
        {
            "unknown-parameter" when error is not null => $"这个网址不认识参数“{error.Parameter}”。",
            "unknown-field" when error is not null => $"参数“{error.Parameter}”所指的字段“{error.Found}”不存在。",
            "unknown-operator" when error is not null => $"参数“{error.Parameter}”中的比较方式“{error.Found}”不能用于这个字段。",
            "invalid-parameter" when error is { Found: null } => $"缺少参数“{error.Parameter}”。",
            "invalid-parameter" when error is not null => $"参数“{error.Parameter}”的值“{error.Found}”不合要求。",
            "invalid-version" when error is not null => $"“{error.Found}”不是版本号。",
            "unknown-route" => "这个网址下没有内容。",
            "unknown-plan" when error is not null => $"没有编号为“{error.Found}”的规划。",
            "unknown-release" when error is not null => $"这个规划没有版本“{error.Found}”。",
            "not-found" when error is not null => $"没有编号为“{error.Found}”的{KindOf(error)}。",
            "method-not-allowed" when error is not null => $"这个网址不接受 {error.Found} 请求。",
            "not-acceptable" => "这项内容没有所要的格式。",
            "release-withdrawn" => "这个版本已经撤回，内容不再提供，说明仍可查阅。",
            "release-damaged" => "这个版本与它的清单不符，修好之前不提供。",
            "quota-exceeded" => "这个地址短时间内的请求超过了限额，限额会逐步恢复。",
            "store-unavailable" => "数据现在读不到。",
            "service-busy" => "正在计算的请求太多。",
            "internal-error" => "服务没能回答这个请求。",
            _ => null,
        };
    }

    /// <summary>The rule that was broken; null where nobody has put it into Chinese.</summary>
    public static string? RuleOf(ProblemError error)
    {
        if (Rules.TryGetValue(error.Detail, out var known))
            return known;
        if (KnownThing().Match(error.Detail) is { Success: true })
            return $"应为已有的{KindOf(error)}";
        if (WholeNumber().Match(error.Detail) is { Success: true, Groups: [_, var least, var most] })
            return string.Create(CultureInfo.InvariantCulture, $"应为 {least.Value} 到 {most.Value} 的整数");
        foreach (var (begins, chinese) in Beginnings)
        {
            if (error.Detail.StartsWith(begins, StringComparison.Ordinal))
                return chinese + error.Detail[begins.Length..];
        }

        return Longest().Match(error.Detail) is { Success: true, Groups: [_, var length] } ? $"最多 {length.Value} 个字符" : null;
    }

    private static string KindOf(ProblemError error) => Kinds.GetValueOrDefault(KnownThing().Match(error.Detail).Groups[1].Value, "记录");

    [GeneratedRegex("^a known (.+)$")]
    private static partial Regex KnownThing();

    [GeneratedRegex("^a whole number from ([0-9]+) to ([0-9]+)$")]
    private static partial Regex WholeNumber();

    [GeneratedRegex("^at most ([0-9]+) characters(?: long|; check a longer quotation in parts)?$")]
    private static partial Regex Longest();
}
