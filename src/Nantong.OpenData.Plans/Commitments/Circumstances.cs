using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Commitments.Values;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Tells the quantities that say where, how long and of how many things a sentence speaks from those that it promises.</summary>
internal static partial class Circumstances
{
    /// <summary>Why a quantity is no commitment; null when it may be one.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="before">The clause up to it, from the quantity before it where the two are listed.</param>
    /// <param name="words">The whole clause up to it.</param>
    /// <param name="behind">The clause behind it.</param>
    public static ExclusionReason? Of(Quantity quantity, string before, string words, string behind) =>
        quantity switch
        {
            { Unit.Ucum: "km2" or "km" or "m" or "har" } when Inside().IsMatch(behind) => ExclusionReason.Scope,
            { Bound: "以上" or "及以上" or "以下" or "及以下", Class: not UnitClass.Reach } when Concerns().IsMatch(before) && behind.Length > 1 =>
                ExclusionReason.Scope,
            { Bound: "以上" or "及以上" or "以下" or "及以下", Class: not UnitClass.Reach } when Among().IsMatch(words) && OfThem().IsMatch(behind) =>
                ExclusionReason.Scope,
            { Bound: "以上" or "及以上" or "以下" or "及以下" } when ShareOfThem().IsMatch(behind) => ExclusionReason.Scope,
            { Class: UnitClass.Count, Value: not null } when Guides().IsMatch(words) && Works().IsMatch(behind) => ExclusionReason.Count,
            { Class: not UnitClass.Reach, Bound: null } when before.EndsWith('每') && behind.Length > 1 => ExclusionReason.Count,
            { Unit.Ucum: "a" or "mo" or "d" or "wk" } when IsLength(quantity, before, behind) => ExclusionReason.Duration,
            { Class: UnitClass.Count, Value: not null } when Around().IsMatch(before) && behind.Length > 1 => ExclusionReason.Count,
            { Class: UnitClass.Count, Value: not null } when Moves().IsMatch(words) && BecomeMore().IsMatch(behind) => ExclusionReason.Count,
            { Class: UnitClass.Count, Value: not null } when MeasuredOfThem().IsMatch(behind) => ExclusionReason.Count,
            _ => null,
        };

    /// <summary>利用3—5年时间, 用2年左右时间 and 3年内 are lengths of time.</summary>
    public static bool IsLength(Quantity quantity, string before, string behind) =>
        behind.StartsWith("时间", StringComparison.Ordinal)
        || behind.StartsWith("的时间", StringComparison.Ordinal)
        || quantity.Bound is "内" or "以内" or "之内" && Uses().IsMatch(before);

    [GeneratedRegex("^(?:范围)?(?:以?内|之内)(?!的?[^，。；]{0,8}(?:圈|覆盖))[^，。；]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Inside();

    /// <summary>In what is listed behind 对: 对500平方米以上的A和1万平方米以上的B.</summary>
    [GeneratedRegex("^(?:[^，]{0,4})?(?:对|向|针对)[^，。；]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Among();

    /// <summary>A share of those that reach a size: 年经营性收入20万元以上的村占比.</summary>
    [GeneratedRegex("^的[^，。；、]{1,12}(?:占比|比例|比重|覆盖率)", RegexOptions.CultureInvariant)]
    private static partial Regex ShareOfThem();

    [GeneratedRegex("(?:指导|督促|组织|协调)$", RegexOptions.CultureInvariant)]
    private static partial Regex Guides();

    [GeneratedRegex("^[^，。；、]{0,12}(?:开展|落实|完善|编制)", RegexOptions.CultureInvariant)]
    private static partial Regex Works();

    [GeneratedRegex("^的[^，。；]{2,}(?:开展|实施|实行|推行|进行|给予|落实|加强|采取)", RegexOptions.CultureInvariant)]
    private static partial Regex OfThem();

    [GeneratedRegex("(?:对|向|将|把|针对)$", RegexOptions.CultureInvariant)]
    private static partial Regex Concerns();

    [GeneratedRegex("(?:^|用|利用|力争|争取|在)$", RegexOptions.CultureInvariant)]
    private static partial Regex Uses();

    [GeneratedRegex("(?:围绕|聚焦|针对|依托|立足|按照|对|将|把|在)$", RegexOptions.CultureInvariant)]
    private static partial Regex Around();

    /// <summary>Words that set things in motion which are there: 推动16个重点产业链强链补链.</summary>
    [GeneratedRegex(
        "(?:推动|推进|促进|支持|鼓励|指导|组织|引导[^，。；0-9]{0,6})$|(?:推动|推进|促进|引导|支持|鼓励|指导|组织)[^，。；]{2,20}[、和]$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Moves();

    /// <summary>What then becomes of them, at the end of the clause: 提质增效, 整合提升. Works named there (改造, 建设) are what is promised.</summary>
    [GeneratedRegex(
        "^[^，。；]{2,30}?(?:体制机制改革|管理体制改革|联合[^，。；]{2,10}|提质增效|整合提升|转型升级|优化升级|提档升级|强链补链|延链补链|补链强链|做大做强|做优做强|做强做优|提质升级|创新发展|集聚发展|融合发展"
            + "|协同发展|联动发展|错位发展|差异化发展|特色发展|高质量发展|开放共享|扩容提质)$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BecomeMore();

    /// <summary>A share, rate or rank of the things counted: 31个省考以上断面优Ⅲ类比例.</summary>
    [GeneratedRegex("^[^，。；、]{2,24}(?:比例|占比|比重|幅度|达标率|优良率|满意度)", RegexOptions.CultureInvariant)]
    private static partial Regex MeasuredOfThem();
}
