using System.Security.Cryptography;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Observations;

/// <summary>Counts and hashes observations as they go by, in their order; none is kept.</summary>
/// <param name="blockRows">Rows of a block: what a page costs that nobody has read before. Releases may differ in it: whoever checks one cuts as its
/// manifest does.</param>
public sealed class ObservationTally(int blockRows = ObservationTally.UsualBlockRows) : IDisposable
{
    /// <summary>Rows of a block in a new release: few, while the manifest stays short (250 kB for 200,000 rows).</summary>
    public const int UsualBlockRows = 100;

    private readonly IncrementalHash ofPart = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash ofBlock = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<ObservationPart> parts = [];
    private List<ObservationBlock> blocks = [];
    private string indicator = "",
        from = "";
    private int rows;

    /// <summary>The parts of some observations.</summary>
    public static IReadOnlyList<ObservationPart> Of(IEnumerable<Observation> observations, int blockRows = UsualBlockRows)
    {
        using var tally = new ObservationTally(blockRows);
        foreach (var row in observations)
            tally.Add(row);
        return tally.Close();
    }

    /// <summary>Takes the next observation.</summary>
    public void Add(Observation row)
    {
        if (row.Indicator != indicator)
            ClosePart();
        else if (rows == blockRows)
            CloseBlock();
        if (rows++ == 0)
            (indicator, from) = (row.Indicator, ObservationOrder.KeyOf(row));
        Append(RecordJson.ToBytes(row, RecordJson.Line.Observation));
        Append("\n"u8);
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
        ofBlock.Dispose();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        ofPart.AppendData(bytes);
        ofBlock.AppendData(bytes);
    }

    private void ClosePart()
    {
        CloseBlock();
        if (blocks is [])
            return;
        parts.Add(new ObservationPart(indicator, blocks.Sum(block => block.Rows), Convert.ToHexStringLower(ofPart.GetHashAndReset()), blocks));
        blocks = [];
    }

    private void CloseBlock()
    {
        if (rows == 0)
            return;
        blocks.Add(new ObservationBlock(from, rows, Convert.ToHexStringLower(ofBlock.GetHashAndReset())));
        rows = 0;
    }
}
