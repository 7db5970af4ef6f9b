using System.Net;
using Nantong.OpenData.Api.Site.Guides;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Runs the samples of the documentation as a reader would: as they stand, against the real app.</summary>
[Collection(nameof(ServedPlan))]
public sealed class SampleTests(ServedPlan served)
{
    /// <summary>Each task with what every language's output must hold.</summary>
    public static TheoryData<string, string> Tasks =>
        new()
        {
            { "listIndicators", $"{ServedPlan.Latest}/indicators" },
            { "getNode", "298" },
            { "listCommitments", "" }, // the number of all commitments
            { "getFile", "indicators.csv: OK" },
            { "getPlan", ServedPlan.Latest["/v1/plans/".Length..] },
            { "listObservations", "2.01" },
            { "conditional-request", "304: unchanged" },
            { "listReleases", "urbanization-14fyp@1.0.0/indicators" },
            { "listChanges", " changes" },
            { "compareReleases", "1.0.0 to " },
            { "search", "synonym" },
            { "verifyQuotation", "ch2.s3.p1" },
            { "cite", $"{ServedPlan.Latest}/text/ch2/s3/p1" },
            { "excel", "plan.xlsx: " },
            { "chart", "chart: " },
            { "subscribe", "urbanization-14fyp" },
        };

    [ToolTheory("curl"), MemberData(nameof(Tasks))]
    public Task Curl_does_it(string task, string expected) => CheckAsync(task, "curl.sh", expected);

    [Theory, MemberData(nameof(Tasks))]
    public Task JavaScript_does_it(string task, string expected) => CheckAsync(task, "javascript.mjs", expected);

    [ToolTheory("python3"), MemberData(nameof(Tasks))]
    public Task Python_does_it(string task, string expected) => CheckAsync(task, "python.py", expected);

    [ToolTheory("Rscript"), MemberData(nameof(Tasks))]
    public Task R_does_it(string task, string expected) => CheckAsync(task, "r.R", expected);

    [Theory, MemberData(nameof(Tasks))]
    public Task CSharp_does_it(string task, string expected) => CheckAsync(task, "csharp.cs", expected);

    [Theory]
    [InlineData("duckdb", "javascript.mjs", "Urbanisation rate")]
    [InlineData("duckdb", "csharp.cs", "Urbanisation rate: 70.44 to 74")]
    [InlineData("generated-client", "curl.sh", "listIndicators")]
    [InlineData("generated-client", "javascript.mjs", "Urbanisation rate: 74")]
    [InlineData("generated-client", "csharp.cs", "Urbanisation rate: 74")]
    public Task What_has_to_be_installed_first_stands_at_the_beginning(string task, string file, string expected) => CheckAsync(task, file, expected);

    [Fact]
    public async Task The_contract_and_the_guide_show_them()
    {
        var paths = (await served.JsonAsync("/openapi/v1.json"))["paths"]!
            .AsObject()
            .Select(path => path.Value!["get"]!)
            .ToDictionary(operation => (string)operation["operationId"]!);
        string[] prepared = ["duckdb", "generated-client", "publish"];
        Assert.Equal(Tasks.Select(task => (string)task[0]).Concat(prepared).Order(), Samples.All.Select(sample => sample.Folder).Distinct().Order());
        Assert.All(
            GuideTask.All,
            task =>
                Assert.Equal(
                    task.Id switch
                    {
                        "duckdb" => 2,
                        "generated-client" => 3,
                        _ => 5,
                    },
                    task.ProgramsFor("").Count()
                )
        );
        Assert.Equal(Samples.All.Select(sample => sample.Folder).Distinct().Order(), GuideTask.All.Select(task => task.Folder).Order());
        foreach (var sample in Samples.All.Where(sample => paths.ContainsKey(sample.Folder)))
            Assert.Contains(
                paths[sample.Folder]["x-codeSamples"]!.AsArray(),
                shown => (string?)shown!["source"] == sample.Source && (string?)shown["lang"] == sample.Language
            );

        var guide = await served.App.Client.GetStringAsync("/docs/guide");
        foreach (var task in GuideTask.All)
        {
            Assert.Contains($"href=\"/docs/guide/{task.Id}\"", guide, StringComparison.Ordinal);
            var page = WebUtility.HtmlDecode(await served.App.Client.GetStringAsync($"/docs/guide/{task.Id}?lang=en"));
            Assert.Contains(task.Name.En, page, StringComparison.Ordinal);
            foreach (var (language, source) in task.ProgramsFor(served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)))
            {
                Assert.Contains($"<h2>{language} <button", page, StringComparison.Ordinal);
                Assert.Contains(source, page, StringComparison.Ordinal);
            }

            Assert.DoesNotContain(Samples.LocalBase, page, StringComparison.Ordinal); // it names the service that shows it
        }

        using var unknown = await served.App.Client.GetAsync("/docs/guide/none");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    private async Task CheckAsync(string task, string file, string expected)
    {
        using var run = new SampleRun(task, file);
        var output = await run.RunAsync(("OPENDATA", served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        var isShell = file is "curl.sh";
        if (task is "listCommitments")
        {
            var total = (int)(await served.JsonAsync($"{ServedPlan.Plan}/commitments?limit=0"))["page"]!["total"]!;
            expected = isShell ? "" : $"{total} commitments";
            if (isShell)
                Assert.Equal(total, output.Split("\"kind\":").Length - 1);
        }

        Assert.Contains(isShell && task is "listIndicators" ? "70.44" : expected, output, StringComparison.Ordinal);
    }
}
