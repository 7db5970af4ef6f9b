using System.Collections.Concurrent;

namespace Nantong.OpenData.Storage;

/// <summary>What this process has found broken in the store and not yet found whole again. Whoever reads reports; status and readiness tell.</summary>
public sealed class KnownDamage
{
    private readonly ConcurrentDictionary<(string Release, string Where), Damage> known = new();

    /// <summary>All of it, by release and place.</summary>
    public IReadOnlyList<Damage> All => [.. known.Values.OrderBy(damage => damage.Release, StringComparer.Ordinal).ThenBy(damage => damage.Where, StringComparer.Ordinal)];

    /// <summary>Notes something broken; what was known of the same place is replaced.</summary>
    public void Report(Damage damage) => known[(damage.Release, damage.Where)] = damage;

    /// <summary>Forgets a place that is whole again.</summary>
    public void Clear(string release, string where) => known.TryRemove((release, where), out _);
}
