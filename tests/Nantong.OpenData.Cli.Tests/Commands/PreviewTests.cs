using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Cli.Tests.Commands;

/// <summary><c>opendata preview</c> as an editor has it open while editing.</summary>
public sealed partial class PreviewTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_preview_shows_a_folder_and_what_is_saved_in_it_and_starts_no_other_program()
    {
        CopySample();
        await using var preview = OpenData.Start(["preview", folder.Path, "--port", "0"], ("PATH", null)); // no Node.js, no SDK
        var shown = Shown().Match(await preview.WaitForAsync("nothing is kept."));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(shown.Groups[1].Value) };
        Assert.Contains("沿海地区发展规划", await http.GetStringAsync("/v1/plans/coastal-14fyp.html"), StringComparison.Ordinal);
        foreach (var page in new[] { "/", "/v1/plans/coastal-14fyp/observations", "/v1/plans/coastal-14fyp/files/plan.xlsx", "/v1/status.html" })
        {
            using var answer = await http.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
        }

        var plan = Path.Combine(folder.Path, "plan.json");
        var whole = await File.ReadAllTextAsync(plan);
        await File.WriteAllTextAsync(plan, "{");
        await UntilAsync(() => Task.FromResult(preview.Error.Contains("What was shown before stays.", StringComparison.Ordinal)));
        await File.WriteAllTextAsync(plan, whole.Replace("Sample plan coastal-14fyp", "A plan that was renamed", StringComparison.Ordinal));
        await preview.WaitForAsync("Published coastal-14fyp@1.0.1");
        await UntilAsync(async () =>
            (await http.GetStringAsync("/v1/plans/coastal-14fyp.html?lang=en")).Contains("A plan that was renamed", StringComparison.Ordinal)
        );
        await UntilAsync(async () =>
        {
            using var progress = await http.GetAsync("/v1/plans/coastal-14fyp@1.0.1/aggregates/attainment");
            return progress.StatusCode is HttpStatusCode.OK;
        });

        Assert.Empty(Processes.StartedBy(preview.Id));
        await preview.SignalAsync("TERM");
        Assert.Equal(0, await preview.EndAsync());
    }

    [Fact]
    public async Task What_cannot_be_published_is_refused_with_its_faults()
    {
        CopySample();
        var plan = Path.Combine(folder.Path, "plan.json");
        await File.WriteAllTextAsync(
            plan,
            (await File.ReadAllTextAsync(plan)).Replace("\"target:2025\"", "\"target:2030\"", StringComparison.Ordinal)
        );
        var (exitCode, output, error) = await OpenData.RunAsync(["preview", folder.Path, "--port", "0"]);
        Assert.Equal(2, exitCode);
        Assert.DoesNotContain("shown at", output, StringComparison.Ordinal);
        Assert.Contains("plan.json line ", error, StringComparison.Ordinal);
        Assert.Contains("2030", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var (exitCode, output, error) = await OpenData.RunAsync(["preview", folder.Path, "--port", $"{port}"]);
        Assert.Equal((5, ""), (exitCode, output));
        Assert.Contains($"Port {port}, meant for the pages, is in use", error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private void CopySample()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryRoot.Get(), "tests", "samples", "coastal-14fyp")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var watch = Stopwatch.StartNew(); !await condition(); )
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "It did not happen within a minute.");
            await Task.Delay(100);
        }
    }

    [GeneratedRegex(@"shown at (\S+/)\.")]
    private static partial Regex Shown();
}
