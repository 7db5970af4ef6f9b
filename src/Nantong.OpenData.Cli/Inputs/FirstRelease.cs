using Nantong.OpenData.Cli.Commands;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Cli.Inputs;

/// <summary>What <c>opendata up</c> puts into a store that has never seen a plan: its earlier releases, and the plan as it is.</summary>
internal static class FirstRelease
{
    /// <summary>Publishes the plans of the repository that the store does not have; the others are left to <c>opendata publish</c>, which asks for a
    /// version.</summary>
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
                throw new BadInputException(
                    $"{folders[plan.About.Id]} and {folder} both hold the plan '{plan.About.Id}'.",
                    "Give one of them another id in plan.json."
                );
            first ??= plan;
            await PublishHistoryAsync(store, folder, plan, screen, cancellationToken);
        }

        return first;
    }

    /// <summary>Publishes the earlier releases and then the plan; goes on where an earlier run was cut off between two of them.</summary>
    private static async Task PublishHistoryAsync(Store store, string folder, Plan plan, Screen screen, CancellationToken cancellationToken)
    {
        var known = await ReleaseListing.ReadAsync(store, plan.About.Id, cancellationToken);
        if (known.Damage is not [])
            return; // what is damaged is repaired, not published again
        var latest = known.Releases.FirstOrDefault(release => release.Latest)?.Release.Version;
        var earlier = KeptReleases.In(folder);
        if (latest is { } shown)
        {
            if (earlier.FirstOrDefault(kept => kept.Version == shown) is not { } cut)
                return;
            var same = await KeptReleases.ReadAsync(cut, plan.About.Id, cancellationToken);
            if (await new Publisher(store, TimeProvider.System).ProposeAsync(same, shown, cancellationToken) is not Proposal.Unchanged)
                return; // an editor's own
            earlier = [.. earlier.SkipWhile(kept => kept.Version.CompareTo(shown) <= 0)];
        }

        foreach (var kept in earlier)
            await PublishAsync(
                store,
                kept.Folder,
                await KeptReleases.ReadAsync(kept, plan.About.Id, cancellationToken),
                kept.Version,
                screen,
                cancellationToken
            );
        await PublishAsync(store, folder, plan, version: null, screen, cancellationToken);
    }

    private static async Task PublishAsync(
        Store store,
        string folder,
        Plan plan,
        ReleaseVersion? version,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        var message = (await PlanFolder.FindOrderAsync(folder, cancellationToken))?.Message ?? plan.About.Title.En;
        var title = version is null ? plan.About.Id : $"{plan.About.Id}@{version}";
        var outcome = await screen.StepAsync(
            $"Publishing {title}",
            () => PublishCommand.PublishAsync(store, plan, version, message, screen, cancellationToken)
        );
        PublishCommand.Show(screen, outcome);
    }
}
