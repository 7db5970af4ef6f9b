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
        var guide = await served.App.Client.GetStringAsync("/docs/guide");

        Assert.Equal(4 * 5, Samples.All.Count);
        Assert.All(
            Samples.All,
            sample =>
            {
                Assert.Contains(
                    paths[sample.Operation]["x-codeSamples"]!.AsArray(),
                    shown => (string?)shown!["source"] == sample.Source && (string?)shown["lang"] == sample.Language
                );
                Assert.Contains($"id=\"{sample.Operation}\"", guide, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain(Samples.LocalBase, guide, StringComparison.Ordinal); // it names the service that shows it
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
