using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class PinTests(ServedPlan served)
{
    [Theory]
    [InlineData("", "1.1.0", false)]
    [InlineData("@1", "1.1.0", false)]
    [InlineData("@1.0", "1.0.1", false)]
    [InlineData("@1.0.1", "1.0.1", true)]
    [InlineData("@1.0.0", "1.0.0", true)]
    public async Task A_pin_means_the_newest_release_that_it_covers_and_only_an_exact_one_is_kept_for_ever(string pin, string version, bool immutable)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}{pin}/indicators/green-travel-share");
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(version, (string?)body["release"]!["version"]);
        Assert.Equal(
            version != "1.0.0" ? "Share of green trips in the central urban area" : "Share of trips made by green modes in the central urban area",
            (string?)body["label"]!["en"]
        );
        Assert.Equal($"{ServedPlan.Plan}@{version}/indicators/green-travel-share.json", response.Content.Headers.ContentLocation?.ToString());
        Assert.Equal(immutable, response.Headers.CacheControl!.ToString().Contains("immutable", StringComparison.Ordinal));
        Assert.Equal(immutable ? TimeSpan.FromDays(365) : TimeSpan.FromMinutes(5), response.Headers.CacheControl.MaxAge);
    }

    [Fact]
    public async Task The_same_bytes_go_out_under_the_moving_address_and_the_pinned_one() =>
        Assert.Equal(
            await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/toc"),
            await served.App.Client.GetStringAsync($"{ServedPlan.Latest}/toc")
        );

    [Fact]
    public async Task What_may_change_under_a_pin_is_not_kept_for_ever()
    {
        foreach (var below in new[] { "/releases", "/releases/1.0.0", "/aggregates" })
        {
            using var response = await served.App.Client.GetAsync(ServedPlan.First + below);
            Assert.Equal(TimeSpan.FromMinutes(5), response.Headers.CacheControl!.MaxAge);
        }
    }

    [Theory]
    [InlineData("/text/ch5.s5.p2", "/text/ch5/s5/p2", ".json")]
    [InlineData("/text/ch5/s5/p2/", "/text/ch5/s5/p2", ".json")]
    [InlineData("/text/table1.note", "/text/table1/note", ".json")]
    [InlineData("/text/ch5.s5.p2/links", "/text/ch5/s5/p2/links", ".json")]
    [InlineData("/text/ch5/s5/p2/links", "/text/ch5/s5/p2/links", ".json")]
    [InlineData("/columns/col4", "/columns/4", ".json")]
    [InlineData("/columns/4/", "/columns/4", ".json")]
    public async Task However_a_resource_is_spelled_its_permalink_is_one(string asked, string below, string extension)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + asked);
        Assert.EndsWith(
            ServedPlan.Latest + below,
            (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["permalink"],
            StringComparison.Ordinal
        );
        Assert.Equal(ServedPlan.Latest + below + extension, response.Content.Headers.ContentLocation?.ToString());
    }

    [Theory]
    [InlineData("", "application/json", "")]
    [InlineData(".json", "text/html", ".json")]
    public async Task The_exact_pin_of_a_plan_is_an_address_that_paths_can_follow(string asked, string accept, string extension)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ServedPlan.Plan + asked);
        request.Headers.Add("Accept", accept);
        using var response = await served.App.Client.SendAsync(request);
        Assert.Equal(ServedPlan.Latest + extension, response.Content.Headers.ContentLocation?.ToString());
    }

    [Theory]
    [InlineData("/V1/plans", "/v1/plans")]
    [InlineData(ServedPlan.Plan + "/TEXT/ch5", ServedPlan.Plan + "/text/ch5")]
    [InlineData("/Health/live", "/health/live")]
    public async Task Words_of_an_address_have_one_case(string asked, string meant)
    {
        using var response = await served.App.Client.GetAsync(asked);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((404, "unknown-route"), ((int)response.StatusCode, (string?)problem["code"]));
        Assert.Equal([meant], problem["didYouMean"]!.AsArray().Select(path => (string?)path));
    }

    [Fact]
    public async Task A_mistyped_plan_is_told_what_was_meant()
    {
        using var response = await served.App.Client.GetAsync("/v1/plans/urbanisation-14fyp/toc");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(["urbanization-14fyp"], problem["didYouMean"]!.AsArray().Select(id => (string?)id));
        Assert.Equal(["urbanization-14fyp"], problem["errors"]![0]!["allowed"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public async Task An_unknown_release_is_told_the_known_ones()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}@3.1/toc");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(["1.1.0", "1.0.1", "1.0.0"], problem["errors"]![0]!["allowed"]!.AsArray().Select(version => (string?)version));
    }
}
