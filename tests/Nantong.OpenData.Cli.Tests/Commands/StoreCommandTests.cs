using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Tests.Crashes;

namespace Nantong.OpenData.Cli.Tests.Commands;

/// <summary><c>publish</c>, <c>releases</c> and <c>verify</c> as a script uses them, against a store of their own.</summary>
public sealed class StoreCommandTests : IAsyncLifetime
{
    private const string Plan = "urbanization-14fyp";
    private Azurite azurite = null!;

    public async Task InitializeAsync() => azurite = await Azurite.StartAsync();

    public async Task DisposeAsync() => await azurite.DisposeAsync();

    [Fact]
    public async Task A_plan_is_published_once_listed_and_verified()
    {
        var first = await RunAsync("publish");
        Assert.Equal(0, first.ExitCode);
        Assert.StartsWith($"Published {Plan}@1.0.0, content ", first.Output, StringComparison.Ordinal);
        Assert.Contains("  moving the pointer\n", first.Error, StringComparison.Ordinal);

        var again = await RunAsync("publish");
        Assert.Equal((0, $"Unchanged: {Plan}@1.0.0 has this content already.\n"), (again.ExitCode, again.Output));

        var list = await RunAsync("releases");
        Assert.Equal(0, list.ExitCode);
        Assert.Matches($@"(?m)^{Plan}  1\.0\.0 \*       published   20\d\d-\d\d-\d\d \d\d:\d\d:\d\dZ  ", list.Output);

        var whole = await RunAsync("verify");
        Assert.Equal(0, whole.ExitCode);
        Assert.Contains($"{Plan}@1.0.0: ", whole.Output, StringComparison.Ordinal);
        Assert.Contains("everything as the manifests say", whole.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("releases")]
    [InlineData("verify")]
    public async Task An_empty_store_is_answered_with_the_command_that_fills_it(string command)
    {
        var (exitCode, _, error) = await RunAsync(command);
        Assert.Equal(4, exitCode);
        Assert.Contains("'opendata publish' creates", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_document_on_standard_output()
    {
        var published = await JsonAsync("publish");
        Assert.Equal(("published", "1.0.0"), (published.GetProperty("outcome").GetString(), published.GetProperty("latest").GetString()));

        var release = Assert.Single((await JsonAsync("releases")).EnumerateArray());
        Assert.Equal(
            (Plan, true, "published"),
            (release.GetProperty("plan").GetString(), release.GetProperty("latest").GetBoolean(), release.GetProperty("status").GetString())
        );

        Assert.True((await JsonAsync("verify", "--plan", Plan, "--version", "1.0.0")).GetProperty("whole").GetBoolean());
    }

    [Fact]
    public async Task A_changed_plan_gets_the_version_that_its_changes_need_and_a_smaller_one_is_refused_with_the_rule()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Get(), "src", "plans", Plan)))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        await RunAsync("publish");
        var description = Path.Combine(folder.Path, "plan.json");
        await File.WriteAllTextAsync(
            description,
            (await File.ReadAllTextAsync(description)).Replace("Nantong", "The city of Nantong", StringComparison.Ordinal)
        );

        var refused = await RunAsync("publish", "--plan", folder.Path, "--version", "1.0.0");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(
            "Pass --version with 1.0.1 or higher, or leave it out.\n  patch  metadata-changed: ",
            refused.Error,
            StringComparison.Ordinal
        );

        var dry = await RunAsync("publish", "--plan", folder.Path, "--dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains($"\npatch after 1.0.0: ", dry.Output, StringComparison.Ordinal);
        Assert.StartsWith($"Would publish {Plan}@1.0.1. Nothing was stored.\n", dry.Output, StringComparison.Ordinal);

        var published = await RunAsync("publish", "--plan", folder.Path, "--message", "A clearer title");
        Assert.Equal(0, published.ExitCode);
        var list = (await JsonAsync("releases", "--plan", Plan)).EnumerateArray().ToArray();
        Assert.Equal(["1.0.1", "1.0.0"], list.Select(release => release.GetProperty("version").GetString()));
        Assert.Equal([true, false], list.Select(release => release.GetProperty("latest").GetBoolean()));
        Assert.Equal("A clearer title", list[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Releases_are_compared_deprecated_and_withdrawn_and_a_roll_back_is_a_new_release()
    {
        using var folders = PlanFolders.OfRealPlan();
        await RunAsync("publish");
        await RunAsync("publish", "--plan", folders.WriteCorrected(Plan));

        var text = await RunAsync("diff", "1.0.0..1.0.1");
        Assert.Equal(0, text.ExitCode);
        Assert.Contains("modified  patch  indicator green-travel-share /label/en  (metadata-changed)\n", text.Output, StringComparison.Ordinal);
        Assert.Equal("metadata-changed", (await JsonAsync("diff", "1.0.1..1.0.0")).GetProperty("changes")[0].GetProperty("rule").GetString());
        var patch = JsonSerializer.Deserialize<JsonElement>((await RunAsync("diff", "1.0.0..1.0.1", "--patch")).Output);
        Assert.Contains(patch.EnumerateArray(), operation => operation.GetProperty("path").GetString() == "/indicators/green-travel-share/label/en");
        Assert.Equal(2, (await RunAsync("diff", "1.0.0..9.0.0")).ExitCode);

        var deprecated = await RunAsync(
            "deprecate",
            "--plan",
            Plan,
            "--version",
            "1.0.0",
            "--reason",
            "Superseded",
            "--replacement",
            "1.0.1",
            "--sunset",
            "2099-01-31"
        );
        Assert.Equal((0, $"{Plan}@1.0.0 is now deprecated: Superseded\n"), (deprecated.ExitCode, deprecated.Output));
        Assert.Contains("(Superseded; use 1.0.1; ends 2099-01-31)", (await RunAsync("releases")).Output, StringComparison.Ordinal);
        var withdrawn = await RunAsync(
            "withdraw",
            "--plan",
            Plan,
            "--version",
            "1.0.1",
            "--reason",
            "Wrong after all",
            "--replacement",
            "1.0.0",
            "--json"
        );
        Assert.Equal("withdrawn", JsonSerializer.Deserialize<JsonElement>(withdrawn.Output).GetProperty("status").GetString());
        Assert.Contains($"{Plan}@1.0.1 is named as the replacement of 1.0.0.", withdrawn.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync("deprecate", "--plan", Plan, "--version", "1.0.1", "--reason", "x")).ExitCode);

        var back = await RunAsync("publish", "--message", "Back to the words of 1.0.0");
        Assert.Contains($"Published {Plan}@1.0.2, ", back.Output, StringComparison.Ordinal);
        Assert.Equal("0 changes, 0 breaking: none", (await RunAsync("diff", "1.0.0..1.0.2")).Output.Trim());
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_the_exit_code_says_so()
    {
        await RunAsync("publish");
        var blob = new BlobServiceClient(azurite.ConnectionString, new(BlobClientOptions.ServiceVersion.V2025_11_05))
            .GetBlobContainerClient("releases")
            .GetBlobClient($"{Plan}/1.0.0/indicators.csv");
        await blob.UploadAsync(BinaryData.FromString("seq,id\n"), overwrite: true);

        var (exitCode, _, error) = await RunAsync("verify");
        Assert.Equal(1, exitCode);
        Assert.Contains(
            "indicators.csv",
            error.Split('\n').First(line => line.StartsWith("error:", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_missing_row_is_named_and_the_exit_code_says_so()
    {
        await RunAsync("publish");
        var nodes = new TableServiceClient(azurite.ConnectionString).GetTableClient("nodes");
        var row = await nodes.QueryAsync<TableEntity>().FirstAsync();
        await nodes.DeleteEntityAsync(row.PartitionKey, row.RowKey);

        var (exitCode, _, error) = await RunAsync("verify", "--plan", Plan);
        Assert.Equal(1, exitCode);
        Assert.Contains($"error: {Plan}@1.0.0: ", error, StringComparison.Ordinal);
        Assert.Contains("nodes", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_the_store_does_not_hold_is_refused_with_those_it_holds()
    {
        await RunAsync("publish");
        foreach (var command in new[] { "releases", "verify" })
        {
            var (exitCode, _, error) = await RunAsync(command, "--plan", "urbanisation");
            Assert.Equal(2, exitCode);
            Assert.Contains($"no plan 'urbanisation'.\nIt holds {Plan}.", error, StringComparison.Ordinal);
        }

        var unknown = await RunAsync("verify", "--plan", Plan, "--version", "9.0.0");
        Assert.Equal(2, unknown.ExitCode);
        Assert.Contains("It holds 1.0.0.", unknown.Error, StringComparison.Ordinal);
    }

    private Task<(int ExitCode, string Output, string Error)> RunAsync(string command, params string[] arguments) =>
        OpenData.RunAsync([command, .. arguments], ("OpenDataStorage", azurite.ConnectionString));

    private async Task<JsonElement> JsonAsync(string command, params string[] arguments)
    {
        var (exitCode, output, _) = await RunAsync(command, [.. arguments, "--json"]);
        Assert.Equal(0, exitCode);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }
}
