using System.Globalization;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class AsOfTests(ServedPlan served)
{
    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.0.1")]
    [InlineData("1.1.0")]
    public async Task A_moment_means_the_release_that_readers_got_then(string version)
    {
        using var response = await served.App.Client.GetAsync(
            $"{ServedPlan.Plan}/indicators/green-travel-share?asOf={await PublishedAsync(version)}"
        );
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal(version, (string?)answer["release"]!["version"]);
        Assert.Equal($"{ServedPlan.Plan}@{version}/indicators/green-travel-share.json", response.Content.Headers.ContentLocation?.ToString());
        Assert.EndsWith($"{ServedPlan.Plan}@{version}/indicators/green-travel-share", (string?)answer["permalink"], StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(5), response.Headers.CacheControl!.MaxAge);
    }

    [Theory]
    [InlineData("@1", "1.1.0")]
    [InlineData("@1.0", "1.0.1")]
    public async Task Under_a_partial_pin_it_means_the_newest_that_the_pin_covers(string pin, string version) =>
        Assert.Equal(version, (string?)(await served.JsonAsync($"{ServedPlan.Plan}{pin}/toc?asOf=2999-12-31"))["release"]!["version"]);

    [Fact]
    public async Task A_date_means_all_of_that_day()
    {
        var day = DateTimeOffset.Parse(Uri.UnescapeDataString(await PublishedAsync("1.1.0")), CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Equal("1.1.0", (string?)(await served.JsonAsync($"{ServedPlan.Plan}/toc?asOf={day:yyyy-MM-dd}"))["release"]!["version"]);
    }

    [Fact]
    public async Task Before_the_first_release_there_is_nothing_and_the_problem_says_when_that_was()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/toc?asOf=2001-01-01");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, (int)response.StatusCode);
        var first = DateTimeOffset.Parse(Uri.UnescapeDataString(await PublishedAsync("1.0.0")), CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Contains($"the first one was on {first:yyyy-MM-dd'T'HH:mm:ss'Z'}", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_found_by_a_moment_leads_to_pages_of_the_same_release()
    {
        var page = await served.JsonAsync($"{ServedPlan.Plan}/paragraphs?limit=2&asOf={await PublishedAsync("1.0.0")}");
        Assert.StartsWith(ServedPlan.First, new Uri((string)page["page"]!["next"]!).AbsolutePath, StringComparison.Ordinal);
        await served.JsonAsync((string)page["page"]!["next"]!);
    }

    [Theory]
    [InlineData("2026-01-05", "2026-01-05T23:59:59.9999999Z")]
    [InlineData("2026-01-05T08:00Z", "2026-01-05T08:00:59.9999999Z")]
    [InlineData("2026-01-05T08:00:00Z", "2026-01-05T08:00:00.9999999Z")]
    [InlineData("2026-01-05T08:00:00.25+08:00", "2026-01-05T00:00:00.2599999Z")]
    [InlineData("2026-01-05T08:00:00.1234567Z", "2026-01-05T08:00:00.1234567Z")]
    [InlineData("2026-01-05T08:00:00 08:00", "2026-01-05T00:00:00.9999999Z")]
    [InlineData("2026-01-05T08:00:00-03:00", "2026-01-05T11:00:00.9999999Z")]
    [InlineData("2026-01-05T08:00-03:00", "2026-01-05T11:00:59.9999999Z")]
    [InlineData("9999-12-31", "9999-12-31T23:59:59.9999999Z")]
    public void A_date_or_date_time_is_the_end_of_what_it_is_written_to(string text, string moment) =>
        Assert.Equal(
            DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture),
            PointInTime.Parse("asOf", text, PointInTime.Side.End, "a date").Value
        );

    [Theory]
    [InlineData("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    [InlineData("yyyy-MM-dd'T'HH:mm'Z'")]
    public async Task The_second_or_minute_in_which_a_release_was_published_means_that_release(string form)
    {
        var published = DateTimeOffset.Parse(Uri.UnescapeDataString(await PublishedAsync("1.1.0")), CultureInfo.InvariantCulture).UtcDateTime;
        Assert.Equal(
            "1.1.0",
            (string?)
                (await served.JsonAsync($"{ServedPlan.Plan}/toc?asOf={published.ToString(form, CultureInfo.InvariantCulture)}"))["release"]![
                    "version"
                ]
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13-01")]
    [InlineData("2026-01-05T08:00:00")]
    [InlineData("2026-01-05 08:00:00Z")]
    [InlineData("05.01.2026")]
    [InlineData("2026-01-05T25:00:00Z")]
    [InlineData("2026-01-05T08:00:00.12345678Z")]
    public void What_leaves_room_is_refused(string text) => Assert.NotNull(PointInTime.Parse("asOf", text, PointInTime.Side.End, "a date").Error);

    private async Task<string> PublishedAsync(string version) =>
        Uri.EscapeDataString((string)(await served.JsonAsync($"{ServedPlan.Plan}/releases/{version}"))["publishedAt"]!);
}
