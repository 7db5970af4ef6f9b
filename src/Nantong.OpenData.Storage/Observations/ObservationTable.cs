using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Observations;

/// <summary>Table <c>observations</c>, read by ranges of keys and checked against the manifest: never as a whole, however many there are.</summary>
public sealed class ObservationTable(Store store)
{
    /// <summary>Most rows that are read at once, unless a block has more: as many as the table service gives in one answer.</summary>
    internal const int MostAtOnce = 1_000;

    /// <summary>Most rows of an answer that is read on the calling thread: an array of the size of its bytes is no large object yet, so that long
    /// reads do not keep the collector busy.</summary>
    private const int AnswerOnThisThread = 100;

    /// <summary>What a release is compared by, with its observations to be read from here.</summary>
    /// <param name="release">The release.</param>
    /// <param name="onThisThread">True for work that has a thread of its own: it waits for the store there, and what the store answers is read
    /// there, too, not on the threads that answer requests.</param>
    public ReleaseContent ContentOf(Snapshot release, bool onThisThread = false) =>
        release.Content with
        {
            Observations = new ReleaseObservations(release.Observations, part => ReadAsync(release.Release.Key, part, onThisThread)),
        };

    /// <summary>Reads the observations of an indicator one after the other, in the order of their keys.</summary>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    private async IAsyncEnumerable<Observation> ReadAsync(
        ReleaseKey release,
        ObservationPart part,
        bool onThisThread,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        foreach (var run in BlockAt.RunsOf(ObservationQuery.All.BlocksIn([part])))
        foreach (var block in await ReadBlocksAsync(release, run, cancellationToken, onThisThread))
        foreach (var row in block)
            yield return row;
    }

    /// <summary>Reads all observations of some areas, a range of keys for each area and indicator.</summary>
    internal async Task<IReadOnlyList<Observation>> ReadAsync(
        ReleaseKey release,
        IReadOnlyList<ObservationPart> parts,
        IReadOnlySet<string> areas,
        CancellationToken cancellationToken
    )
    {
        List<Observation> found = [];
        foreach (var part in parts)
        {
            foreach (var (first, behind) in areas.Order(StringComparer.Ordinal).Select(BlockAt.KeysOf))
                found.AddRange(await RangeAsync(release, part.Indicator, first, behind, year: null, cancellationToken));
        }

        return found;
    }

    /// <summary>Reads blocks that follow each other in their part, which a range of keys holds, and proves each.</summary>
    /// <param name="release">The release.</param>
    /// <param name="run">The blocks.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <param name="onThisThread">True to wait for the store on the calling thread.</param>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    internal async Task<IReadOnlyList<IReadOnlyList<Observation>>> ReadBlocksAsync(
        ReleaseKey release,
        IReadOnlyList<BlockAt> run,
        CancellationToken cancellationToken,
        bool onThisThread = false
    )
    {
        var indicator = run[0].Part.Indicator;
        var rows = await RangeAsync(release, indicator, run[0].Block.From, run[^1].Before, run[0].Year?.Year, cancellationToken, onThisThread);
        var at = 0;
        List<IReadOnlyList<Observation>> blocks = [];
        foreach (var expected in run.Select(one => one.Block))
        {
            Observation[] block = [.. rows.Skip(at).Take(expected.Rows)];
            at += block.Length;
            if (ObservationTally.BlockOf(block) != expected)
                throw Broken(expected);
            blocks.Add(block);
        }

        return at == rows.Count ? blocks : throw Broken(run[^1].Block);

        BrokenReleaseException Broken(ObservationBlock block) =>
            new(
                release,
                $"table {TableNames.Observations}, {indicator}{(run[0].Year is { Year: var year } ? $" in {year}" : "")} from {block.From}",
                $"its rows are not the {block.Rows} that the manifest proves"
            );
    }

    private async Task<IReadOnlyList<Observation>> RangeAsync(
        ReleaseKey release,
        string indicator,
        string from,
        string? before,
        int? year,
        CancellationToken cancellationToken,
        bool onThisThread = false
    )
    {
        var partition = RowAddress.ObservationPartition(release, indicator);
        var filter = before is null
            ? TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from}")
            : TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {before}");
        if (year is { } one)
            filter += TableClient.CreateQueryFilter($" and year eq {one}");
        List<Observation> rows = [];
        var table = store.Table(TableNames.Observations);
        var answers = onThisThread
            ? table.Rows(filter, AnswerOnThisThread, cancellationToken).ToAsyncEnumerable()
            : table.RowsAsync(filter, cancellationToken);
        await foreach (var row in answers)
        {
            // Without this, Linux leaves a thread of low priority on its core for milliseconds while others wait for it.
            if (onThisThread)
                Thread.Yield();
            try
            {
                rows.Add(Share(Rows.ObservationRow.Format.ToRecord(row), rows is [.., var last] ? last : null));
            }
            catch (InvalidDataException error)
            {
                throw new BrokenReleaseException(
                    release,
                    $"table {TableNames.Observations}, row {row.PartitionKey} {row.RowKey}",
                    error.InnerException?.Message ?? error.Message
                );
            }
        }

        return rows;
    }

    /// <summary>The same row, with what it has in common with the one before held once: a row that is kept takes a fifth of the memory
    /// then.</summary>
    private static Observation Share(Observation row, Observation? before)
    {
        if (before is null)
            return row;
        return row with
        {
            Indicator = Same(row.Indicator, before.Indicator),
            Area = Same(row.Area, before.Area),
            Unit = Same(row.Unit, before.Unit),
            Status = Same(row.Status, before.Status),
            Source = Same(row.Source, before.Source),
            Note = Same(row.Note, before.Note),
        };

        static T Same<T>(T own, T other) => EqualityComparer<T>.Default.Equals(own, other) ? other : own;
    }
}
