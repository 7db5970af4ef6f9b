using System.Text.Json;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>Where drops are kept once they were processed, each with its report.</summary>
internal sealed class DropArchive(Store store)
{
    private readonly BlobContainerClient inbox = store.Container(ContainerNames.Inbox);

    /// <summary>The report of an earlier run, which has done everything but removing the drop; null when there is none.</summary>
    public async Task<DropReport?> FindReportAsync(Drop drop, CancellationToken cancellationToken)
    {
        foreach (var container in new[] { ContainerNames.InboxDone, ContainerNames.InboxFailed })
        {
            if (await store.Container(container).FindAsync(drop.Archive + DropReport.FileName, cancellationToken) is { } report)
                return JsonSerializer.Deserialize(report.Content, InboxJson.Default.DropReport);
        }

        return null;
    }

    public async Task KeepAsync(Drop drop, IReadOnlyList<DroppedFile> files, DropReport report, Action<int> tell, CancellationToken cancellationToken)
    {
        var kept = store.Container(report.Outcome is DropOutcome.Failed ? ContainerNames.InboxFailed : ContainerNames.InboxDone);
        var done = 0;
        tell(done);
        foreach (var file in files)
        {
            var copy = kept.GetBlobClient(drop.Archive + file.Name);
            if (file.Content.Value is { } content)
                await copy.UploadAsync(content, overwrite: true, cancellationToken);
            else
                await CopyAsync(inbox.GetBlobClient(drop.Folder + file.Name), copy, file.ETag, cancellationToken);
            tell(++done);
        }

        await kept.GetBlobClient(drop.Archive + DropReport.FileName)
            .UploadAsync(
                report.ToFile(),
                new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } },
                cancellationToken
            );
        tell(++done);
    }

    /// <summary>Copies a file that was not read, however large, block by block.</summary>
    private static async Task CopyAsync(BlobClient from, BlobClient to, ETag etag, CancellationToken cancellationToken)
    {
        const int BlockSize = 4 * 1024 * 1024;
        try
        {
            using var answer = (
                await from.DownloadStreamingAsync(
                    new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = etag } },
                    cancellationToken
                )
            ).Value;
            var blocks = new StorageTransferOptions
            {
                InitialTransferSize = BlockSize,
                MaximumTransferSize = BlockSize,
                MaximumConcurrency = 1,
            };
            await to.UploadAsync(answer.Content, new BlobUploadOptions { TransferOptions = blocks }, cancellationToken);
        }
        catch (RequestFailedException error) when (error.Status is 404 or 412)
        {
            // An editor replaced or removed it since it was listed: it belongs to the next drop.
        }
    }

    public async Task RemoveAsync(Drop drop, IReadOnlyList<DroppedFile> files, Action<int> tell, CancellationToken cancellationToken)
    {
        var done = 0;
        tell(done);
        foreach (var file in files)
        {
            try
            {
                await inbox
                    .GetBlobClient(drop.Folder + file.Name)
                    .DeleteIfExistsAsync(conditions: new BlobRequestConditions { IfMatch = file.ETag }, cancellationToken: cancellationToken);
            }
            catch (RequestFailedException error) when (error.Status == 412)
            {
                // An editor replaced it since it was read: it belongs to the next drop.
            }

            tell(++done);
        }
    }
}
