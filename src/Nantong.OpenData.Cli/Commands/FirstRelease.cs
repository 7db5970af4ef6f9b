using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary>What <c>opendata up</c> puts into a store that has never seen a plan.</summary>
internal static class FirstRelease
{
    /// <summary>Publishes the plans of the repository that the store does not have; the others are left to <c>opendata publish</c>, which asks for a version.</summary>
    public static async Task PublishAsync(Store store, Screen screen, CancellationToken cancellationToken)
    {
        await StoreSchema.CreateAsync(store, cancellationToken);
        foreach (var folder in PlanFolder.OfRepository())
        {
            var plan = await PlanFolder.ReadAsync(folder, cancellationToken);
            if ((await ReleaseListing.ReadAsync(store, plan.About.Id, cancellationToken)).Any(release => release.Latest)) continue;
            var outcome = await screen.StepAsync(
                $"Publishing {plan.About.Id}", () => PublishCommand.PublishAsync(store, plan, version: null, plan.About.Title.En, screen, cancellationToken));
            PublishCommand.Show(screen, outcome);
        }
    }
}
