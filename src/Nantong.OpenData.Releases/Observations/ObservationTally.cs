using System.Security.Cryptography;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Observations;

/// <summary>Counts and hashes observations as they go by, in their order; none is kept.</summary>
/// <param name="blockRows">Rows of a block: what a page costs that nobody has read before. Releases may differ in it: whoever checks one cuts as its
/// manifest does.</param>
/// <param name="mostWithoutYears">Up to so many rows a part lists no years: reading all of it is one answer of the store.</param>
public sealed class ObservationTally(int blockRows = ObservationTally.UsualBlockRows, int mostWithoutYears = 1_000) : IDisposable
{
    /// <summary>Rows of a block in a new release: few, while the manifest stays short (500 kB for 200,000 rows).</summary>
    public const int UsualBlockRows = 100;

    private readonly IncrementalHash ofPart = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly BlockTally all = new(blockRows);
    private readonly SortedDictionary<int, BlockTally> byYear = [];
    private readonly List<ObservationPart> parts = [];
    private string indicator = "";

    /// <summary>The parts of some observations.</summary>
    public static IReadOnlyList<ObservationPart> Of(IEnumerable<Observation> observations, int blockRows = UsualBlockRows)
    {
        using var tally = new ObservationTally(blockRows);
        foreach (var row in observations)
            tally.Add(row);
        return tally.Close();
    }

    /// <summary>Some observations of one indicator as a block; null when there are none.</summary>
    public static ObservationBlock? BlockOf(IReadOnlyCollection<Observation> observations)
    {
        using var tally = new BlockTally(observations.Count);
        foreach (var row in observations)
            tally.Add(ObservationOrder.KeyOf(row), LineOf(row));
        return tally.Close().Blocks.SingleOrDefault();
    }

    /// <summary>Takes the next observation.</summary>
    public void Add(Observation row)
    {
        if (row.Indicator != indicator)
            ClosePart();
        indicator = row.Indicator;
        if (!byYear.TryGetValue(row.Year, out var ofYear))
            byYear.Add(row.Year, ofYear = new BlockTally(blockRows));
        var (key, line) = (ObservationOrder.KeyOf(row), LineOf(row));
        ofPart.AppendData(line);
        all.Add(key, line);
        ofYear.Add(key, line);
    }

    /// <summary>What went by since the last call, indicator by indicator.</summary>
    public IReadOnlyList<ObservationPart> Close()
    {
        ClosePart();
        IReadOnlyList<ObservationPart> closed = [.. parts];
        parts.Clear();
        return closed;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        ofPart.Dispose();
        all.Dispose();
        foreach (var ofYear in byYear.Values)
            ofYear.Dispose();
    }

    private static byte[] LineOf(Observation row) => [.. RecordJson.ToBytes(row, RecordJson.Line.Observation), (byte)'\n'];

    private void ClosePart()
    {
        var (blocks, _) = all.Close();
        ObservationYear[] years =
        [
            .. from one in byYear
            let closed = one.Value.Close()
            where closed.Blocks is not []
            select new ObservationYear(one.Key, closed.To, closed.Blocks),
        ];
        if (blocks is [])
            return;
        var rows = blocks.Sum(block => block.Rows);
        parts.Add(
            new ObservationPart(indicator, rows, Convert.ToHexStringLower(ofPart.GetHashAndReset()), blocks)
            {
                Years = rows > mostWithoutYears ? years : null,
            }
        );
    }
}
