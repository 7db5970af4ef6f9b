using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Inputs;

/// <summary>The releases of a plan that somebody named on the command line.</summary>
internal static class KnownReleases
{
    /// <summary>The plan of a store that holds one.</summary>
    /// <exception cref="BadInputException">The store holds none, or several: one has to be named.</exception>
    public static async Task<string> OnlyPlanAsync(Store store, CancellationToken cancellationToken)
    {
        var all = await ReleaseListing.ReadAsync(store, plan: null, cancellationToken);
        string[] plans = [.. all.Releases.Select(listed => listed.Release.Plan).Distinct()];
        return plans is [var only]
            ? only
            : throw new BadInputException(
                $"The store holds {plans.Length} plans.",
                plans.Length == 0 ? "See 'opendata publish'." : $"Pass --plan with one of {string.Join(", ", plans)}."
            );
    }

    /// <summary>The releases of a plan, newest first.</summary>
    /// <exception cref="BadInputException">The store has no such plan: a misspelt name must not pass for an empty plan.</exception>
    public static async Task<ListedReleases> GetAsync(Store store, string plan, CancellationToken cancellationToken)
    {
        var all = await ReleaseListing.ReadAsync(store, plan: null, cancellationToken);
        var found = new ListedReleases(
            [.. all.Releases.Where(listed => listed.Release.Plan == plan)],
            [.. all.Damage.Where(damage => damage.Release == plan)]
        );
        if (found is not { Releases: [], Damage: [] })
            return found;

        var known = all.Releases.Select(listed => listed.Release.Plan).Distinct();
        throw new BadInputException(
            $"The store holds no plan '{plan}'.",
            all.Releases.Count == 0 ? "It holds no plan yet: see 'opendata publish'." : $"It holds {string.Join(", ", known)}."
        );
    }
}
