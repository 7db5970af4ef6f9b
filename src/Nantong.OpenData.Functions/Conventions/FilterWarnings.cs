using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>What to tell somebody whose filter finds little: an empty list alone does not say whether the question or the data is at fault.</summary>
internal static class FilterWarnings
{
    /// <summary>The warnings of a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="collection">What was filtered.</param>
    /// <param name="all">Its records: the whole list, unless it is read by keys; then nobody knows what does not occur in it.</param>
    /// <param name="matching">How many of its records the filter lets pass.</param>
    /// <param name="language">The language of the sentences.</param>
    public static IEnumerable<Warning> Of<T>(Filter filter, Collection<T> collection, IReadOnlyList<T> all, int matching, Language language) where T : notnull
    {
        foreach (var condition in filter.Conditions.Where(condition => condition.Seeks && !collection.ReadByKeys))
            if (Missing(condition, all) is [_, ..] values)
                yield return new("values-not-found", language.Of(Explain(condition, values)), Name(condition), values);
        foreach (var warning in OfNothing(filter, matching, language)) yield return warning;
    }

    /// <summary>The warning of a filter that lets nothing pass.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="matching">How many records it lets pass; null when nobody counted.</param>
    /// <param name="language">The language of the sentence.</param>
    public static IEnumerable<Warning> OfNothing(Filter filter, int? matching, Language language)
    {
        if (matching is 0 && filter.Conditions is not [])
            yield return new("no-results", language.Of(new("没有记录同时满足所有条件。", "No record meets all conditions.")), null, []);
    }

    private static string Name(Condition condition) => $"{condition.Field.Path}[{condition.Operator.Word}]";

    private static string[] Missing<T>(Condition condition, IReadOnlyList<T> all) where T : notnull
    {
        if (condition.Operator is Operator.Contains or Operator.StartsWith)
            return all.Any(record => condition.Holds(record)) ? [] : [FieldKind.Write(condition.Operands[0])];

        HashSet<object> present = [.. all.SelectMany(record => condition.Field.Values(record))];
        return [.. condition.Operands.Where(operand => !present.Contains(operand)).Select(FieldKind.Write).Distinct()];
    }

    /// <summary>The Functions host joins repeated parameters with commas, so a comma in one value may be two requests in one.</summary>
    private static Label Explain(Condition condition, IReadOnlyList<string> values)
    {
        var (path, op) = (condition.Field.Path, condition.Operator.Word);
        var repeated = condition.Operator is not Operator.In && values[0].Contains(',');
        return new(
            $"列表中没有任何记录的 {path} 符合这些值（{op}）。{(repeated ? $"带逗号的内容按一个值处理；查询多个值请用 {path}[in]。" : "")}",
            $"No record of the list has these values in {path} ({op}). {(repeated ? $"A text with commas, or a parameter given twice, is one value here; several values stand in {path}[in]." : "")}".TrimEnd());
    }
}
