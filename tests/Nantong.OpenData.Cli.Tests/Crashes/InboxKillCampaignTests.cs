using System.Globalization;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;
using Xunit.Abstractions;

namespace Nantong.OpenData.Cli.Tests.Crashes;

/// <summary>A real inbox run is killed at every step of handling a drop, those of publishing included. The next run finishes what it left: the drop
/// is neither lost, nor half applied, nor applied twice.</summary>
public sealed class InboxKillCampaignTests(ITestOutputHelper report) : IAsyncLifetime
{
    private const int KilledExitCode = 128 + 9;
    private const string Plan = "dropped";
    private const string Good = "names";
    private const string Bad = "unknown-file";

    private readonly PlanFolders folders = PlanFolders.OfSmallPlan();
    private Azurite azurite = null!;
    private Store store = null!;
    private BlobContainerClient inbox = null!;

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        store = Store.Connect(azurite.ConnectionString);
        inbox = store.Blobs.GetBlobContainerClient("inbox");
        await StoreSchema.CreateAsync(store);
        await new Publisher(store, TimeProvider.System).PublishAsync(PlanFolders.Read(folders.Write(Plan)), null, "first");
    }

    public async Task DisposeAsync()
    {
        folders.Dispose();
        await azurite.DisposeAsync();
    }

    [Fact]
    public async Task A_run_killed_at_any_step_is_finished_by_the_next_and_its_drop_is_applied_once()
    {
        var (good, bad) = (await FindPlacesAsync(Good, "plan.json"), await FindPlacesAsync(Bad, "notes.docx"));
        Assert.Equal(Enum.GetNames<InboxStep>().Concat(Enum.GetNames<PublishStep>()).Order(), good.Select(place => place.Step).Distinct().Order());
        Assert.Equal(Enum.GetNames<InboxStep>().Order(), bad.Select(place => place.Step).Distinct().Order());

        foreach (var place in good)
            await KillAndFinishAsync(Good, "plan.json", place, "done");
        // Until it is read, a drop that will be refused is like any other.
        Place[] refused = [.. bad.Where(place => place.Step is not nameof(InboxStep.Read))];
        foreach (var place in refused)
            await KillAndFinishAsync(Bad, "notes.docx", place, "failed");

        Assert.True((await new Verifier(store).VerifyAsync()).Whole);
        report.WriteLine($"killed at {good.Count} places of a drop that is published and {refused.Length} of one that is refused:");
        foreach (var step in good.CountBy(place => place.Step))
            report.WriteLine($"  {step.Key}: {step.Value}");
    }

    private async Task KillAndFinishAsync(string drop, string file, Place place, string archive)
    {
        var before = await ReleasesAsync();
        await DropAsync(drop, file, place.ToString());
        var killed = await OpenData.RunAsync(["inbox", "--kill-at", place.ToString(), "--store", azurite.ConnectionString]);
        Assert.True(killed.ExitCode == KilledExitCode, $"{place}: ended with {killed.ExitCode}, not killed: {killed.Error}");
        await EndTurnsAsync();
        await AssertReadersSeeOneWholeReleaseAsync(place, before);
        var applied = (await ReleasesAsync()).Count > before.Count;
        Assert.Equal((place, drop is Good && place.IsApplied), (place, applied));

        // Somebody takes it back before the next run: the drop must not be applied to that again.
        if (applied)
            Assert.IsType<PublishOutcome.Published>(
                await new Publisher(store, TimeProvider.System).PublishAsync(PlanFolders.Read(folders.Write(Plan)), null, "taken back")
            );
        var reports = await new Inbox(store, TimeProvider.System).RunAsync();

        if (!place.IsOver)
            Assert.Equal((place, drop is Good ? DropOutcome.Published : DropOutcome.Failed), (place, Assert.Single(reports).Outcome));
        Assert.Equal(
            (
                place,
                before.Count
                    + (
                        drop is Bad ? 0
                        : applied ? 2
                        : 1
                    )
            ),
            (place, (await ReleasesAsync()).Count)
        );
        Assert.Empty(inbox.GetBlobs());
        var kept = store
            .Blobs.GetBlobContainerClient($"inbox-{archive}")
            .GetBlobs(BlobTraits.None, BlobStates.None, $"{Plan}/{drop}@", default)
            .Select(blob => blob.Name.Split('/')[^1])
            .CountBy(name => name);
        Assert.Equal([file, "publish.json", "report.json"], kept.Select(name => name.Key));
        Assert.Single(kept.Select(name => name.Value).Distinct());
    }

    /// <summary>Handles a drop once, undisturbed, and notes every place that the run tells of: all of the inbox, and of publishing the beginning and
    /// the end of each step.</summary>
    private async Task<IReadOnlyList<Place>> FindPlacesAsync(string drop, string file)
    {
        await DropAsync(drop, file, "undisturbed");
        var places = new Places();
        await new Inbox(store, TimeProvider.System).RunAsync(places, places);
        return places.Seen;
    }

    private async Task DropAsync(string drop, string file, string mark)
    {
        var corrected = folders.WriteNamed(Plan, "corrected", $"Share of green trips ({mark})");
        var content = await File.ReadAllTextAsync(Path.Combine(corrected, "plan.json"));
        await inbox.GetBlobClient($"{Plan}/{drop}/{file}").UploadAsync(BinaryData.FromString(content));
        await inbox.GetBlobClient($"{Plan}/{drop}/publish.json").UploadAsync(BinaryData.FromString("""{"message":"a name corrected"}"""));
    }

    /// <summary>Ends the turns of the dead run now, as the store does 15 s after its death.</summary>
    private async Task EndTurnsAsync()
    {
        var locks = store.Blobs.GetBlobContainerClient("locks");
        await foreach (var name in locks.GetBlobsAsync())
        {
            if (name.Properties.LeaseState is LeaseState.Leased)
                await locks.GetBlobClient(name.Name).GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
        }
    }

    private async Task AssertReadersSeeOneWholeReleaseAsync(Place place, IReadOnlyList<ReleaseVersion> before)
    {
        using var snapshots = new Snapshots(store, TimeProvider.System);
        await snapshots.RefreshAsync();
        var found = Assert.IsType<SnapshotAnswer.Found>(await snapshots.FindAsync(Plan, VersionPin.Latest));
        var visible = snapshots.Releases(Plan).Select(release => release.Version).ToList();
        Assert.Equal((place, visible[0]), (place, found.Snapshot.Release.Version));
        Assert.Equal(before, visible.TakeLast(before.Count));
    }

    private async Task<IReadOnlyList<ReleaseVersion>> ReleasesAsync()
    {
        using var snapshots = new Snapshots(store, TimeProvider.System);
        await snapshots.RefreshAsync();
        return [.. snapshots.Releases(Plan).Select(release => release.Version)];
    }

    private sealed record Place(string Step, int Done, bool IsEnd)
    {
        /// <summary>True when readers see the release.</summary>
        public bool IsApplied =>
            Step is nameof(InboxStep.Keep) or nameof(InboxStep.Remove)
            || (IsEnd && Step is nameof(PublishStep.MovePointer) or nameof(InboxStep.Publish));

        /// <summary>True when nothing is left to do.</summary>
        public bool IsOver => IsEnd && Step is nameof(InboxStep.Remove);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Step}:{Done}");
    }

    private sealed class Places : IProgress<InboxProgress>, IProgress<PublishProgress>
    {
        private const int FilesOfADrop = 2;

        public List<Place> Seen { get; } = [];

        public void Report(InboxProgress value) =>
            Seen.Add(
                new Place(
                    value.Step.ToString(),
                    value.Done,
                    value.Done
                        == (
                            value.Step switch
                            {
                                InboxStep.Keep => FilesOfADrop + 1, // and the report
                                InboxStep.Remove => FilesOfADrop,
                                _ => 1,
                            }
                        )
                )
            );

        public void Report(PublishProgress value)
        {
            if (value.Done == 0 || value.Finished)
                Seen.Add(new Place(value.Step.ToString(), value.Done, value.Finished));
        }
    }
}
