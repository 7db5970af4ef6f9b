using Nantong.OpenData.Plans.Commitments.Subjects;
using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>What the numbers of one clause share, and how several things part them: A、B分别达到1和2.</summary>
internal static class Lists
{
    /// <summary>The operator of a number; one without takes that of its list: 分别不低于99.5%、75%, 至少建成1所A、1个B.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="quantities">The quantities of the text.</param>
    /// <param name="quantity">The one that is asked for.</param>
    /// <param name="clause">Its clause.</param>
    public static QuantityOperator OperatorOf(string text, IReadOnlyList<Quantity> quantities, Quantity quantity, TextSpan clause)
    {
        if (quantity.Operator is not QuantityOperator.None)
            return quantity.Operator;
        var words = text[clause.Start..quantity.Span.Start];
        var each = words.LastIndexOf("分别", StringComparison.Ordinal);
        var least = words.LastIndexOf("至少", StringComparison.Ordinal);
        var from = clause.Start + Math.Max(each, least);
        if (from < clause.Start)
            return QuantityOperator.None;
        return quantities
            .Where(other => other.Span.Start > from && clause.Contains(other.Span) && (each >= 0 || other.Span.Start < quantity.Span.Start))
            .Select(other => other.Operator)
            .FirstOrDefault(op => op is QuantityOperator.Gte or QuantityOperator.Lte or QuantityOperator.Gt or QuantityOperator.Lt);
    }

    /// <summary>Of several things with as many numbers the one that a number is of; null for any other clause.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="quantities">The quantities of the text.</param>
    /// <param name="quantity">The one that is asked for.</param>
    /// <param name="clause">Its clause.</param>
    public static string? Respectively(string text, IReadOnlyList<Quantity> quantities, Quantity quantity, TextSpan clause)
    {
        var each = text.LastIndexOf("分别", quantity.Span.Start, quantity.Span.Start - clause.Start, StringComparison.Ordinal);
        if (each < 0)
            return null;
        var numbers = quantities.Where(other => other.Span.Start > each && clause.Contains(other.Span)).ToList();
        var (words, _) = SubjectWords.Trim(text[clause.Start..each]);
        string[] things = [.. words.Split('、', '和', '与').Where(thing => thing.Length > 0)];
        return things.Length == numbers.Count && numbers.IndexOf(quantity) is >= 0 and var at ? things[at] : null;
    }
}
