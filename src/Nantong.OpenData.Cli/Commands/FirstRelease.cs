using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary>What <c>opendata up</c> puts into a store that has never seen a plan.</summary>
internal static class FirstRelease
{
    /// <summary>Publishes the plans of the repository that the store does not have; the others are left to <c>opendata publish</c>, which asks for a version.</summary>
    /// <returns>The first plan of the repository, for examples; null where it has none.</returns>
    /// <exception cref="BadInputException">A plan cannot be read, or two folders have one id.</exception>
    public static async Task<Plan?> PublishAsync(Store store, Screen screen, CancellationToken cancellationToken)
    {
        await StoreSchema.CreateAsync(store, cancellationToken);
        Dictionary<string, string> folders = new(StringComparer.Ordinal);
        Plan? first = null;
        foreach (var folder in PlanFolder.OfRepository())
        {
            var plan = await PlanFolder.ReadAsync(folder, cancellationToken);
            if (!folders.TryAdd(plan.About.Id, folder))
                throw new BadInputException($"{folders[plan.About.Id]} and {folder} both hold the plan '{plan.About.Id}'.", "Give one of them another id in plan.json.");
            first ??= plan;
            var known = await ReleaseListing.ReadAsync(store, plan.About.Id, cancellationToken);
            if (known.Damage is not [] || known.Releases.Any(release => release.Latest)) continue; // what is damaged is repaired, not published again
            var outcome = await screen.StepAsync(
                $"Publishing {plan.About.Id}", () => PublishCommand.PublishAsync(store, plan, version: null, plan.About.Title.En, screen, cancellationToken));
            PublishCommand.Show(screen, outcome);
        }

        return first;
    }
}
