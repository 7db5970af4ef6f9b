using System.Globalization;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Xunit.Abstractions;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>A real publisher is killed at every step and part of it. Readers stay on the old release, whole, and the next publisher
/// completes.</summary>
/// <remarks>Each place has a plan of its own, so that the turns of all the dead publishers end at the same time: the store keeps each for 15
/// s.</remarks>
public sealed class KillCampaignTests(ITestOutputHelper report)
{
    private const int AtOnce = 4;
    private const int KilledExitCode = 128 + 9;
    private const int PlacesInStore = 13; // the emulator reads whole tables for each query: work grows with the square of what a store holds

    private static readonly ReleaseVersion Next = new(1, 0, 1);

    [Fact]
    public async Task A_publisher_killed_at_any_step_or_part_leaves_readers_on_the_old_release_and_the_next_one_completes()
    {
        // The text of the real plan takes several transactions, between which a publisher can die, too.
        using PlanFolders small = PlanFolders.OfSmallPlan(),
            real = PlanFolders.OfRealPlan();
        Place[] rows = [.. (await FindPlacesAsync(real)).Where(IsOfRows)];
        Place[] others = [.. (await FindPlacesAsync(small)).Where(place => !IsOfRows(place))];
        foreach (var some in others.Chunk(PlacesInStore))
            await KillAllAsync(some, small);
        foreach (var some in rows.Chunk(PlacesInStore))
            await KillAllAsync(some, real);

        Place[] places = [.. others.Concat(rows).OrderBy(place => place.Step).ThenBy(place => place.Done)];

        var steps = places.Select(place => place.Step).Distinct().ToList();
        Assert.Equal(Enum.GetValues<PublishStep>(), steps);
        report.WriteLine($"killed at {places.Length} places in {steps.Count} of {Enum.GetValues<PublishStep>().Length} steps:");
        foreach (var step in places.CountBy(place => place.Step))
            report.WriteLine($"  {step.Key}: {step.Value}");
    }

    /// <summary>Kills a publisher at each of some places, in a store of their own, and lets the next one finish.</summary>
    private static async Task KillAllAsync(IReadOnlyList<Place> places, PlanFolders folders)
    {
        await using var azurite = await Azurite.StartAsync();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);

        await Parallel.ForEachAsync(
            places,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) => await PublishAsync(store, folders.Write(place.Plan))
        );
        await Parallel.ForEachAsync(
            places,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) =>
            {
                string[] publish =
                [
                    "publish",
                    "--plan",
                    folders.WriteCorrected(place.Plan),
                    "--kill-at",
                    place.ToString(),
                    "--store",
                    azurite.ConnectionString,
                ];
                var (exitCode, _, error) = await OpenData.RunAsync(publish);
                Assert.True(exitCode == KilledExitCode, $"{place}: ended with {exitCode}, not killed: {error}");
            }
        );

        using var snapshots = new Snapshots(store, TimeProvider.System);
        await snapshots.RefreshAsync();
        foreach (var place in places)
            await AssertReadersSeeOneWholeReleaseAsync(snapshots, place);
        Assert.Empty((await new Verifier(store).VerifyAsync()).Damage);

        await Parallel.ForEachAsync(
            places,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) =>
            {
                var outcome = await PublishAsync(store, folders.WriteCorrected(place.Plan));
                Assert.True(place.IsAfterTheMove ? outcome is PublishOutcome.Unchanged : outcome is PublishOutcome.Published, $"{place}: {outcome}");
            }
        );

        var check = await new Verifier(store).VerifyAsync();
        Assert.Empty(check.Damage);
        Assert.Empty(check.Unfinished);
        Assert.All(
            places,
            place => Assert.Contains(check.Releases, release => (release.Release.Plan, release.Release.Version) == (place.Plan, Next))
        );
    }

    /// <summary>Publishes both editions once, undisturbed, and notes every place that the second publisher tells of.</summary>
    private static async Task<IReadOnlyList<Place>> FindPlacesAsync(PlanFolders folders)
    {
        await using var azurite = await Azurite.StartAsync();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var places = new Places();
        await PublishAsync(store, folders.Write("undisturbed"));
        await PublishAsync(store, folders.WriteCorrected("undisturbed"), places);
        return [.. places.Seen.Where(IsWorthAProcess).OrderBy(place => place.Step).ThenBy(place => place.Done)];
    }

    private static bool IsOfRows(Place place) => place.Step is PublishStep.WriteRows;

    /// <summary>Of the files, which are written one like the other, the first, the last and every fourth; of everything else all places.</summary>
    private static bool IsWorthAProcess(Place place) => place.Step is not PublishStep.WriteFiles || place.Done % 4 == 0 || place.Done == place.Total;

    private static async Task AssertReadersSeeOneWholeReleaseAsync(Snapshots snapshots, Place place)
    {
        var visible = place.IsAfterTheMove ? Next : ReleaseVersion.First;
        var found = Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(place.Plan, VersionPin.Latest));
        Assert.Equal((place, visible), (place, found.Snapshot.Release.Version));
        Assert.Equal((place, visible), (place, snapshots.Releases(place.Plan)[0].Version));
        VersionPin.TryParse(Next.ToString(), out var next);
        if (!place.IsAfterTheMove)
            Assert.IsType<SnapshotAnswer.NoSuchRelease>(await snapshots.FindAsync(place.Plan, next));
    }

    private static async Task<PublishOutcome> PublishAsync(Store store, string folder, IProgress<PublishProgress>? progress = null) =>
        await new Publisher(store, TimeProvider.System).PublishAsync(PlanFolders.Read(folder), version: null, "a test", progress);

    private sealed record Place(PublishStep Step, int Done, int Total)
    {
        public string Plan => string.Create(CultureInfo.InvariantCulture, $"killed-{Step}-{Done}").ToLowerInvariant();

        public bool IsAfterTheMove => Step is PublishStep.MovePointer && Done == Total;

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step}:{Done}");
    }

    private sealed class Places : IProgress<PublishProgress>
    {
        public List<Place> Seen { get; } = [];

        public void Report(PublishProgress value) => Seen.Add(new Place(value.Step, value.Done, value.Total));
    }
}
