using System.Diagnostics;
using System.Globalization;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Xunit.Abstractions;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>A real publisher is stopped (SIGSTOP) at every step for longer than its lease; another one publishes other content under the same number;
/// the first goes on (SIGCONT).</summary>
/// <remarks>Each place has a plan of its own, so that the turns of all the stopped publishers end at the same time: the store keeps each for 15
/// s.</remarks>
public sealed class StopCampaignTests(ITestOutputHelper report)
{
    private const int AtOnce = 4;
    private static readonly ReleaseVersion Next = new(1, 0, 1);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Of_a_publisher_that_was_stopped_at_any_step_and_one_that_took_its_turn_exactly_one_publishes()
    {
        await using var azurite = await Azurite.StartAsync();
        using var folders = PlanFolders.OfSmallPlan();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var places = Places().ToList();
        await Parallel.ForEachAsync(
            places,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) => await PublishAsync(store, folders.Write(place.Plan))
        );

        List<OpenData> stopped = [];
        foreach (var place in places)
        {
            string[] publish =
            [
                "publish",
                "--plan",
                folders.WriteCorrected(place.Plan),
                "--version",
                "1.0.1",
                "--message",
                "stopped",
                "--stop-at",
                place.ToString(),
                "--store",
                azurite.ConnectionString,
            ];
            stopped.Add(OpenData.Start(publish));
            await UntilStoppedAsync(stopped[^1]);
        }

        var outcomes = new PublishOutcome[places.Count];
        await Parallel.ForEachAsync(
            places.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (place, _) => outcomes[place.Index] = await PublishAsync(store, folders.WriteOther(place.Item.Plan), Next)
        );
        foreach (var publisher in stopped)
            await publisher.SignalAsync("CONT");
        var exitCodes = await Task.WhenAll(stopped.Select(publisher => publisher.EndAsync()));
        var said = stopped.Select(publisher => publisher.Error).ToList();
        foreach (var publisher in stopped)
            await publisher.DisposeAsync();

        foreach (var (index, place) in places.Index())
        {
            var (other, own) = (outcomes[index] is PublishOutcome.Published, exitCodes[index] == ExitCode.Done.Value);
            Assert.True(other != own, $"{place}: the other one {outcomes[index]}, the stopped one ended with {exitCodes[index]}: {said[index]}");
            if (!own)
                Assert.True(exitCodes[index] == ExitCode.Conflict.Value, $"{place}: the stopped one ended with {exitCodes[index]}: {said[index]}");
            var latest = Assert.Single((await ReleaseListing.ReadAsync(store, place.Plan)).Releases, release => release.Latest);
            Assert.Equal((place, Next, own ? "stopped" : "a test"), (place, latest.Release.Version, latest.Release.Message));
        }

        var check = await new Verifier(store).VerifyAsync();
        Assert.Empty(check.Damage);
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"stopped at {places.Count} places in {places.Select(place => place.Step).Distinct().Count()} steps; the stopped one "
                    + $"published {exitCodes.Count(code => code == 0)} times, the other one "
                    + $"{outcomes.Count(outcome => outcome is PublishOutcome.Published)} times"
            )
        );
    }

    /// <summary>Before and after each step, and in the middle of those that have many parts. A publisher that waits for its turn holds nothing
    /// yet.</summary>
    private static IEnumerable<Place> Places()
    {
        foreach (var step in Enum.GetValues<PublishStep>().Where(step => step is not PublishStep.Wait))
        {
            int[] parts = step switch
            {
                PublishStep.WriteFiles => [0, 1, 40, 80],
                PublishStep.WriteRows => [0, 1, 4],
                _ => [0, 1],
            };
            foreach (var done in parts)
                yield return new Place(step, done);
        }
    }

    private static async Task UntilStoppedAsync(OpenData publisher)
    {
        for (var watch = Stopwatch.StartNew(); !Processes.IsStopped(publisher.Id); await Task.Delay(20))
            Assert.True(
                watch.Elapsed < TimeLimit && Processes.IsRunning(publisher.Id),
                $"it was not stopped:\n{publisher.Output}\n{publisher.Error}"
            );
    }

    private static async Task<PublishOutcome> PublishAsync(Store store, string folder, ReleaseVersion? version = null) =>
        await new Publisher(store, TimeProvider.System).PublishAsync(PlanFolders.Read(folder), version, "a test");

    private sealed record Place(PublishStep Step, int Done)
    {
        public string Plan => string.Create(CultureInfo.InvariantCulture, $"stopped-{Step}-{Done}").ToLowerInvariant();

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step}:{Done}");
    }
}
