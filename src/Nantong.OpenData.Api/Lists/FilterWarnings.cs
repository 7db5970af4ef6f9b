using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Lists;

/// <summary>What to tell somebody whose filter finds little: an empty list alone does not say whether the question or the data is at fault.</summary>
internal static class FilterWarnings
{
    /// <summary>The warnings of a filter.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="collection">What was filtered.</param>
    /// <param name="all">Its records: the whole list, unless it is read by keys; then nobody knows what does not occur in it.</param>
    /// <param name="matching">How many of its records the filter lets pass.</param>
    /// <param name="language">The language of the sentences.</param>
    /// <param name="release">The release that is asked; null for the service's own lists.</param>
    public static IEnumerable<Warning> Of<T>(
        Filter filter,
        Collection<T> collection,
        IReadOnlyList<T> all,
        int matching,
        Language language,
        PinnedRelease? release
    )
        where T : notnull
    {
        foreach (var condition in filter.Conditions.Where(condition => condition.Seeks && !collection.ReadByKeys))
            if (Missing(condition, all) is [_, ..] values)
            {
                object[] records = [.. all.Cast<object>()];
                var hints = values.SelectMany(value => FilterHints.Of(condition, value, records, collection.Fields, NamesIn(release, value)));
                string[] near = [.. hints.Distinct().Take(3)];
                yield return new("values-not-found", language.Of(Explain(condition, values, near)), Name(condition), values) { DidYouMean = near };
            }

        foreach (var warning in OfNothing(filter, matching, language))
            yield return warning;
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

    /// <summary>The warning of a filter of rows that nobody holds, where it asks for an indicator that the release does not have.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="release">The release.</param>
    /// <param name="language">The language of the sentence.</param>
    public static IEnumerable<Warning> OfIndicators(Filter filter, PinnedRelease release, Language language)
    {
        var named = filter.Conditions.Where(condition => condition is { Field.Path: "indicator", Operator: Operator.Eq or Operator.In });
        foreach (var condition in named)
        {
            string[] known = [.. release.Snapshot.Indicators.Select(indicator => indicator.Id)];
            if (condition.Operands.Cast<string>().Except(known).ToArray() is not [_, ..] strange)
                continue;
            var ids = strange.SelectMany(value => NamesIn(release, value).Where(known.Contains).Concat(DidYouMean.Of(value, known)));
            string[] near = [.. ids.Distinct().Take(3).Select(id => $"indicator={id}")];
            yield return new("values-not-found", language.Of(Explain(condition, strange, near)), Name(condition), strange) { DidYouMean = near };
        }
    }

    private static IReadOnlyList<string> NamesIn(PinnedRelease? release, string value) =>
        release is { HasContent: true } ? PlanNames.Of(release.Snapshot).Find(value) : [];

    private static string Name(Condition condition) => $"{condition.Field.Path}[{condition.Operator.Word}]";

    private static string[] Missing<T>(Condition condition, IReadOnlyList<T> all)
        where T : notnull
    {
        if (condition.Operator is Operator.Contains or Operator.StartsWith)
            return all.Any(record => condition.Holds(record)) ? [] : [FieldKind.Write(condition.Operands[0])];

        HashSet<object> present = [.. all.SelectMany(record => condition.Field.Values(record))];
        return [.. condition.Operands.Where(operand => !present.Contains(operand)).Select(FieldKind.Write).Distinct()];
    }

    /// <summary>A host may join repeated parameters with commas, so a comma in one value may be two requests in one.</summary>
    private static Label Explain(Condition condition, IReadOnlyList<string> values, IReadOnlyList<string> near)
    {
        var (path, op) = (condition.Field.Path, condition.Operator.Word);
        var repeated = condition.Operator is not Operator.In && values[0].Contains(',');
        var (zh, en) = repeated
            ? (
                $"带逗号的内容按一个值处理；查询多个值请用 {path}[in]。",
                $" A text with commas, or a parameter given twice, is one value here; several values stand in {path}[in]."
            )
            : ("", "");
        var (zhNear, enNear) = near is []
            ? ("", "")
            : ($"您要找的可能是：{string.Join("、", near)}。", $" Did you mean {string.Join(" or ", near)}?");
        return new(
            $"列表中没有任何记录的 {path} 符合这些值（{op}）。{zh}{zhNear}",
            $"No record of the list has these values in {path} ({op}).{en}{enNear}"
        );
    }
}
