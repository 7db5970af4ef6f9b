using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>What an editor dropped: a folder <c>{plan}/{name}/</c> in container <c>inbox</c>, complete when it has its <c>publish.json</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Name">Name of the drop, the editor's own.</param>
/// <param name="Stamp">Tells this drop from another of the same name: the mark of its <c>publish.json</c>, which changes whenever that is uploaded.</param>
/// <param name="DroppedAt">When it became complete.</param>
internal sealed record Drop(string Plan, string Name, string Stamp, DateTimeOffset DroppedAt)
{
    /// <summary>What the names of its blobs begin with in <c>inbox</c>.</summary>
    public string Folder => $"{Plan}/{Name}/";

    /// <summary>Where it is kept afterwards, in <c>inbox-done</c> or <c>inbox-failed</c>: the same place however often a run is repeated.</summary>
    public string Archive => $"{Plan}/{Name}@{Stamp}/";

    /// <summary>What the release made from it says about its origin.</summary>
    public string Origin => $"inbox/{Plan}/{Name}@{Stamp}";

    /// <summary>The complete drops, in the order in which they became so.</summary>
    public static async Task<IReadOnlyList<Drop>> ListAsync(BlobContainerClient inbox, CancellationToken cancellationToken)
    {
        List<Drop> drops = [];
        await foreach (var blob in inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (blob.Name.Split('/') is [var plan, var name, PublishOrder.FileName] && RowAddress.IsSlug(plan) && name.Length > 0)
                drops.Add(new Drop(plan, name, StampOf(blob.Properties.ETag), blob.Properties.LastModified ?? default));
        }

        return [.. drops.OrderBy(drop => drop.DroppedAt).ThenBy(drop => drop.Origin, StringComparer.Ordinal)];
    }

    /// <summary>Its files as they are now, <c>publish.json</c> last.</summary>
    public async Task<IReadOnlyList<DroppedFile>> ReadAsync(BlobContainerClient inbox, CancellationToken cancellationToken)
    {
        List<DroppedFile> files = [];
        await foreach (var blob in inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellationToken))
        {
            var answer = (await inbox.GetBlobClient(blob.Name).DownloadContentAsync(cancellationToken)).Value;
            files.Add(new DroppedFile(blob.Name[Folder.Length..], answer.Content, answer.Details.ETag));
        }

        return [.. files.OrderBy(file => file.Name is PublishOrder.FileName).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>True when what was read is this drop: its <c>publish.json</c> is there and was not uploaded again since it was listed.</summary>
    public bool IsComplete(IReadOnlyList<DroppedFile> files) => files is [.., { Name: PublishOrder.FileName } last] && StampOf(last.ETag) == Stamp;

    /// <summary>An ETag as part of a blob's name: its letters and digits.</summary>
    private static string StampOf(ETag? etag) => string.Concat((etag?.ToString() ?? "").Where(char.IsAsciiLetterOrDigit));
}

/// <summary>A file of a drop.</summary>
/// <param name="Name">Its name within the drop.</param>
/// <param name="Content">What was read.</param>
/// <param name="ETag">Which version of it was read: only that one is removed afterwards.</param>
internal sealed record DroppedFile(string Name, BinaryData Content, ETag ETag);
