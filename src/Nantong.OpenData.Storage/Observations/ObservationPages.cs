using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Observations;

/// <summary>Some observations that follow each other.</summary>
/// <param name="Items">The observations.</param>
/// <param name="Total">How many there are on all pages; null when only reading all of them would tell.</param>
/// <param name="Next">The place behind which to go on; null when there are no more.</param>
public sealed record ObservationPage(IReadOnlyList<Observation> Items, int? Total, string? Next);

/// <summary>Observations page by page, from table <c>observations</c>: what a page costs does not depend on how many there are.</summary>
/// <remarks>
/// They are proven block by block; blocks are ranges of keys, and those that follow each other are read by one. Blocks of late are kept, within a
/// budget: who walks along pages reads each block once.
/// A block is known by its hash, so that the next release finds those again that did not change.
/// </remarks>
/// <param name="table">Where they are read from.</param>
/// <param name="mostRead">Rows that one request reads at most when their keys do not tell whether they are wanted.</param>
/// <param name="known">Where damage is told of; null where nobody asks.</param>
public sealed class ObservationPages(ObservationTable table, int mostRead = ObservationPages.UsualMostRead, KnownDamage? known = null)
{
    /// <summary>The usual number of rows that one request reads at most.</summary>
    public const int UsualMostRead = 8_000;

    private const int MostReads = 64; // parts may be small: each is a request to the store
    private const long MostKept = 64_000; // rows: about 8 MB
    private const int BlocksAtOnce = 40; // some four answers of the store

    private readonly LruCache<string, IReadOnlyList<Observation>> recent = new(MostKept, BlocksAtOnce, rows => rows.Count);

    /// <summary>Reads a page.</summary>
    /// <param name="release">The release.</param>
    /// <param name="query">Which observations are wanted.</param>
    /// <param name="after">The place that the page follows, from the page before; null for the first page.</param>
    /// <param name="limit">Most items on the page. It may hold fewer, even none, and yet not be the last, when it would have to read too
    /// much: only where the total is not known.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="BrokenReleaseException">What is stored is not what the manifest says.</exception>
    public async Task<ObservationPage> ReadAsync(
        Snapshot release,
        ObservationQuery query,
        string? after,
        int limit,
        CancellationToken cancellationToken = default
    )
    {
        BlockAt[] blocks = [.. query.BlocksIn(release.Observations)];
        var total = await CountAsync(release.Release.Key, blocks, query, cancellationToken);
        List<Observation> items = [];
        var (at, read, isFruitful) = (StartOf(blocks, after), 0, false);
        while (at < blocks.Length && limit > 0)
        {
            var (found, together) = (items.Count, Together(blocks.AsSpan(at), RowsToRead()));
            var rows = await LoadAsync(release.Release.Key, blocks.AsMemory(at, together), cancellationToken);
            foreach (var row in rows.Where(row => Follows(row, after)))
            {
                read++;
                if (!query.Takes(row))
                    continue;
                if (items.Count == limit)
                    return new ObservationPage(items, total, PlaceOf(items[^1]));
                items.Add(row);
            }

            at += together;
            isFruitful = items.Count > found;
            if (at < blocks.Length && total is null && read >= mostRead)
                return new ObservationPage(items, total, PlaceOf(rows[^1]));
        }

        return new ObservationPage(items, total, null);

        int RowsToRead()
        {
            // One more tells whether another page follows.
            var missing = Math.Min(limit - items.Count, ObservationTable.MostAtOnce) + 1;
            if (query.IsToldByKeys(blocks[at]))
                return after is null || read > 0 ? missing : missing + blocks[at].Block.Rows; // the place may be the last of its block
            // Keys do not tell what is wanted: twice as many rows for each item as so far, unless they have just stopped telling anything.
            return isFruitful ? (int)Math.Min(2L * missing * read / items.Count, ObservationTable.MostAtOnce) : ObservationTable.MostAtOnce;
        }
    }

    private static string PlaceOf(Observation row) => $"{row.Indicator}|{ObservationOrder.KeyOf(row)}";

    private static (string Indicator, string Key) Split(string place) =>
        place.IndexOf('|') is var bar and > 0 ? (place[..bar], place[(bar + 1)..]) : (place, "");

    /// <summary>The block in which the page begins.</summary>
    private static int StartOf(BlockAt[] blocks, string? after)
    {
        if (after is null)
            return 0;
        var (indicator, key) = Split(after);
        var found = Array.FindIndex(blocks, block => block.Part.Indicator == indicator && !block.EndsBefore(key));
        return found < 0 ? blocks.Length : found;
    }

    private static bool Follows(Observation row, string? after) =>
        after is null
        || Split(after) is var (indicator, key) && (row.Indicator != indicator || string.CompareOrdinal(ObservationOrder.KeyOf(row), key) > 0);

    /// <summary>How many blocks to read at once: as many as hold enough rows, and no more rows than one answer of the store.</summary>
    private static int Together(ReadOnlySpan<BlockAt> blocks, int enough)
    {
        var (count, rows) = (1, blocks[0].Block.Rows);
        while (count < blocks.Length && rows < enough && (rows += blocks[count].Block.Rows) <= ObservationTable.MostAtOnce)
            count++;
        return count;
    }

    /// <summary>How many rows are wanted; null when only reading too many would tell.</summary>
    private async Task<int?> CountAsync(ReleaseKey release, BlockAt[] blocks, ObservationQuery query, CancellationToken cancellationToken)
    {
        var wanted = 0;
        List<BlockAt> doubtful = [];
        foreach (var block in blocks)
        {
            if (query.TakesAll(block))
                wanted += block.Block.Rows;
            else
                doubtful.Add(block);
        }

        if (doubtful is [])
            return wanted;
        return doubtful.Sum(block => block.Block.Rows) <= mostRead && BlockAt.RunsOf(doubtful).Count <= MostReads
            ? wanted + (await LoadAsync(release, doubtful.ToArray(), cancellationToken)).Count(query.Takes)
            : null;
    }

    private async Task<IReadOnlyList<Observation>> LoadAsync(ReleaseKey release, ReadOnlyMemory<BlockAt> blocks, CancellationToken cancellationToken)
    {
        BlockAt[] wanted = [.. blocks.Span];
        Dictionary<BlockAt, Func<Task<IReadOnlyList<Observation>>>> ranges = [];
        foreach (var run in BlockAt.RunsOf(wanted.Where(block => !recent.Holds(block.Block.Sha256))))
        {
            Lazy<Task<IReadOnlyList<IReadOnlyList<Observation>>>> range = new(() => table.ReadBlocksAsync(release, run, CancellationToken.None));
            foreach (var (place, block) in run.Index())
                ranges[block] = async () => (await range.Value)[place];
        }

        var reading = wanted.Select(block =>
            recent.GetAsync(
                block.Block.Sha256,
                ranges.GetValueOrDefault(block) ?? (async () => (await table.ReadBlocksAsync(release, [block], CancellationToken.None))[0])
            )
        );
        try
        {
            var read = await Task.WhenAll(reading).WaitAsync(cancellationToken);
            return read is [var one] ? one : [.. read.SelectMany(rows => rows)];
        }
        catch (BrokenReleaseException broken)
        {
            known?.Report(
                broken.Damage,
                async stop =>
                {
                    await LoadAsync(release, blocks, stop);
                    known.Clear(broken.Damage.Release, broken.Damage.Where);
                }
            );
            throw;
        }
    }
}
