using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Tests.Publishing;

public sealed class PublisherTests(LocalStore local) : IClassFixture<LocalStore>
{
    [Fact]
    public async Task The_first_release_is_1_0_0_and_comes_back_record_by_record()
    {
        var plan = LocalStore.NewRealPlan();

        var outcome = Assert.IsType<PublishOutcome.Published>(await local.Publisher().PublishAsync(plan, null, "the first"));

        Assert.Equal(ReleaseVersion.First, outcome.Release.Version);
        await local.AssertWholeAsync(plan);
        var snapshot = await new SnapshotLoader(local.Store).LoadAsync(outcome.Release);
        Assert.Equal(17, snapshot.Indicators.Count);
        Assert.Equal(7, snapshot.Columns.Count);
        Assert.Equal(Lines(plan.Nodes, RecordJson.Line.Node), Lines(snapshot.Nodes, RecordJson.Line.Node));
        Assert.Equal(Lines(plan.Indicators, RecordJson.Line.Indicator), Lines(snapshot.Indicators, RecordJson.Line.Indicator));
        Assert.Equal(Lines(plan.Columns, RecordJson.Line.Column), Lines(snapshot.Columns, RecordJson.Line.Column));
        Assert.Equal("the first", snapshot.Release.Message);
    }

    [Fact]
    public async Task Decimals_come_back_with_the_places_that_the_source_prints()
    {
        var plan = LocalStore.NewPlan();
        plan = plan with
        {
            Indicators = [.. plan.Indicators.Select(row => row with { Baseline = row.Baseline with { Value = 12345678901234567.8900m } })],
        };

        var snapshot = await new SnapshotLoader(local.Store).LoadAsync(await local.PublishAsync(plan));

        Assert.All(
            snapshot.Indicators,
            row => Assert.Equal("12345678901234567.8900", row.Baseline.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
    }

    [Fact]
    public async Task Files_are_stored_under_their_release_with_type_and_hash()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);

        var blob = local.Store.Blobs.GetBlobContainerClient("releases").GetBlobClient($"{plan.About.Id}/1.0.0/indicators.csv");
        var properties = (await blob.GetPropertiesAsync()).Value;
        var content = (await blob.DownloadContentAsync()).Value.Content;

        Assert.Equal("text/csv; charset=utf-8; header=present", properties.ContentType);
        Assert.Equal(Hashes.Of(content), properties.Metadata["sha256"]);
        var source = local.Store.Blobs.GetBlobContainerClient("source").GetBlobClient($"{plan.Source.Sha256}.txt");
        Assert.Equal(plan.Source.Bytes.ToArray(), (await source.DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task The_same_content_again_writes_nothing()
    {
        var plan = LocalStore.NewPlan();
        var first = await local.PublishAsync(plan);
        var before = await PointerAndRowAsync(plan.About.Id);

        var outcome = await local.Publisher().PublishAsync(plan, new ReleaseVersion(2, 0, 0), "again");

        Assert.Equal(first.Version, Assert.IsType<PublishOutcome.Unchanged>(outcome).Release.Version);
        Assert.Equal(before, await PointerAndRowAsync(plan.About.Id));
    }

    [Fact]
    public async Task A_version_that_is_too_small_for_the_changes_is_refused_with_the_rules_that_demand_more()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        var corrected = LocalStore.Corrected(plan);

        var existing = Assert.IsType<PublishOutcome.Refused>(
            await local.Publisher().PublishAsync(corrected, ReleaseVersion.First, "an existing one")
        );
        var below = Assert.IsType<PublishOutcome.Refused>(
            await local.Publisher().PublishAsync(corrected, new ReleaseVersion(0, 9, 0), "a lower one")
        );

        Assert.All(
            [existing, below],
            refused =>
            {
                Assert.Equal(new ReleaseVersion(1, 0, 1), refused.Smallest);
                Assert.Equal(["metadata-changed"], refused.Decision.Reasons.Select(reason => reason.Rule));
            }
        );
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task The_smallest_version_that_the_changes_allow_is_taken_and_the_changes_are_stored()
    {
        var plan = LocalStore.NewPlan();
        await local.PublishAsync(plan);
        var corrected = LocalStore.Corrected(plan);

        var proposal = Assert.IsType<Proposal.Next>(await local.Publisher().ProposeAsync(corrected, null));
        var outcome = Assert.IsType<PublishOutcome.Published>(await local.Publisher().PublishAsync(corrected, null, "no version"));

        Assert.Equal((new ReleaseVersion(1, 0, 1), Bump.Patch), (outcome.Release.Version, outcome.Decision!.Smallest));
        Assert.Equal(proposal.Release.ManifestSha256, outcome.Release.ManifestSha256);
        var snapshot = await new SnapshotLoader(local.Store).LoadAsync(outcome.Release);
        Assert.Equal(Lines(proposal.Release.Changes, ChangeJson.Line.Change), Lines(snapshot.Changes, ChangeJson.Line.Change));
        Assert.Contains(
            snapshot.Changes,
            change => change is { Target: { Type: "indicator", Id: "marine-share" }, Path: "/label/en", Rule: "metadata-changed" }
        );
        Assert.IsType<Proposal.Unchanged>(await local.Publisher().ProposeAsync(corrected, null));
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task A_release_refers_to_its_predecessor_by_version_and_hash()
    {
        var plan = LocalStore.NewPlan();
        var first = await local.PublishAsync(plan);

        var second = await local.PublishAsync(LocalStore.Corrected(plan), new ReleaseVersion(1, 0, 1));

        var manifest = (await new SnapshotLoader(local.Store).LoadAsync(second)).Manifest;
        Assert.Equal(new ReleaseReference(first.Version, first.ManifestSha256), manifest.Predecessor);
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task Of_two_publishers_one_wins_and_the_other_is_told()
    {
        var plan = LocalStore.NewPlan();
        using var start = new Barrier(2);
        var together = new Hook(PublishStep.Wait, finished: false, () => start.SignalAndWait(TimeSpan.FromSeconds(30)));

        var outcomes = await Task.WhenAll(
            Task.Run(() => local.Publisher().PublishAsync(plan, null, "one", together)),
            Task.Run(() => local.Publisher().PublishAsync(LocalStore.Corrected(plan), null, "the other", together))
        );

        var won = Assert.Single(outcomes.OfType<PublishOutcome.Published>());
        Assert.Equal(won.Release.Version, Assert.Single(outcomes.OfType<PublishOutcome.Lost>()).Latest);
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task Two_publishers_of_the_same_content_publish_it_once()
    {
        var plan = LocalStore.NewPlan();
        using var start = new Barrier(2);
        var together = new Hook(PublishStep.Wait, finished: false, () => start.SignalAndWait(TimeSpan.FromSeconds(30)));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => Task.Run(() => local.Publisher().PublishAsync(plan, null, "both", together)))
        );

        Assert.Single(outcomes.OfType<PublishOutcome.Published>());
        Assert.Single(outcomes.OfType<PublishOutcome.Unchanged>());
    }

    [Fact]
    public async Task A_publisher_that_never_gets_its_turn_says_so()
    {
        var plan = LocalStore.NewPlan();
        var lease = await TakeTurnAsync(plan.About.Id, BlobLeaseClient.InfiniteLeaseDuration);

        var outcome = await local.Publisher(new QuickClock()).PublishAsync(plan, null, "late");

        Assert.Contains("another publisher", Assert.IsType<PublishOutcome.Lost>(outcome).Reason, StringComparison.Ordinal);
        await lease.ReleaseAsync();
    }

    [Fact]
    public async Task The_turn_of_a_dead_publisher_ends_by_itself()
    {
        var plan = LocalStore.NewPlan();
        await TakeTurnAsync(plan.About.Id, TimeSpan.FromSeconds(15));

        await local.PublishAsync(plan);
    }

    [Fact]
    public async Task A_publisher_that_loses_its_turn_stops_and_says_so()
    {
        var plan = LocalStore.NewPlan();
        using var gone = new ManualResetEventSlim();
        var cutOff = new Hook(
            PublishStep.WriteFiles,
            finished: false,
            () =>
            {
                local.Store.Blobs.GetBlobContainerClient("locks").GetBlobClient($"publish-{plan.About.Id}").GetBlobLeaseClient().Break(TimeSpan.Zero);
                gone.Wait(TimeSpan.FromSeconds(1)); // long enough for a renewal by the quick clock
            }
        );

        var outcome = await local.Publisher(new QuickClock()).PublishAsync(plan, null, "cut off", cutOff);

        Assert.IsType<PublishOutcome.Lost>(outcome);
        await local.PublishAsync(plan);
        await local.AssertWholeAsync(plan);
    }

    private async Task<BlobLeaseClient> TakeTurnAsync(string plan, TimeSpan term)
    {
        var blob = local.Store.Blobs.GetBlobContainerClient("locks").GetBlobClient($"publish-{plan}");
        await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["sha256"] = Hashes.Of([]) } });
        var lease = blob.GetBlobLeaseClient();
        await lease.AcquireAsync(term);
        return lease;
    }

    private async Task<(Azure.ETag, Azure.ETag)> PointerAndRowAsync(string plan) =>
        (
            (await local.Store.Table("pointers").FindAsync(RowAddress.Pointer(plan), default))!.ETag,
            (await local.Store.Table("releases").FindAsync(RowAddress.Release(plan, ReleaseVersion.First), default))!.ETag
        );

    private static string[] Lines<T>(IEnumerable<T> records, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) =>
        [.. records.Select(record => System.Text.Json.JsonSerializer.Serialize(record, json))];
}
