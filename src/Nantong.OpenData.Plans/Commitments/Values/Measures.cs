using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Tells a level from a change, and finds what a change is reckoned from.</summary>
internal static partial class Measures
{
    /// <summary>Whether a quantity is a level or a change.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="before">The clause up to it.</param>
    /// <param name="sentence">The sentence that it stands in.</param>
    public static QuantityMeasure Of(Quantity quantity, string before, string sentence) =>
        quantity.Unit.Ucum is "{percentage_point}" || (Moves().IsMatch(before) && !IsBalance(before, sentence))
            ? QuantityMeasure.Change
            : QuantityMeasure.Level;

    /// <summary>True for a net inflow that is the difference of residents and registered people on one day, and not what came in over some
    /// time.</summary>
    public static bool IsBalance(string before, string sentence) =>
        before.EndsWith("净流入", StringComparison.Ordinal) && Balance().IsMatch(sentence);

    /// <summary>The base that the clause prints: “六人普”, 2020年, 上年; null when it prints none.</summary>
    public static string? BaseOf(string before) => Base().Match(before) is { Success: true } found ? found.Groups["base"].Value : null;

    /// <summary>A word of change with nothing between it and the number but a bound: 增加44.3万人, 下降14%以上; 增加到 sets a level.</summary>
    [GeneratedRegex(
        "(?:增加|增长|提升|提高|上升|扩大|下降|降低|减少|缩小|缩短|压减|净流入|净增|新增|累计新增[^，。；]{0,8}|新增[^，。；0-9]{1,16})(?:了|不低于|不少于|不超过|超过|约|近)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Moves();

    [GeneratedRegex("常住人口[^。；]{0,8}户籍人口[^。；]{0,8}净流入", RegexOptions.CultureInvariant)]
    private static partial Regex Balance();

    [GeneratedRegex("(?:比|较|与|同|相比于?)(?<base>“[^”]{2,8}”|[0-9]{4}年[底末]?|上年|去年|同期|基期)", RegexOptions.CultureInvariant)]
    private static partial Regex Base();
}
