using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>What differs between the observations of two releases.</summary>
/// <param name="Before">Observations that are gone or were different, of indicators where they are few.</param>
/// <param name="After">Observations that are new or are different, of indicators where they are few.</param>
/// <param name="Many">Where they are many, how many.</param>
public sealed record ObservationDifferences(RecordSet Before, RecordSet After, IReadOnlyList<ObservationCount> Many)
{
    /// <summary>None.</summary>
    public static ObservationDifferences None { get; } =
        new(new RecordSet(RecordKinds.Observation, []), new RecordSet(RecordKinds.Observation, []), []);
}

/// <summary>A number of observations of one indicator to which the same happened.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Op">What happened.</param>
/// <param name="Kind">Why such a thing happens.</param>
/// <param name="Rows">To how many.</param>
/// <param name="Values">How many of them have another value now.</param>
public sealed record ObservationCount(
    [property: JsonIgnore] string Indicator,
    [property: JsonIgnore] ChangeOp Op,
    [property: JsonIgnore] ChangeKind Kind,
    int Rows,
    [property: JsonIgnore] int Values
);

/// <summary>Compares observations as two streams in the same order: what it holds does not grow with them.</summary>
/// <remarks>Those that a plan states itself are left out: they follow from its indicators, which have changes of their own.</remarks>
public static class ObservationDiff
{
    /// <summary>Observations of one indicator that are told of one by one; where more differ, only their number is told.</summary>
    public const int MostTold = 200;

    /// <summary>Reads the parts whose hashes differ, and compares them.</summary>
    public static async Task<ObservationDifferences> CompareAsync(ReleaseContent from, ReleaseContent to, CancellationToken cancellationToken)
    {
        var (before, after) = (from.Observations, to.Observations);
        var (ownBefore, ownAfter) = (from.Nodes, to.Nodes);
        List<Pair> few = [];
        List<ObservationCount> many = [];
        foreach (var indicator in after.Parts.Concat(before.Parts).Select(part => part.Indicator).Distinct().Where(Differs))
        {
            var found = new Found(indicator);
            var pairs = PairsAsync(Published(before, ownBefore), Published(after, ownAfter), cancellationToken);
            await foreach (var pair in pairs.Where(pair => pair.Differs))
                found.Add(pair);
            if (found.Few is { } told)
                few.AddRange(told);
            else
                many.AddRange(found.Counts);

            IAsyncEnumerable<Observation> Published(ReleaseObservations release, IReadOnlySet<string> own) =>
                release.ReadPart(indicator).Where(row => !own.Contains(row.Source));
        }

        return new(Records(few.Select(pair => pair.From)), Records(few.Select(pair => pair.To)), many);

        bool Differs(string indicator) => HashOf(before, indicator) != HashOf(after, indicator);
    }

    private static string? HashOf(ReleaseObservations release, string indicator) =>
        release.Parts.FirstOrDefault(part => part.Indicator == indicator)?.Sha256;

    private static RecordSet Records(IEnumerable<Observation?> rows) =>
        RecordSet.Of(RecordKinds.Observation, rows.OfType<Observation>().Select(ObservationRecord.Of), ChangeJson.Line.ObservationRecord);

    /// <summary>Walks along two streams in the order of keys.</summary>
    private static async IAsyncEnumerable<Pair> PairsAsync(
        IAsyncEnumerable<Observation> before,
        IAsyncEnumerable<Observation> after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var from = before.GetAsyncEnumerator(cancellationToken);
        await using var to = after.GetAsyncEnumerator(cancellationToken);
        var (hasFrom, hasTo) = (await from.MoveNextAsync(), await to.MoveNextAsync());
        while (hasFrom || hasTo)
        {
            var order =
                !hasFrom ? 1
                : !hasTo ? -1
                : ObservationOrder.CompareKeys(from.Current, to.Current);
            yield return new Pair(order <= 0 ? from.Current : null, order >= 0 ? to.Current : null);
            if (order <= 0)
                hasFrom = await from.MoveNextAsync();
            if (order >= 0)
                hasTo = await to.MoveNextAsync();
        }
    }

    private readonly record struct Pair(Observation? From, Observation? To)
    {
        public ChangeOp Op =>
            From is null ? ChangeOp.Added
            : To is null ? ChangeOp.Removed
            : ChangeOp.Modified;

        /// <summary>True when more differs than the unit, which the indicator tells of.</summary>
        public bool Differs => From is null || To is null || From with { Unit = To.Unit } != To || HasOtherValue;

        public ChangeKind Kind =>
            From is null ? ChangeKind.NewData
            : To is not null
            && !HasOtherValue
            && From with { Unit = To.Unit, Source = To.Source, Note = To.Note } == To
            && Alike(From.Source, To.Source)
            && Alike(From.Note, To.Note)
                ? ChangeKind.Typographic
            : ChangeKind.SourceAmendment;

        /// <summary>True when the number is written differently: 4.50 is not 4.5.</summary>
        public bool HasOtherValue => From is not null && To is not null && (From.Value != To.Value || From.Value?.Scale != To.Value?.Scale);

        private static bool Alike(string? one, string? other) =>
            one == other || (one is not null && other is not null && Folding.DifferInTypographyAlone(one, other));
    }

    /// <summary>What was found of one indicator: each pair while they are few, then numbers alone.</summary>
    private sealed class Found(string indicator)
    {
        private readonly SortedDictionary<(ChangeOp Op, ChangeKind Kind), (int Rows, int Values)> counts = [];

        public List<Pair>? Few { get; private set; } = [];

        public IEnumerable<ObservationCount> Counts =>
            counts.Select(entry => new ObservationCount(indicator, entry.Key.Op, entry.Key.Kind, entry.Value.Rows, entry.Value.Values));

        public void Add(Pair pair)
        {
            var (rows, values) = counts.GetValueOrDefault((pair.Op, pair.Kind));
            counts[(pair.Op, pair.Kind)] = (rows + 1, values + (pair.HasOtherValue ? 1 : 0));
            if (Few?.Count == MostTold)
                Few = null;
            Few?.Add(pair);
        }
    }
}
