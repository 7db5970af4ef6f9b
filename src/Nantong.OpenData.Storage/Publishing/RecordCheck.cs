using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Holds the sealed record in a release's row against the blobs that keep it.</summary>
internal sealed class RecordCheck(Store store)
{
    /// <summary>What is wrong; empty when each state of the record is kept as the row tells of it.</summary>
    /// <param name="release">The release, from its row.</param>
    /// <param name="pending">True while the last event is still to be shown: its blob may not be there yet.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<IReadOnlyList<Damage>> FindDamageAsync(ReleaseEntry release, bool pending, CancellationToken cancellationToken)
    {
        if (release.Status is ReleaseStatus.Building)
            return [];
        if (release.Record is not { } record)
            return [new Damage(release.Key.ToString(), RowOf(release.Key), "what it says is not sealed")];

        var kept = await new ReleaseRecords(store).ReadAsync(release.Key, cancellationToken);
        List<Damage> damage = [.. kept.Damage];
        var known = kept.Rows.ToDictionary(state => state.Events.Count);
        for (var events = 1; events <= record.Events.Count; events++)
        {
            if (known.Remove(events, out var state))
            {
                if (state.Sha256 != record.After(events).Sha256)
                    damage.Add(Broken(events, "it is not what the release's row says"));
            }
            else if (!(pending && events == record.Events.Count) && !damage.Any(found => found.Where == Where(events)))
            {
                damage.Add(Broken(events, "it is missing"));
            }
        }

        damage.AddRange(known.Keys.Order().Select(events => Broken(events, "the release's row does not know of it: it was set back")));
        return damage;

        Damage Broken(int events, string what) => new(release.Key.ToString(), Where(events), what);
    }

    /// <summary>Where a state of a record stands, as damage names it.</summary>
    public static string Where(int events) => $"record {ReleaseRecords.FileOf(events)}";

    /// <summary>The row of a release, as damage names it.</summary>
    public static string RowOf(ReleaseKey release) => $"table {TableNames.Releases}, row {release.Version.SortKey}";
}
