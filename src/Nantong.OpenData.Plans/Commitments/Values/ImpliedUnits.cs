using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Units that the text leaves to the reader: 15万…高校毕业生 are persons, 经济总量超千亿 is money.</summary>
internal static partial class ImpliedUnits
{
    /// <summary>The unit with what the subject implies, marked as inferred; the unit itself when it is printed or nothing is implied.</summary>
    public static Unit Complete(Unit unit, string subject) =>
        unit switch
        {
            { Ucum: not null } => unit,
            _ when Persons().IsMatch(subject) => unit with { Label = "人", Ucum = "{person}", Inferred = true },
            _ when Money().IsMatch(subject) => unit with { Label = "元", Ucum = "{CNY}", Inferred = true },
            _ => unit,
        };

    [GeneratedRegex("(?:毕业生|人才|人员|劳动力|人口|工人|农民工?|学生|志愿者|教师|医生|居民|老年人|儿童)$", RegexOptions.CultureInvariant)]
    private static partial Regex Persons();

    [GeneratedRegex("(?:总量|总值|产值|收入|投资额?|产业|营收|销售额|增加值|税收|GDP|规模)$", RegexOptions.CultureInvariant)]
    private static partial Regex Money();
}
