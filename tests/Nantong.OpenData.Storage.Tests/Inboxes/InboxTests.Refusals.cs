using System.Text.Json;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests.Inboxes;

/// <summary>Drops that are not published, and what their editors are told.</summary>
public sealed partial class InboxTests
{
    [Theory]
    [InlineData("source.txt", "source.txt", 298, "规划")]
    [InlineData("plan.json", "plan.json", 2, "the members known at $: id, title")]
    [InlineData("errata.json", "errata.json", 1, "JSON as RFC 8259 says; it breaks off at byte 2")]
    [InlineData("observations.csv", "observations.csv", 3, "year: a year from")]
    [InlineData("notes.docx", "notes.docx", null, "files named source.txt")]
    [InlineData("publish.json", "publish.json", 1, "JSON as RFC 8259 says")]
    public async Task A_drop_that_breaks_a_rule_is_put_aside_with_file_line_and_rule(string dropped, string file, int? line, string rule)
    {
        var plan = await PublishedAsync();
        var text = dropped switch
        {
            "source.txt" => RealPlan.File("source.txt", "拓展社会力量参与渠道，保障合法权益。", "拓展社会力量参与渠道，保障合法权益。\r"),
            "plan.json" => "{\n\"nonsense\": 1}",
            "observations.csv" =>
                "indicator,area,year,value,status,source\nurbanization-rate,nantong,2021,71,A,x\nurbanization-rate,nantong,202,71,A,x\n",
            _ => "nonsense",
        };
        await DropAsync(plan, "broken", dropped is "publish.json" ? text : Order, (dropped, text));

        var report = Assert.Single(await RunAsync());

        Assert.Equal((DropOutcome.Failed, file), (report.Outcome, report.Error!.File));
        if (dropped is not "source.txt")
        {
            Assert.Equal(line, report.Error.Line);
            Assert.Contains(rule, report.Error.Rule, StringComparison.Ordinal);
        }
        else
        {
            Assert.NotNull(report.Error.Line);
        }

        Assert.Contains(await NamesAsync(ContainerNames.InboxFailed, plan), name => name.EndsWith($"/{dropped}", StringComparison.Ordinal));
        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
        Assert.Equal(ReleaseVersion.First, Assert.Single(await new SnapshotLoader(local.Store).ReadReleasesAsync(plan.About.Id)).Version);
    }

    [Theory]
    [InlineData("""{"massage":"m"}""", "unknown member 'massage'", "the members known at $: message, version")]
    [InlineData("""{"version":"1.2.0"}""", "no member 'message'", "$: an object with the members message, version")]
    [InlineData("""{"message":null}""", "null", "$.message: a text")]
    [InlineData("""{"message":"m","version":2}""", "2", "$.version: a version as a text, such as \"1.2.0\"")]
    [InlineData("""["m"]""", """["m"]""", "$: an object with the members message, version")]
    public void A_mistake_in_publish_json_is_told_in_the_words_of_its_editor(string order, string found, string rule)
    {
        var error = PublishOrder.Read(BinaryData.FromString(order)).Error!;
        Assert.Equal(("publish.json line 1", found, rule), (error.Where, error.Found, error.Rule));
    }

    [Fact]
    public async Task A_huge_cell_and_a_file_that_is_too_large_are_refused_in_a_short_report_and_kept_and_the_drop_behind_them_is_published()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "cell", Order, ("observations.csv", new string('x', 5 << 20)));
        await DropAsync(plan, "file", Order, ("places.json", new string(' ', (4 << 20) + 1)));
        await DropAsync(plan, "good", Order, ("errata.json", Erratum));

        var reports = await RunAsync();

        Assert.Equal([DropOutcome.Failed, DropOutcome.Failed, DropOutcome.Published], reports.Select(report => report.Outcome));
        Assert.Equal(new string('x', 200) + "…", reports[0].Error!.Found);
        Assert.Equal(
            ("places.json", "4194305 bytes", "a file of at most 4 MiB"),
            (reports[1].Error!.File, reports[1].Error!.Found, reports[1].Error!.Rule)
        );
        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
        var failed = local.Store.Container(ContainerNames.InboxFailed);
        var names = await NamesAsync(ContainerNames.InboxFailed, plan);
        Assert.Equal(
            ["observations.csv", "publish.json", "report.json", "places.json", "publish.json", "report.json"],
            names.Select(name => name.Split('/')[^1])
        );
        Assert.Equal(4194305, (await failed.GetBlobClient(names[3]).GetPropertiesAsync()).Value.ContentLength);
        foreach (var report in new[] { names[2], names[5] })
            Assert.InRange((await failed.GetBlobClient(report).GetPropertiesAsync()).Value.ContentLength, 1, 2000);
    }

    [Fact]
    public async Task A_drop_that_the_program_fails_over_is_put_aside_with_what_is_known_and_the_next_ones_go_on()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "first", Order, ("errata.json", Erratum));
        await DropAsync(plan, "second", Order, ("errata.json", Erratum));
        var stamp = (await Container.GetBlobClient($"{plan.About.Id}/first/publish.json").GetPropertiesAsync()).Value.ETag.ToString().Trim('"');
        await local
            .Store.Container(ContainerNames.InboxDone)
            .UploadBlobAsync($"{plan.About.Id}/first@{stamp}/report.json", BinaryData.FromString("damaged"));

        var reports = await RunAsync();

        Assert.Equal([("first", DropOutcome.Failed), ("second", DropOutcome.Published)], reports.Select(report => (report.Drop, report.Outcome)));
        Assert.Contains("a defect of the program and not of the drop", reports[0].Explanation, StringComparison.Ordinal);
        Assert.Contains("JsonException", reports[0].Explanation, StringComparison.Ordinal);
        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
        Assert.Equal(
            ["errata.json", "publish.json", "report.json"],
            (await NamesAsync(ContainerNames.InboxFailed, plan)).Select(name => name.Split('/')[^1])
        );
        Assert.Empty(await RunAsync());
    }

    [Fact]
    public async Task Every_fault_of_every_file_of_a_drop_is_told_in_one_report()
    {
        var plan = await PublishedAsync();
        const string Rows =
            "indicator,area,year,value,status,source\nurbanization-rate,nantong,2021,1 "
            + "234,A,x\nurbanization-rate,nantong,2022,abc,A,x\nno-such,nantong,2023,71,A,x\n";
        await DropAsync(
            plan,
            "many",
            """{"message":"a\ud800b","message":"two"}""",
            ("observations.csv", Rows),
            ("errata.json", "[{}]"),
            ("plan.json", "\uFEFF{\"id\":1,\n\"id\":\"x\"}")
        );

        var report = Assert.Single(await RunAsync());

        Assert.Equal(DropOutcome.Failed, report.Outcome);
        Assert.Equal(report.ErrorCount, report.Errors.Count);
        Assert.Equal(report.Errors[0], report.Error);
        Assert.Equal(
            ["errata.json", "observations.csv", "plan.json", "publish.json"],
            report.Errors.Select(error => error.File).Distinct().Order(StringComparer.Ordinal)
        );
        // Which indicators there are stands in plan.json, which cannot be read here: so nothing can be said of line 4.
        Assert.Equal([2, 3], report.Errors.Where(error => error.File == "observations.csv").Select(error => error.Line!.Value).Order());
        Assert.Contains(report.Errors, error => (error.File, error.Line) == ("plan.json", 2) && error.Found == "a second member 'id'");
        Assert.Contains(report.Errors, error => error.File == "publish.json" && error.Found == "U+D800, half of a surrogate pair");
        var kept = (await NamesAsync(ContainerNames.InboxFailed, plan)).Single(name => name.EndsWith("/report.json", StringComparison.Ordinal));
        var stored = (await local.Store.Container(ContainerNames.InboxFailed).GetBlobClient(kept).DownloadContentAsync()).Value.Content;
        Assert.Equal(report.ErrorCount, JsonSerializer.Deserialize<JsonElement>(stored).GetProperty("errors").GetArrayLength());
        Assert.Empty(await NamesAsync(ContainerNames.Inbox, plan));
    }

    [Theory]
    [InlineData("publish.json", "", "")]
    [InlineData("some-plan/publish.json", "some-plan", "")]
    [InlineData("some-plan/autumn/six/publish.json", "some-plan", "autumn/six")]
    [InlineData("Urbanization/six/publish.json", "Urbanization", "six")]
    [InlineData("some-plan/six/Publish.json", "some-plan", "six")]
    public async Task An_order_where_no_drop_can_be_is_named_and_left_alone(string blob, string named, string drop)
    {
        var plan = await PublishedAsync();
        await Container.UploadBlobAsync(blob, BinaryData.FromString(Order));

        var report = Assert.Single(await RunAsync());

        Assert.Equal((DropOutcome.Misplaced, named, drop), (report.Outcome, report.Plan, report.Drop));
        Assert.StartsWith($"inbox/{blob} is left alone", report.Explanation, StringComparison.Ordinal);
        Assert.True(await Container.GetBlobClient(blob).ExistsAsync());
        Assert.Equal(ReleaseVersion.First, (await new LatestPointer(local.Store).FindAsync(plan.About.Id, default))?.Version);
        await Container.DeleteBlobAsync(blob);
    }

    [Fact]
    public async Task Observations_that_leave_rows_out_are_refused_until_the_order_names_the_major_version()
    {
        var plan = await PublishedAsync();
        const string Head = "indicator,area,year,value,status,source\n";
        await DropAsync(
            plan,
            "two",
            Order,
            ("observations.csv", Head + "urbanization-rate,nantong,2021,71,A,x\nurbanization-rate,nantong,2022,71.5,A,x\n")
        );
        Assert.Equal(DropOutcome.Published, Assert.Single(await RunAsync()).Outcome);

        var one = ("observations.csv", Head + "urbanization-rate,nantong,2022,71.5,A,x\n");
        await DropAsync(plan, "one", Order, one);
        var refused = Assert.Single(await RunAsync());
        await DropAsync(plan, "one", """{"message":"withdrawn by its source","version":"2.0.0"}""", one);
        var confirmed = Assert.Single(await RunAsync());

        Assert.Equal((DropOutcome.Failed, Bump.Major), (refused.Outcome, refused.Decision!.Smallest));
        Assert.Equal(("publish.json", "no version"), (refused.Error!.File, refused.Error.Found));
        Assert.StartsWith("\"version\": \"2.0.0\" to confirm a major release after 1.1.0, because ", refused.Error.Rule, StringComparison.Ordinal);
        Assert.Contains("observation urbanization-rate.nantong.2021", refused.Error.Rule, StringComparison.Ordinal);
        Assert.Contains("rows left out count as removed", refused.Error.Rule, StringComparison.Ordinal);
        Assert.Equal((DropOutcome.Published, (ReleaseVersion?)new ReleaseVersion(2, 0, 0)), (confirmed.Outcome, confirmed.Release));
    }

    [Fact]
    public async Task A_version_that_is_too_small_and_the_id_of_another_plan_are_refused()
    {
        var plan = await PublishedAsync();
        await DropAsync(plan, "small", """{"message":"m","version":"1.0.0"}""", ("errata.json", Erratum));
        await DropAsync(plan, "stranger", Order, ("plan.json", RealPlan.File("plan.json")));

        var reports = await RunAsync();

        Assert.All(reports, report => Assert.Equal(DropOutcome.Failed, report.Outcome));
        Assert.Equal(("publish.json", "version 1.0.1 or higher after 1.0.0, or none"), (reports[0].Error!.File, reports[0].Error!.Rule));
        Assert.Equal(("plan.json", "urbanization-14fyp"), (reports[1].Error!.File, reports[1].Error!.Found));
    }
}
