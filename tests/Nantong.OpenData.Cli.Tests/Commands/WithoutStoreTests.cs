using System.Text.Json;

namespace Nantong.OpenData.Cli.Tests.Commands;

public sealed class WithoutStoreTests
{
    private const string NobodyListens =
        "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AAAA;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:1/a;";

    [Theory]
    [InlineData("publish")]
    [InlineData("releases")]
    [InlineData("verify")]
    public async Task A_store_that_does_not_answer_has_an_exit_code_of_its_own(string command)
    {
        var (exitCode, output, error) = await OpenData.RunAsync([command, "--store", NobodyListens]);
        Assert.Equal((4, ""), (exitCode, output));
        Assert.Contains("error: The store does not answer: Connection refused", error, StringComparison.Ordinal);
        Assert.DoesNotContain("AAAA", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No store is named")]
    [InlineData("--store is not a connection string", "--store", "nonsense")]
    [InlineData("belong together", "--table-uri", "https://a.table.core.windows.net")]
    public async Task A_store_that_is_not_named_properly_is_bad_input(string named, params string[] arguments)
    {
        var (exitCode, _, error) = await OpenData.RunAsync(["releases", .. arguments]);
        Assert.Equal(2, exitCode);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_begins_with_its_verdict_lists_files_where_asked_and_needs_no_store()
    {
        var (exitCode, output, _) = await OpenData.RunAsync(["publish", "--dry-run", "--files"]);
        Assert.Equal(0, exitCode);
        Assert.StartsWith("Would publish urbanization-14fyp@1.0.0, the first release. Nothing was stored.\n", output, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^[0-9a-f]{64}  +\d+  indicators\.csv$", output);

        var plain = await OpenData.RunAsync(["publish", "--dry-run"]);
        Assert.Matches(@"^Would publish .*\nContent [0-9a-f]{64}: \d+ files, \d+ rows; --files lists them\n$", plain.Output);

        var json = await OpenData.RunAsync(["publish", "--dry-run", "--json"]);
        Assert.Equal("1.0.0", JsonSerializer.Deserialize<JsonElement>(json.Output).GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_hashes_in_another_time_zone_culture_folder_and_current_directory()
    {
        var here = await OpenData.RunAsync(
            ["publish", "--dry-run", "--json"],
            ("TZ", "Asia/Shanghai"),
            ("LANG", "zh_CN.UTF-8"),
            ("LC_ALL", "zh_CN.UTF-8")
        );
        using var folder = new TemporaryFolder();
        var plan = Directory.CreateDirectory(Path.Combine(folder.Path, "规划")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp")))
            File.Copy(file, Path.Combine(plan, Path.GetFileName(file)));
        var elsewhere = await OpenData.RunInAsync(
            folder.Path,
            ["publish", "--dry-run", "--json", "--plan", "规划"],
            ("TZ", "America/St_Johns"),
            ("LANG", "de_DE.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
            ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "false")
        );

        Assert.Equal((0, 0), (here.ExitCode, elsewhere.ExitCode));
        Assert.Equal(here.Output, elsewhere.Output); // the manifest: every file and table by its hash
    }

    [Fact]
    public async Task A_plan_that_breaks_a_rule_is_refused_by_file_and_line()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "plan.json", "errata.json", "source.txt" })
            await File.WriteAllTextAsync(Path.Combine(folder.Path, name), "{}");
        var (exitCode, _, error) = await OpenData.RunAsync(["publish", "--dry-run", "--plan", folder.Path]);
        Assert.Equal(2, exitCode);
        Assert.Contains("plan.json", error, StringComparison.Ordinal);

        File.Delete(Path.Combine(folder.Path, "source.txt"));
        var missing = await OpenData.RunAsync(["publish", "--dry-run", "--plan", folder.Path]);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains(Path.Combine(folder.Path, "source.txt"), missing.Error, StringComparison.Ordinal);

        using (var large = File.Create(Path.Combine(folder.Path, "observations.csv")))
            large.SetLength((64L << 20) + 1); // not read, so that it need not be written
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "source.txt"), "{}");
        var tooLarge = await OpenData.RunAsync(["publish", "--dry-run", "--plan", folder.Path]);
        Assert.Equal(2, tooLarge.ExitCode);
        Assert.Contains("observations.csv: found '67108865 bytes', expected a file of at most 64 MiB", tooLarge.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_of_a_plan_are_told_in_one_run_without_a_stack()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        await ReplaceAsync("source.txt", "规划基础", "规划\uFFFF基础");
        await ReplaceAsync("plan.json", "\"en\": \"", "\"en\": \"a\\ud800 of ");
        const string Rows =
            "urbanization-rate,nantong,2021,1 234,A,x,\nurbanization-rate,nantong,2022,abc,A,x,\nno-such\u200B,nantong,2023,71,A,x,\n";
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "observations.csv"), "indicator,area,year,value,status,source,note\n" + Rows);

        var (exitCode, _, error) = await OpenData.RunAsync(["publish", "--dry-run", "--plan", folder.Path]);

        Assert.Equal(2, exitCode);
        Assert.Contains("5 faults.", error, StringComparison.Ordinal);
        string[] told =
        [
            "source.txt line 21 column 5: found 'U+FFFF",
            "found 'U+D800",
            "observations.csv line 2",
            "observations.csv line 3",
            "observations.csv line 4",
            "U+200B",
        ];
        Assert.All(told, place => Assert.Contains(place, error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);

        async Task ReplaceAsync(string name, string old, string now)
        {
            var path = Path.Combine(folder.Path, name);
            var text = await File.ReadAllTextAsync(path);
            var at = text.IndexOf(old, StringComparison.Ordinal);
            await File.WriteAllTextAsync(path, text[..at] + now + text[(at + old.Length)..]);
        }
    }

    [Fact]
    public async Task A_message_that_a_format_cannot_carry_is_bad_input()
    {
        var (exitCode, _, error) = await OpenData.RunAsync(["publish", "--dry-run", "--message", "a\u0007b"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("U+0007 BELL", error, StringComparison.Ordinal);
    }
}
