using System.Net;
using Nantong.OpenData.Api.Site.Guides;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Runs the samples of the documentation as a reader would: as they stand, against the real app.</summary>
[Collection(nameof(ServedPlan))]
public sealed class SampleTests(ServedPlan served)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "src", "samples");

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
    public Task Curl_does_it(string task, string expected) => RunAsync("sh", task, "curl.sh", expected);

    [Theory, MemberData(nameof(Tasks))]
    public Task JavaScript_does_it(string task, string expected) => RunAsync("node", task, "javascript.mjs", expected);

    [ToolTheory("python3"), MemberData(nameof(Tasks))]
    public Task Python_does_it(string task, string expected) => RunAsync("python3", task, "python.py", expected);

    [ToolTheory("Rscript"), MemberData(nameof(Tasks))]
    public Task R_does_it(string task, string expected) => RunAsync("Rscript", task, "r.R", expected);

    [Theory, MemberData(nameof(Tasks))]
    public async Task CSharp_does_it(string task, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("sample-"); // outside of the repository, whose build settings a reader does not have
        try
        {
            File.Copy(Path.Combine(Folder, task, "csharp.cs"), Path.Combine(folder.FullName, "sample.cs"));
            // Apart, so that a failure says whether the build or the sample hung.
            await Tools.RunAsync(folder.FullName, "dotnet", ["build", "sample.cs"]);
            await CheckAsync(folder.FullName, "dotnet", ["run", "--no-build", "sample.cs"], task, expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_contract_and_the_guide_show_them()
    {
        var paths = (await served.JsonAsync("/openapi/v1.json"))["paths"]!
            .AsObject()
            .Select(path => path.Value!["get"]!)
            .ToDictionary(operation => (string)operation["operationId"]!);
        Assert.Equal(Tasks.Select(task => (string)task[0]).Order(), Samples.All.Select(sample => sample.Folder).Distinct().Order());
        Assert.All(GuideTask.All, task => Assert.Equal(5, task.ProgramsFor("").Count()));
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

    private Task RunAsync(string program, string task, string file, string expected) =>
        CheckAsync(Folder, program, [Path.Combine(task, file)], task, expected);

    private async Task CheckAsync(string folder, string program, string[] arguments, string task, string expected)
    {
        var output = await Tools.RunAsync(folder, program, arguments, ("OPENDATA", served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        if (task is "listCommitments" && program is not "sh")
            expected = $"{(await served.JsonAsync($"{ServedPlan.Plan}/commitments?limit=0"))["page"]!["total"]} commitments";
        if (task is "listCommitments" && program is "sh")
            Assert.Equal(
                (int)(await served.JsonAsync($"{ServedPlan.Plan}/commitments?limit=0"))["page"]!["total"]!,
                output.Split("\"kind\":").Length - 1
            );
        Assert.Contains(program is "sh" && task is "listIndicators" ? "70.44" : expected, output, StringComparison.Ordinal);
    }
}
