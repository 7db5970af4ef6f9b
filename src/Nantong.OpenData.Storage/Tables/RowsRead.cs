using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>Rows of a table of which some may be damaged: one that cannot be read is named and does not hide the others.</summary>
/// <typeparam name="T">What a row holds.</typeparam>
/// <param name="Rows">The rows that can be read, in key order.</param>
/// <param name="Damage">The rows that cannot, in key order.</param>
internal sealed record RowsRead<T>(IReadOnlyList<T> Rows, IReadOnlyList<Damage> Damage)
{
    /// <summary>All rows, for whoever must not go on when one of them cannot be read.</summary>
    /// <exception cref="BrokenReleaseException">A row cannot be read; names the first.</exception>
    public IReadOnlyList<T> All => Damage is [var first, ..] ? throw new BrokenReleaseException(first) : Rows;
}
