using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>What an editor dropped: a folder <c>{plan}/{name}/</c> in container <c>inbox</c>, complete when it has its <c>publish.json</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Name">Name of the drop, the editor's own.</param>
/// <param name="Stamp">Tells this drop from another of the same name: the mark of its <c>publish.json</c>, which changes whenever that is
/// uploaded.</param>
/// <param name="DroppedAt">When it became complete.</param>
internal sealed record Drop(string Plan, string Name, string Stamp, DateTimeOffset DroppedAt)
{
    /// <summary>What the names of its blobs begin with in <c>inbox</c>.</summary>
    public string Folder => $"{Plan}/{Name}/";

    /// <summary>Where it is kept afterwards, in <c>inbox-done</c> or <c>inbox-failed</c>: the same place however often a run is repeated.</summary>
    public string Archive => $"{Plan}/{Name}@{Stamp}/";

    /// <summary>What the release made from it says about its origin.</summary>
    public string Origin => $"inbox/{Plan}/{Name}@{Stamp}";

    /// <summary>The complete drops, in the order in which they became so; and every <c>publish.json</c> that stands where no drop can be or is
    /// spelled otherwise, by the name of its blob.</summary>
    public static async Task<(IReadOnlyList<Drop> Complete, IReadOnlyList<string> Misplaced)> ListAsync(
        BlobContainerClient inbox,
        CancellationToken cancellationToken
    )
    {
        List<Drop> drops = [];
        List<string> elsewhere = [];
        await foreach (var blob in inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, null, cancellationToken))
        {
            if (blob.Name.Split('/') is [var plan, var name, PublishOrder.FileName] && RowAddress.IsSlug(plan) && name.Length > 0)
                drops.Add(new Drop(plan, name, StampOf(blob.Properties.ETag), blob.Properties.LastModified ?? default));
            else if (blob.Name.Split('/')[^1].Equals(PublishOrder.FileName, StringComparison.OrdinalIgnoreCase))
                elsewhere.Add(blob.Name); // Publish.json is no publish.json, and its editor should know
        }

        return (
            [.. drops.OrderBy(drop => drop.DroppedAt).ThenBy(drop => drop.Origin, StringComparer.Ordinal)],
            [.. elsewhere.Where(name => !drops.Exists(drop => name.StartsWith(drop.Folder, StringComparison.Ordinal)))]
        );
    }

    /// <summary>Its files as they are now, <c>publish.json</c> last; none when an editor changes them meanwhile. What a drop may not hold, or what is
    /// too large, is not fetched.</summary>
    public async Task<IReadOnlyList<DroppedFile>> ReadAsync(BlobContainerClient inbox, CancellationToken cancellationToken)
    {
        List<DroppedFile> files = [];
        await foreach (var blob in inbox.GetBlobsAsync(BlobTraits.None, BlobStates.None, Folder, cancellationToken))
        {
            var (name, etag) = (blob.Name[Folder.Length..], blob.Properties.ETag ?? default);
            if (Refuse(name, blob.Properties.ContentLength ?? 0) is { } refusal)
            {
                files.Add(new DroppedFile(name, refusal, etag));
                continue;
            }

            try
            {
                // What was measured is what is fetched.
                var options = new BlobDownloadOptions { Conditions = new BlobRequestConditions { IfMatch = etag } };
                files.Add(
                    new DroppedFile(name, (await inbox.GetBlobClient(blob.Name).DownloadContentAsync(options, cancellationToken)).Value.Content, etag)
                );
            }
            catch (RequestFailedException error) when (error.Status is 404 or 412)
            {
                return [];
            }
        }

        return [.. files.OrderBy(file => file.Name is PublishOrder.FileName).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>True when what was read is this drop: its <c>publish.json</c> is there and was not uploaded again since it was listed.</summary>
    public bool IsComplete(IReadOnlyList<DroppedFile> files) => files is [.., { Name: PublishOrder.FileName } last] && StampOf(last.ETag) == Stamp;

    private static Unreadable? Refuse(string name, long length) =>
        name is PublishOrder.FileName || PlanFile.Names.Contains(name)
            ? PlanFile.TooLarge(name, length)
            : new Unreadable(name, name, $"files named {string.Join(", ", PlanFile.Names)}");

    /// <summary>An ETag as part of a blob's name: its letters and digits.</summary>
    private static string StampOf(ETag? etag) => string.Concat((etag?.ToString() ?? "").Where(char.IsAsciiLetterOrDigit));
}

/// <summary>A file of a drop.</summary>
/// <param name="Name">Its name within the drop.</param>
/// <param name="Content">What was read, or why it was not.</param>
/// <param name="ETag">Which version of it was read: only that one is removed afterwards.</param>
internal sealed record DroppedFile(string Name, Parsed<BinaryData> Content, ETag ETag);
