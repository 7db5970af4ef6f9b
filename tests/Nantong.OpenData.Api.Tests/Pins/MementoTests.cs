using System.Globalization;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Pins;

[Collection(nameof(ServedPlan))]
public sealed class MementoTests(ServedPlan served)
{
    private const string Gate = ServedPlan.Plan + "/toc";

    [Fact]
    public async Task A_date_leads_to_what_readers_got_then()
    {
        var published = await PublishedAsync("1.0.1");
        using var response = await served.App.SendAsync(HttpMethod.Get, Gate, ("Accept-Datetime", published.ToString("R")));
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains((string?)answer["release"]!["version"], new[] { "1.0.1", "1.1.0" }); // 1.1.0 where it came in the same second
        Assert.Equal(
            (await PublishedAsync((string)answer["release"]!["version"]!)).ToString("R"),
            response.Headers.GetValues("Memento-Datetime").Single()
        );
        Assert.Contains("Accept-Datetime", response.Headers.Vary);
        Assert.EndsWith($"@{answer["release"]!["version"]}/toc.json", response.Content.Headers.ContentLocation?.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Gate}>; rel=\"original timegate\"", Links(response), StringComparison.Ordinal);
        Assert.Contains($"{ServedPlan.Plan}/releases>; rel=\"timemap\"", Links(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT", "1.0.0")]
    [InlineData("Tue, 01 Jan 2999 00:00:00 GMT", "1.1.0")]
    public async Task Before_the_first_release_the_first_is_meant_and_after_the_last_the_last(string date, string version)
    {
        for (var time = 0; time < 2; time++)
        {
            using var response = await served.App.SendAsync(HttpMethod.Get, Gate, ("Accept-Datetime", date));
            Assert.Equal(version, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["release"]!["version"]);
        }
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-01-05T08:00:00Z")]
    [InlineData("Mon, 5 Jan 2026 08:00:00 GMT")]
    [InlineData("Tue, 05 Jan 2026 08:00:00 GMT")] // it was a Monday
    [InlineData("Mon, 05 Jan 2026 08:00:00 +0000")]
    [InlineData("mon, 05 jan 2026 08:00:00 gmt")]
    [InlineData("Mon, 05 Jan 2026 08:00 GMT")]
    [InlineData("Mon,  05 Jan 2026 08:00:00 GMT")]
    [InlineData("Mon, 05 Jan 2026 08:00:00 GMT, Mon, 05 Jan 2026 08:00:00 GMT")]
    public async Task What_is_no_http_date_is_refused_and_the_header_named(string date)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, Gate, ("Accept-Datetime", date));
        Assert.Equal(400, (int)response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        Assert.Equal(("Accept-Datetime", date), ((string?)error["parameter"], (string?)error["found"] ?? date));
    }

    [Theory]
    [InlineData("Monday, 01-Jan-01 00:00:00 GMT")]
    [InlineData("Mon Jan  1 00:00:00 2001")]
    public async Task The_two_old_forms_of_a_date_are_understood(string date)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, Gate, ("Accept-Datetime", date));
        Assert.Equal("1.0.0", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["release"]!["version"]);
    }

    [Fact]
    public async Task An_exact_address_is_a_memento_whatever_the_header_says_and_does_not_vary_by_it()
    {
        using var response = await served.App.SendAsync(
            HttpMethod.Get,
            ServedPlan.First + "/toc",
            ("Accept-Datetime", "Tue, 01 Jan 2999 00:00:00 GMT")
        );
        Assert.Equal((await PublishedAsync("1.0.0")).ToString("R"), response.Headers.GetValues("Memento-Datetime").Single());
        Assert.DoesNotContain("Accept-Datetime", response.Headers.Vary);
        Assert.Contains($"{Gate}>; rel=\"original timegate\"", Links(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_moment_in_the_address_wins_over_the_header()
    {
        using var response = await served.App.SendAsync(
            HttpMethod.Get,
            $"{Gate}?asOf=2999-12-31",
            ("Accept-Datetime", "Mon, 01 Jan 2001 00:00:00 GMT")
        );
        Assert.Equal("1.1.0", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["release"]!["version"]);
    }

    private static string Links(HttpResponseMessage response) => string.Join(", ", response.Headers.GetValues("Link"));

    private async Task<DateTimeOffset> PublishedAsync(string version) =>
        DateTimeOffset.Parse((string)(await served.JsonAsync($"{ServedPlan.Plan}/releases/{version}"))["publishedAt"]!, CultureInfo.InvariantCulture);
}
