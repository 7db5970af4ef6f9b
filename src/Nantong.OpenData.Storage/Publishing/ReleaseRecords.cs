using System.Globalization;
using System.Text.Json;
using Azure.Storage.Blobs;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Container <c>records</c>: each state of each release's record, written once. It outlives the tables, so it knows which numbers were ever
/// announced.</summary>
internal sealed class ReleaseRecords(Store store)
{
    private const string MediaType = "application/json";

    private BlobContainerClient Container => store.Container(ContainerNames.Records);

    /// <summary>Keeps a record as it is now. Repeated, it does nothing.</summary>
    /// <exception cref="InvalidDataException">Another record is kept in its place.</exception>
    public Task KeepAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        Container.PutOnceAsync(Name(record, record.Events.Count), record.Bytes, MediaType, cancellationToken);

    /// <summary>Writes a record in the place of one that is lost or damaged.</summary>
    public Task ReplaceAsync(ReleaseRecord record, CancellationToken cancellationToken) =>
        Container.ReplaceAsync(Name(record, record.Events.Count), record.Bytes, MediaType, cancellationToken);

    /// <summary>The states of a release's record that are kept and can be read, oldest first; with what is damaged among them.</summary>
    public async Task<RowsRead<ReleaseRecord>> ReadAsync(ReleaseKey release, CancellationToken cancellationToken)
    {
        List<ReleaseRecord> records = [];
        List<Damage> damage = [];
        await foreach (var name in Container.NamesAsync(release.Folder, cancellationToken))
        {
            var found = await Container.FindAsync(name, cancellationToken);
            if (
                found is { Content: var content }
                && Read(content) is { } record
                && Name(record, record.Events.Count) == name
                && record.FindBreak() is null
            )
                records.Add(record);
            else
                damage.Add(
                    new Damage(
                        release.ToString(),
                        $"record {name[release.Folder.Length..]}",
                        "it cannot be read, or it is the record of something else"
                    )
                );
        }

        return new(records, damage);
    }

    /// <summary>The releases of a plan of which a record is kept: they were announced, whatever the tables say.</summary>
    public Task<IReadOnlySet<ReleaseVersion>> VersionsAsync(string plan, CancellationToken cancellationToken) =>
        Container.VersionsAsync(plan, cancellationToken);

    /// <summary>The plans of which records are kept.</summary>
    public Task<IReadOnlyList<string>> PlansAsync(CancellationToken cancellationToken) => Container.FoldersAsync("", cancellationToken);

    private static string Name(ReleaseRecord record, int events) => new ReleaseKey(record.Plan, record.Version).Folder + FileOf(events);

    /// <summary>Name of the blob that keeps a record of so many events.</summary>
    public static string FileOf(int events) => events.ToString("D4", CultureInfo.InvariantCulture) + ".json";

    private static ReleaseRecord? Read(BinaryData content)
    {
        try
        {
            var record = JsonSerializer.Deserialize(content, ReleaseRecordJson.Line.ReleaseRecord);
            return record is not null && content.ToMemory().Span.SequenceEqual(record.Bytes) && RowAddress.IsSlug(record.Plan) ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
