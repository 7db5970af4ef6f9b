using System.Text.Json;
using Azure.Storage.Blobs;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests.Inboxes;

/// <summary>These tests process every drop of a store, so each has a store of its own plans and they run one after the other.</summary>
public sealed partial class InboxTests(LocalStore local) : IClassFixture<LocalStore>
{
    private const string Order = """{"message":"from an editor"}""";

    private static readonly string Erratum = RealPlan.File("errata.json", "\"normalized\": \"m²\"", "\"normalized\": \"平方米\"");

    private BlobContainerClient Container => local.Store.Container(ContainerNames.Inbox);

    [Fact]
    public async Task An_erratum_makes_a_patch_and_a_changed_sentence_with_observations_a_minor_release_built_on_the_one_before()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "unit", Order, UnitFixed(plan));
        var patch = Assert.Single(await RunAsync());
        const string Observed = "indicator,area,year,value,status,source,note\r\nurbanization-rate,nantong,2021,71.20,A,\"市统计局, 公报\",\r\n";
        await DropAsync(
            plan,
            "sentence",
            """{"message":"修改一句","version":"1.2.0"}""",
            ("observations.csv", Observed),
            (
                "source.txt",
                RealPlan.File("source.txt", "完善政府购买服务清单制度，拓展社会力量参与渠道", "完善政府购买服务清单制度，拓宽社会力量参与渠道")
            )
        );
        var minor = Assert.Single(await RunAsync());

        Assert.Equal(
            (DropOutcome.Published, new ReleaseVersion(1, 0, 1), Bump.Patch),
            (patch.Outcome, patch.Release!.Value, patch.Decision!.Smallest)
        );
        Assert.Equal(
            (DropOutcome.Published, new ReleaseVersion(1, 2, 0), Bump.Minor),
            (minor.Outcome, minor.Release!.Value, minor.Decision!.Smallest)
        );
        var latest = (await new SnapshotLoader(local.Store).ReadReleasesAsync(plan.About.Id))[0];
        Assert.Equal("修改一句", latest.Message);
        var changes = (await new SnapshotLoader(local.Store).LoadAsync(latest)).Changes;
        Assert.Equal("平方米", (await new SnapshotLoader(local.Store).LoadAsync(latest)).FindIndicator("sports-area-per-capita")!.Unit.Label);
        Assert.Contains(changes, change => change.Sentences.Any(sentence => sentence.To!.Contains("拓宽", StringComparison.Ordinal)));
        Assert.DoesNotContain(changes, change => change.Target.Id == "table1.r15"); // the erratum of the drop before is still there
        Assert.Contains(minor.Decision.Reasons, reason => reason.Examples.Contains("observation urbanization-rate.nantong.2021"));
        var csv = (
            await local.Store.Container(ContainerNames.Releases).GetBlobClient($"{plan.About.Id}/1.2.0/observations.csv").DownloadContentAsync()
        ).Value.Content.ToString();
        Assert.Equal(17, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("urbanization-rate,nantong,2021,71.20,%,%,A,,\"市统计局, 公报\",,%,1.2.0\r\n", csv, StringComparison.Ordinal);

        await DropAsync(plan, "unit back", Order, ("errata.json", RealPlan.File("errata.json"))); // builds on the observations that are there
        Assert.Equal(new ReleaseVersion(1, 2, 1), Assert.Single(await RunAsync()).Release);
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task The_report_tells_what_check_warns_of_and_the_drop_is_published_all_the_same()
    {
        var plan = await PublishedAsync();
        var nameless = RealPlan
            .File("plan.json", "\"en\": \"Urbanisation rate (usual residents)\"", "\"en\": \"\"")
            .Replace("\"urbanization-14fyp\"", $"\"{plan.About.Id}\"", StringComparison.Ordinal);
        await DropAsync(plan, "english", Order, ("plan.json", nameless));
        var report = Assert.Single(await RunAsync());

        Assert.Equal((DropOutcome.Published, 0, 1), (report.Outcome, report.ErrorCount, report.WarningCount));
        var warning = Assert.Single(report.Warnings);
        Assert.Equal("plan.json", warning.File);
        Assert.NotNull(warning.Line);
        Assert.Contains("the name in English", warning.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_drop_is_kept_with_its_report_and_leaves_the_inbox()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "unit", Order, ("errata.json", Erratum));

        var report = Assert.Single(await RunAsync());

        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
        var kept = await NamesAsync(ContainerNames.InboxDone, plan);
        Assert.Equal(["errata.json", "publish.json", "report.json"], kept.Select(name => name.Split('/')[^1]));
        Assert.All(kept, name => Assert.StartsWith($"{plan.About.Id}/unit@", name, StringComparison.Ordinal));
        var stored = (await local.Store.Container(ContainerNames.InboxDone).GetBlobClient(kept[^1]).DownloadContentAsync()).Value.Content;
        Assert.Equal(report.Explanation, JsonSerializer.Deserialize<JsonElement>(stored).GetProperty("explanation").GetString());
        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task A_drop_without_its_publish_json_is_left_alone()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "uploading", order: null, ("errata.json", Erratum));

        Assert.Empty(await RunAsync());
        Assert.Equal([$"{plan.About.Id}/uploading/errata.json"], await NamesAsync(ContainerNames.Inbox, plan));

        await DropAsync(plan, "uploading", Order);
        Assert.Equal(DropOutcome.Published, Assert.Single(await RunAsync()).Outcome);
    }

    [Fact]
    public async Task A_plan_that_the_store_does_not_have_needs_all_its_files()
    {
        var plan = LocalStore.NewRealPlan();
        await DropAsync(plan, "half", Order, ("errata.json", Erratum));
        Assert.Equal(("source.txt", "no such file"), Assert.Single(await RunAsync()).Error is { } error ? (error.File, error.Found) : default);

        await DropAsync(plan, "whole", Order, [.. plan.Files.Select(file => (file.Name, System.Text.Encoding.UTF8.GetString(file.Content.Span)))]);
        Assert.Equal(ReleaseVersion.First, Assert.Single(await RunAsync()).Release);
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task What_is_there_already_is_no_new_release()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "same", Order, ("errata.json", RealPlan.File("errata.json")));

        Assert.Equal(
            (DropOutcome.Unchanged, (ReleaseVersion?)ReleaseVersion.First),
            Assert.Single(await RunAsync()) is var report ? (report.Outcome, report.Release) : default
        );
        Assert.Equal(3, (await NamesAsync(ContainerNames.InboxDone, plan)).Count);
    }

    public static TheoryData<InboxStep, int> Places()
    {
        TheoryData<InboxStep, int> places = [];
        foreach (var (step, parts) in new[] { (InboxStep.Read, 1), (InboxStep.Publish, 1), (InboxStep.Keep, 3), (InboxStep.Remove, 2) })
        {
            for (var done = 0; done <= parts; done++)
                places.Add(step, done);
        }

        return places;
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_run_that_dies_at_any_place_is_finished_by_the_next_and_the_drop_is_applied_once(InboxStep step, int done)
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "unit", Order, ("errata.json", Erratum));
        await Assert.ThrowsAsync<DeathException>(() => Inbox().RunAsync(new Death(step, done), null));

        // Somebody publishes something else before the next run: the drop must not be applied to that again.
        var applied = step > InboxStep.Publish || (step is InboxStep.Publish && done == 1);
        if (applied)
            await local.PublishAsync(plan);
        var reports = await RunAsync();

        ReleaseVersion[] expected = applied ? [new(1, 0, 2), new(1, 0, 1), new(1, 0, 0)] : [new(1, 0, 1), new(1, 0, 0)];
        Assert.Equal(expected, (await new SnapshotLoader(local.Store).ReadReleasesAsync(plan.About.Id)).Select(release => release.Version));
        if (!(step is InboxStep.Remove && done == 2))
            Assert.Equal((DropOutcome.Published, new ReleaseVersion(1, 0, 1)), (Assert.Single(reports).Outcome, reports[0].Release!.Value));
        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
        Assert.Equal(
            ["errata.json", "publish.json", "report.json"],
            (await NamesAsync(ContainerNames.InboxDone, plan)).Select(name => name.Split('/')[^1])
        );
        await local.AssertWholeAsync(plan);
    }

    [Fact]
    public async Task A_file_that_an_editor_replaces_during_the_run_stays_for_the_next_drop()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "unit", Order, ("errata.json", Erratum));
        var replace = new Act(
            InboxStep.Publish,
            1,
            () => Container.GetBlobClient($"{plan.About.Id}/unit/errata.json").Upload(BinaryData.FromString("[]"), overwrite: true)
        );

        await Inbox().RunAsync(replace, null);

        Assert.Equal([$"{plan.About.Id}/unit/errata.json"], await NamesAsync(ContainerNames.Inbox, plan));
        Assert.Equal("[]", (await Container.GetBlobClient($"{plan.About.Id}/unit/errata.json").DownloadContentAsync()).Value.Content.ToString());
    }

    /// <summary>The unit of indicator 15 in another sign: an erratum says so, and its label follows.</summary>
    private static (string Name, string Text)[] UnitFixed(Plan plan) =>
        [
            ("errata.json", Erratum),
            (
                "plan.json",
                RealPlan
                    .File("plan.json", "\"label\": \"m²\"", "\"label\": \"平方米\"")
                    .Replace("\"urbanization-14fyp\"", $"\"{plan.About.Id}\"", StringComparison.Ordinal)
            ),
        ];

    private Inbox Inbox() => new(local.Store, TimeProvider.System);

    private Task<IReadOnlyList<DropReport>> RunAsync() => Inbox().RunAsync();

    private async Task<Plan> PublishedAsync()
    {
        await foreach (var left in Container.NamesAsync("", default))
            await Container.DeleteBlobAsync(left); // what another test left alone
        var plan = LocalStore.NewRealPlan();
        await local.PublishAsync(plan);
        return plan;
    }

    private async Task DropAsync(Plan plan, string name, string? order, params (string Name, string Text)[] files)
    {
        foreach (var (file, text) in files)
            await Container.GetBlobClient($"{plan.About.Id}/{name}/{file}").UploadAsync(BinaryData.FromString(text), overwrite: true);
        if (order is not null)
            await Container.GetBlobClient($"{plan.About.Id}/{name}/publish.json").UploadAsync(BinaryData.FromString(order), overwrite: true);
    }

    private async Task<IReadOnlyList<string>> NamesAsync(string container, Plan plan) =>
        await local.Store.Container(container).NamesAsync($"{plan.About.Id}/", default).ToListAsync();

    private sealed class DeathException : Exception;

    private sealed class Death(InboxStep step, int done) : IProgress<InboxProgress>
    {
        public void Report(InboxProgress value)
        {
            if (value.Step == step && value.Done == done)
                throw new DeathException();
        }
    }

    private sealed class Act(InboxStep step, int done, Action act) : IProgress<InboxProgress>
    {
        public void Report(InboxProgress value)
        {
            if (value.Step == step && value.Done == done)
                act();
        }
    }
}
