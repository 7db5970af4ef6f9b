using System.Text.Json.Nodes;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

/// <summary>A process that starts over a store that has lost the row of a release: it cannot serve it, and says so wherever it was meant.</summary>
public sealed class MissingReleaseTests
{
    [Fact]
    public async Task Lists_moving_pins_and_looks_back_say_that_a_release_is_missing_and_an_exact_one_is_served_as_ever()
    {
        await using var live = await LiveStore.StartAsync();
        await live.PublishAsync(RealPlan.With(ServedPlan.Correction));
        await live.Tables("releases").DeleteEntityAsync("urbanization-14fyp", new ReleaseVersion(1, 0, 1).SortKey);
        await using var app = await live.ServeAsync();
        using (await app.AskUntilAsync("/v1/status", (_, body) => body.Contains("\"damaged\"", StringComparison.Ordinal))) { }

        Assert.Equal(["release-damaged"], (await WarningsAsync(app, $"{ServedPlan.Plan}/toc")).Where(code => code is "release-damaged"));
        Assert.Contains("release-damaged", await WarningsAsync(app, $"{ServedPlan.Plan}@1.0/indicators"));
        Assert.Contains("release-damaged", await WarningsAsync(app, $"{ServedPlan.Plan}@1/indicators"));
        Assert.Contains("releases-damaged", await WarningsAsync(app, $"{ServedPlan.Plan}/releases"));
        Assert.Contains("releases-damaged", await WarningsAsync(app, $"{ServedPlan.First}/releases"));
        Assert.Contains("releases-damaged", await WarningsAsync(app, $"{ServedPlan.Plan}/changes"));
        Assert.Contains("releases-damaged", await WarningsAsync(app, $"{ServedPlan.Plan}/toc?asOf=2999-12-31"));
        Assert.Empty(await WarningsAsync(app, $"{ServedPlan.First}/toc"));
        using var missing = await app.Client.GetAsync($"{ServedPlan.Patched}/toc");
        Assert.Equal(503, (int)missing.StatusCode);
    }

    private static async Task<IEnumerable<string>> WarningsAsync(RunningApp app, string path) =>
        JsonNode.Parse(await app.Client.GetStringAsync(path))!["warnings"]!.AsArray().Select(warning => (string)warning!["code"]!);
}
