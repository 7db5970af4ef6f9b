using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Storage.Rows;

namespace Nantong.OpenData.Storage;

/// <summary>Table <c>changes</c>: what each release changed against its predecessor.</summary>
public sealed class ChangeLog(Store store)
{
    private readonly SnapshotLoader loader = new(store);

    /// <summary>The changes of a release, in order; empty for the first. A withdrawn release keeps its changes: whoever follows the log must not miss a step.</summary>
    /// <exception cref="BrokenReleaseException">A row cannot be read.</exception>
    public Task<IReadOnlyList<Change>> ReadAsync(ReleaseKey release, CancellationToken cancellationToken = default) =>
        loader.RecordsAsync(ChangeRow.Format, release, cancellationToken);
}
