using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Writes the files and rows of a release, each once, as long as the turn is held.</summary>
internal sealed class ReleaseWriter(Store store)
{
    public async Task WriteFilesAsync(
        PublishTurn turn,
        Release release,
        ReleaseSignature? signature,
        StepReport steps,
        CancellationToken cancellationToken
    )
    {
        await new InputCopies(store).KeepAsync(release.Plan, cancellationToken);
        var container = store.Container(ContainerNames.Releases);
        var folder = new ReleaseKey(release.Plan.About.Id, release.Version).Folder;
        await steps.EachAsync(
            PublishStep.WriteFiles,
            release.Files,
            cancellationToken,
            (file, stop) =>
            {
                turn.EnsureHeld();
                return container.PutOnceAsync(folder + file.Path, file, stop);
            }
        );
        turn.EnsureHeld();
        // What an earlier attempt left goes first: each signature differs.
        await container.DeleteBlobIfExistsAsync(folder + ManifestSigner.FileName, cancellationToken: cancellationToken);
        if (signature is not null)
            await container.PutOnceAsync(folder + ManifestSigner.FileName, signature.ToBytes(), ManifestSigner.MediaType, cancellationToken);
    }

    /// <summary>Writes rows batch by batch. While some are on their way, others are made.</summary>
    public async Task WriteRowsAsync(PublishTurn turn, Release release, StepReport steps, CancellationToken cancellationToken)
    {
        using var transactions = new SemaphoreSlim(store.TransactionsAtOnce);
        await steps.EachAsync(
            PublishStep.WriteRows,
            [.. store.Records.PartsOf(release)],
            cancellationToken,
            async (part, stop) =>
            {
                foreach (var batch in part.Batches)
                {
                    await transactions.WaitAsync(stop);
                    try
                    {
                        turn.EnsureHeld();
                        await store.Table(part.Table).PutOnceAsync(batch, stop);
                    }
                    finally
                    {
                        transactions.Release();
                    }
                }
            }
        );
    }
}
