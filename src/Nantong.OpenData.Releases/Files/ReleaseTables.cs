using System.Collections;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The tabular datasets of a release, filled.</summary>
internal static class ReleaseTables
{
    /// <summary>Names of the datasets; each is a set of files.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. new Datasets(default).All.Select(dataset => dataset.Name)];

    /// <summary>All of them, in name order.</summary>
    public static IReadOnlyList<ReleaseTable> Of(Plan plan, ReleaseVersion version)
    {
        var sets = new Datasets(version);
        return
        [
            Table(sets.Columns, plan.Columns),
            Table(sets.Commitments, plan.Commitments),
            Table(sets.Consistency, plan.Findings),
            Table(sets.Errata, plan.Errata),
            Table(sets.Exclusions, plan.Exclusions),
            Table(sets.Indicators, plan.Indicators),
            Table(sets.Observations, plan.Observations),
            Table(sets.Paragraphs, [.. plan.Nodes.Where(node => node.Type is NodeType.Paragraph)]),
            Table(sets.Places, plan.Places),
            Table(sets.Structures, plan.SpatialStructures),
            Table(sets.Values, new ValuesOfPlan(plan)),
        ];
    }

    private static ReleaseTable<T> Table<T>(Dataset<T> dataset, IReadOnlyCollection<T> records) => new(dataset, records);

    /// <summary>The values of a plan, made whenever they are written and never held: observations may be hundreds of thousands.</summary>
    private sealed class ValuesOfPlan(Plan plan) : IReadOnlyCollection<TidyValue>
    {
        private int? count;

        public int Count => count ??= TidyValue.Of(plan).Count();

        public IEnumerator<TidyValue> GetEnumerator() => TidyValue.Of(plan).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
