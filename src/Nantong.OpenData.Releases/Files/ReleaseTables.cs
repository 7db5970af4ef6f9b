using System.Collections;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The tabular datasets of a release, filled.</summary>
internal static class ReleaseTables
{
    /// <summary>Names of the datasets; each is a set of files.</summary>
    public static IReadOnlyList<string> Names { get; } = NamesOf(RecordKinds.Kept);

    /// <summary>Names of the datasets of a release that keeps other kinds.</summary>
    public static IReadOnlyList<string> NamesOf(IReadOnlyList<KeptKind> kinds) =>
        [.. new Datasets(default, kinds).All.Select(dataset => dataset.Name)];

    /// <summary>All of them, in name order.</summary>
    public static IReadOnlyList<ReleaseTable> Of(Plan plan, ReleaseVersion version, IReadOnlyList<KeptKind> kinds)
    {
        var sets = new Datasets(version, kinds);
        return
        [
            .. kinds
                .Select(kind => kind.FindTable(plan, version))
                .OfType<ReleaseTable>()
                .Append(new ReleaseTable<Observation>(sets.Observations, plan.Observations))
                .Append(new ReleaseTable<TidyValue>(sets.Values, new ValuesOfPlan(plan)))
                .OrderBy(table => table.Dataset.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The values of a plan, made whenever they are written and never held: observations may be hundreds of thousands.</summary>
    private sealed class ValuesOfPlan(Plan plan) : IReadOnlyCollection<TidyValue>
    {
        private int? count;

        public int Count => count ??= TidyValue.Of(plan).Count();

        public IEnumerator<TidyValue> GetEnumerator() => TidyValue.Of(plan).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
