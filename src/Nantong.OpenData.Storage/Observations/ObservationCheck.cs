using Azure.Data.Tables;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Observations;

/// <summary>Reads every observation of a release and notes what is not as its manifest says; holds no more than a page of them.</summary>
internal sealed class ObservationCheck(TableClient table, ReleaseKey release)
{
    /// <summary>Reads the partitions that the manifest lists, and looks for others between them.</summary>
    public async Task<(int Rows, IReadOnlyList<Damage> Damage)> RunAsync(
        IReadOnlyList<ObservationPart> parts,
        int atOnce,
        CancellationToken cancellationToken
    )
    {
        var checks = new (int Rows, List<Damage> Damage)[parts.Count];
        await Parallel.ForAsync(
            0,
            parts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (part, stop) => checks[part] = await CheckAsync(parts[part], stop)
        );

        List<Damage> damage = [.. checks.SelectMany(check => check.Damage)];
        var listed = parts.Select(part => RowAddress.ObservationPartition(release, part.Indicator)).Select(KeyRange.Of);
        foreach (var gap in KeyRange.Below(release.Partition).Without(listed))
        {
            await foreach (var row in table.RowsAsync(gap.Filter, cancellationToken, ["PartitionKey", "RowKey"]))
                damage.Add(Found(row, "it does not belong here"));
        }

        return (checks.Sum(check => check.Rows), damage);
    }

    private async Task<(int Rows, List<Damage> Damage)> CheckAsync(ObservationPart part, CancellationToken cancellationToken)
    {
        List<Damage> damage = [];
        var rows = 0;
        using var tally = new ObservationTally(BlockRows(part), mostWithoutYears: 0);
        await foreach (var row in table.PartitionAsync(RowAddress.ObservationPartition(release, part.Indicator), cancellationToken))
        {
            rows++;
            if (ObservationRow.Format.FindDamage(row) is { } what)
                damage.Add(Found(row, what));
            else
                tally.Add(ObservationRow.Format.ToRecord(row));
        }

        if (damage is [] && Compare(part, tally.Close()) is { } differs)
            damage.Add(differs);
        return (rows, damage);
    }

    /// <summary>How the manifest cuts a part: all blocks but the last have as many rows; nobody knows how many a single one could have.</summary>
    private static int BlockRows(ObservationPart part) =>
        part.Blocks is [var only] ? Math.Max(only.Rows, ObservationTally.UsualBlockRows) : part.Blocks[0].Rows;

    /// <summary>Every row is sound by itself: then rows are missing, or there are too many, and the first block that differs says where.</summary>
    private Damage? Compare(ObservationPart part, IReadOnlyList<ObservationPart> found)
    {
        var blocks = found is [var one] ? one.Blocks : [];
        var same = part.Blocks.Zip(blocks).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == part.Blocks.Count && same == blocks.Count)
            return part.Years is { } years ? CompareYears(part, years, found[0].Years!) : null;
        var where = same < part.Blocks.Count ? part.Blocks[same].From : blocks[same].From;
        return new Damage(
            release.ToString(),
            $"table {TableNames.Observations}, {part.Indicator} from {where}",
            $"there are {blocks.Sum(block => block.Rows)} observations of {part.Indicator}, expected {part.Rows} with hash {part.Sha256}"
        );
    }

    /// <summary>The rows are those of the manifest: what it says of years must be the same once more.</summary>
    private Damage? CompareYears(ObservationPart part, IReadOnlyList<ObservationYear> years, IReadOnlyList<ObservationYear> found)
    {
        foreach (var (at, expected) in found.Index())
        {
            var year = years.ElementAtOrDefault(at);
            if (year is null || (year.Year, year.To) != (expected.Year, expected.To) || !year.Blocks.SequenceEqual(expected.Blocks))
                return Differs(expected.Year);
        }

        return years.Count == found.Count ? null : Differs(years[found.Count].Year);

        Damage Differs(int year) =>
            new(release.ToString(), $"manifest.json, {part.Indicator} in {year}", "what it lists of this year is not the rows that it proves");
    }

    private Damage Found(TableEntity row, string what) =>
        new(release.ToString(), $"table {TableNames.Observations}, row {row.PartitionKey.Split('|')[^1]}|{row.RowKey}", what);
}
