using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Verifying;

/// <summary>Damage by which releases of a plan may be missing from what is known of it.</summary>
/// <param name="Damage">What is damaged.</param>
/// <param name="Version">The release that is missing; null when nobody can say which.</param>
public sealed record ReleaseDoubt(Damage Damage, ReleaseVersion? Version)
{
    private const string Row = $"table {TableNames.Releases}";

    /// <summary>The doubt that damage casts on the list of a plan's releases; null when it casts none.</summary>
    /// <param name="damage">What is damaged.</param>
    /// <param name="visible">The releases that are known: those of which something is damaged, but which are not missing, among them.</param>
    internal static ReleaseDoubt? Of(Damage damage, IReadOnlyList<ReleaseEntry> visible)
    {
        if (damage.Where is "pointer")
            return new ReleaseDoubt(damage, null);
        if (!damage.Where.StartsWith(Row, StringComparison.Ordinal))
            return null;
        var named =
            ReleaseVersion.TryParseSortKey(damage.Where[Row.Length..].Split(' ')[^1], out var row) ? row
            : ReleaseVersion.TryParse(damage.Release.Split('@')[^1], out var release) ? release
            : (ReleaseVersion?)null;
        return named is { } version && visible.Any(entry => entry.Version == version) ? null : new ReleaseDoubt(damage, named);
    }
}
