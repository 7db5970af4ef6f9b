using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>The words that bound a number: before it 不少于, behind it 以上.</summary>
internal static partial class Bounds
{
    /// <summary>The operator of a word directly before a number; null when none stands there.</summary>
    /// <param name="before">The text up to the number.</param>
    public static QuantityOperator? Before(string before) =>
        BeforeNumber().Match(before) is { Success: true } match
            ? match switch
            {
                _ when match.Groups["gte"].Success => QuantityOperator.Gte,
                _ when match.Groups["lte"].Success => QuantityOperator.Lte,
                _ when match.Groups["gt"].Success => QuantityOperator.Gt,
                _ when match.Groups["lt"].Success => QuantityOperator.Lt,
                _ => QuantityOperator.About,
            }
            : null;

    /// <summary>The word directly behind a number and its unit, with its operator; 内 alone (100平方公里内) is a place, not a bound.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the unit ends.</param>
    public static (string Word, QuantityOperator Operator)? Behind(string text, int at)
    {
        foreach (var (word, op) in BehindNumber)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0)
                return (word, op);
        }

        return null;
    }

    /// <summary>内 behind a time or a distance: 5年内.</summary>
    public static (string Word, QuantityOperator Operator)? Within(string text, int at) =>
        at < text.Length && text[at] == '内' ? ("内", QuantityOperator.Lte) : null;

    private static readonly (string Word, QuantityOperator Operator)[] BehindNumber =
    [
        ("及以上", QuantityOperator.Gte),
        ("以上", QuantityOperator.Gte),
        ("及以下", QuantityOperator.Lte),
        ("以下", QuantityOperator.Lte),
        ("以内", QuantityOperator.Lte),
        ("之内", QuantityOperator.Lte),
        ("左右", QuantityOperator.About),
        ("上下", QuantityOperator.About),
    ];

    [GeneratedRegex(
        "(?:(?<gte>不(?:低|少|小|下|短)于|至少(?:有|配备|设立|创建|建立|建设|建成|新建|实施|培育|完成|打造)?|≥|>=)|(?<lte>不(?:高|多|大|超)(?:于|过)|不超|至多|最多|控制在|限制在|压减到|≤|<=)"
            + "|(?<gt>逾|超过|超出|突破|大于"
            + "|高于|多于|超|>)|(?<lt>低于|小于|少于|不足|不到|<)|(?:大?约为?|大概|将近|接近|近|约占))$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex BeforeNumber();
}
