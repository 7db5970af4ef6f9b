using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>What is wrong with the rows that say which releases a plan has: by its pointer, by the seal over them, by what was shown.</summary>
internal sealed class PlanDamage(TimeProvider clock)
{
    /// <summary>Between two looks at what is damaged.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan TimeToMove = TimeSpan.FromMinutes(2); // from the seal of a release to its pointer

    private readonly Dictionary<string, long> unsealedSince = []; // plans whose releases are not those that the pointer seals

    /// <summary>True while the releases of a plan are not those that its pointer seals, and it is not yet known whether that is damage.</summary>
    public bool AwaitsSeal => unsealedSince.Count > 0;

    /// <summary>What is damaged so that releases may be missing. A process that knew them all before goes on with them: it misses only what is
    /// named.</summary>
    public static ReleaseDoubt[] DoubtsOf(string plan, PlanState? before, List<Damage> damage, ReleaseEntry[] visible) =>
        [
            .. damage
                .Where(found => Concerns(found, plan))
                .Select(found => ReleaseDoubt.Of(found, visible))
                .OfType<ReleaseDoubt>()
                .Where(doubt => doubt.Version is not null || before is null or { Doubts.Count: > 0 }),
        ];

    /// <summary>Why releases of a plan may be missing from what was read; null when none can be. Who asks for one of them must not be told
    /// that it never was.</summary>
    public string? FindGap(string plan, PointerPosition? pointer, ReleaseEntry[] visible, List<Damage> damage)
    {
        var unread = damage.Find(found => Concerns(found, plan) && found.Where.StartsWith($"table {TableNames.Releases}", StringComparison.Ordinal));
        var sealedOnes = visible.Where(entry => pointer is null || entry.Version.CompareTo(pointer.Version) <= 0);
        if (unread is not null || pointer?.RecordsSha256 is not { } seal || PublishHistory.SealOf(sealedOnes) == seal)
        {
            unsealedSince.Remove(plan);
            return unread is not null ? Tell(unread)
                : visible is [] ? Tell(new Damage(plan, "pointer", "it names a release, and none can be read"))
                : null;
        }

        // For a moment it is so whenever the status of a release changes: then it is no damage.
        unsealedSince.TryAdd(plan, clock.GetTimestamp());
        var missing = new Damage(
            plan,
            $"table {TableNames.Releases}",
            "its rows are not those that the pointer seals: one is missing, or was changed"
        );
        if (clock.GetElapsedTime(unsealedSince[plan]) > Pause)
            damage.Add(missing);
        return Tell(missing);
    }

    /// <summary>What is wrong with a pointer; null when nothing is. A publisher moves it a moment after it seals a release.</summary>
    public Damage? FindMisplaced(string plan, PointerPosition? pointer, ReleaseEntry[] published, ReleaseVersion? shown)
    {
        if (pointer is null)
            return published is [] && shown is null
                ? null
                : new Damage(plan, "pointer", "it is missing or cannot be read, although releases are published");
        if (shown is { } seen && pointer.Version.CompareTo(seen) < 0)
            return new Damage(plan, "pointer", $"it was set back from {seen} to {pointer.Version}");
        if (!published.Any(entry => entry.Version == pointer.Version))
            return new Damage(plan, "pointer", $"it names {pointer.Version}, which is not a published release");
        return published[0] is { PublishedAt: { } since } newest && newest.Version != pointer.Version && clock.GetUtcNow() - since > TimeToMove
            ? new Damage(plan, "pointer", $"it names {pointer.Version}, although {newest.Version} is published")
            : null;
    }

    public static bool Concerns(Damage damage, string plan) =>
        damage.Release == plan || damage.Release.StartsWith($"{plan}@", StringComparison.Ordinal);

    public static string Tell(Damage damage) => new BrokenReleaseException(damage).Message;
}
