using System.Collections.Concurrent;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>What this process has found broken in the store and not yet found whole again. Whoever reads reports; status and readiness
/// tell.</summary>
public sealed class KnownDamage
{
    private const int LooksAtOnce = 32; // each may read a release

    private readonly ConcurrentDictionary<(string Release, string Where), Noted> known = new();
    private long looks;

    /// <summary>All of it, by release and place.</summary>
    public IReadOnlyList<Damage> All =>
        [
            .. known
                .Values.Select(noted => noted.Damage)
                .OrderBy(damage => damage.Release, StringComparer.Ordinal)
                .ThenBy(damage => damage.Where, StringComparer.Ordinal),
        ];

    /// <summary>Notes something broken; what was known of the same place is replaced.</summary>
    /// <param name="damage">What is broken.</param>
    /// <param name="look">Reads it again, reports it again when it is still broken and clears it when it is whole; null where the reader
    /// looks by itself.</param>
    public void Report(Damage damage, Func<CancellationToken, Task>? look = null) =>
        known[(damage.Release, damage.Where)] = new Noted(damage, look, Interlocked.Increment(ref looks));

    /// <summary>Forgets a place that is whole again.</summary>
    public void Clear(string release, string where) => known.TryRemove((release, where), out _);

    /// <summary>Looks again at what is broken, the longest known first: what was repaired is forgotten though nobody asks for it.</summary>
    public async Task LookAgainAsync(CancellationToken cancellationToken = default)
    {
        foreach (var noted in known.Values.Where(noted => noted.Look is not null).OrderBy(noted => noted.Turn).Take(LooksAtOnce))
        {
            try
            {
                await noted.Look!(cancellationToken);
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && StoreFault.Explain(error) is not null)
            {
                // It is still broken, or the store does not say: it stays known.
            }
        }
    }

    private sealed record Noted(Damage Damage, Func<CancellationToken, Task>? Look, long Turn);
}
