using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary>The releases of a plan that somebody named on the command line.</summary>
internal static class KnownReleases
{
    /// <summary>The releases of a plan, newest first.</summary>
    /// <exception cref="BadInputException">The store has no such plan: a misspelt name must not pass for an empty plan.</exception>
    public static async Task<IReadOnlyList<ListedRelease>> GetAsync(Store store, string plan, CancellationToken cancellationToken)
    {
        var all = await ReleaseListing.ReadAsync(store, plan: null, cancellationToken);
        ListedRelease[] releases = [.. all.Where(listed => listed.Release.Plan == plan)];
        if (releases is not []) return releases;

        var known = all.Select(listed => listed.Release.Plan).Distinct();
        throw new BadInputException(
            $"The store holds no plan '{plan}'.", all.Count == 0 ? "It holds no plan yet: see 'opendata publish'." : $"It holds {string.Join(", ", known)}.");
    }
}
