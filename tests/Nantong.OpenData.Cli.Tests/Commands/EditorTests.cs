using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Cli.Tests.Commands;

/// <summary>The editor's way from a text to a plan that can be published: <c>new</c>, <c>check</c>, and what is confirmed between them.</summary>
public sealed class EditorTests
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    [Fact]
    public async Task From_a_text_to_a_plan_by_new_check_and_confirming()
    {
        using var folder = new TemporaryFolder();
        var plan = Path.Combine(folder.Path, "coastal-14fyp");
        var made = await OpenData.RunAsync(["new", "coastal-14fyp", "--from", Path.Combine(Samples, "coastal-14fyp", "source.txt"), "--into", plan]);
        Assert.Equal((0, ""), (made.ExitCode, made.Error));
        string[] files =
        [
            "README.md",
            "commitments.json",
            "commitments.schema.json",
            "errata.json",
            "errata.schema.json",
            "places.json",
            "places.schema.json",
            "plan.json",
            "plan.schema.json",
            "source.txt",
        ];
        Assert.Equal(files, Directory.EnumerateFiles(plan).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

        var proposed = await OpenData.RunAsync(["check", plan]);
        Assert.Equal(2, proposed.ExitCode);
        Assert.Contains("$.layout.joins: confirmed", proposed.Output, StringComparison.Ordinal);
        Assert.Contains("逐步完 ¦ 善", proposed.Output, StringComparison.Ordinal);

        var document = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(plan, "plan.json")))!;
        Assert.Equal("plan.schema.json", document["$schema"]!.GetValue<string>());
        document["layout"]!["joins"] = "confirmed";
        await File.WriteAllTextAsync(Path.Combine(plan, "plan.json"), document.ToJsonString());

        var confirmed = await OpenData.RunAsync(["check", plan, "--json"]);
        var report = JsonSerializer.Deserialize<JsonElement>(confirmed.Output);
        Assert.True(confirmed.ExitCode == 0, confirmed.Output);
        Assert.True(report.GetProperty("publishable").GetBoolean());
        Assert.Equal(6, report.GetProperty("indicators").GetArrayLength());

        var dry = await OpenData.RunAsync(["publish", "--dry-run", "--plan", plan]);
        Assert.True(dry.ExitCode == 0, dry.Error);
        Assert.Contains("warning: plan.json line ", dry.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("coastal-14fyp")]
    [InlineData("water-14fyp")]
    [InlineData("transport-14fyp")]
    public async Task A_sample_of_another_layout_passes_the_check_and_becomes_a_release(string id)
    {
        var check = await OpenData.RunAsync(["check", Path.Combine(Samples, id)]);
        Assert.True(check.ExitCode == 0, check.Output);
        var dry = await OpenData.RunAsync(["publish", "--dry-run", "--plan", Path.Combine(Samples, id)]);
        Assert.True(dry.ExitCode == 0, dry.Error);
        Assert.DoesNotContain("新型城镇化", dry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_there_is_not_overwritten_and_an_id_must_be_one()
    {
        using var folder = new TemporaryFolder();
        var source = Path.Combine(Samples, "water-14fyp", "source.txt");
        var there = await OpenData.RunAsync(["new", "water-14fyp", "--from", source, "--into", folder.Path]);
        Assert.Equal(2, there.ExitCode);
        Assert.Contains("nothing is overwritten", there.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await OpenData.RunAsync(["new", "Water Plan", "--from", source])).ExitCode);
    }

    [Fact]
    public async Task A_check_tells_every_fault_and_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Samples, "base-14fyp")))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        var source = Path.Combine(folder.Path, "source.txt");
        await File.WriteAllTextAsync(
            source,
            (await File.ReadAllTextAsync(source))
                .Replace("≥85", "八五", StringComparison.Ordinal)
                .Replace("（万吨）", "（亿吨）", StringComparison.Ordinal)
        );

        var (exitCode, output, _) = await OpenData.RunAsync(["check", folder.Path, "--json"]);

        Assert.Equal(2, exitCode);
        var faults = JsonSerializer
            .Deserialize<JsonElement>(output)
            .GetProperty("faults")
            .EnumerateArray()
            .Select(fault => fault.GetProperty("where").GetString())
            .ToList();
        Assert.Equal(["source.txt line 40", "source.txt line 41"], faults);
    }
}
