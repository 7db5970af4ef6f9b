using System.Security.Cryptography;

namespace Nantong.OpenData.Releases.Observations;

/// <summary>Cuts rows that go by into blocks, and hashes each.</summary>
/// <param name="blockRows">Rows of a block.</param>
internal sealed class BlockTally(int blockRows) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private List<ObservationBlock> blocks = [];
    private string from = "",
        last = "";
    private int rows;

    /// <summary>Takes the next row.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="line">The row as JSON, with its line feed.</param>
    public void Add(string key, ReadOnlySpan<byte> line)
    {
        if (rows == blockRows)
            CloseBlock();
        if (rows++ == 0)
            from = key;
        last = key;
        hash.AppendData(line);
    }

    /// <summary>The blocks of what went by since the last call, and the key of its last row.</summary>
    public (IReadOnlyList<ObservationBlock> Blocks, string To) Close()
    {
        CloseBlock();
        var closed = blocks;
        blocks = [];
        return (closed, last);
    }

    /// <inheritdoc />
    public void Dispose() => hash.Dispose();

    private void CloseBlock()
    {
        if (rows > 0)
            blocks.Add(new ObservationBlock(from, rows, Convert.ToHexStringLower(hash.GetHashAndReset())));
        rows = 0;
    }
}
