using System.Text.Json.Nodes;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

public sealed class ReleaseLifeTests : IAsyncLifetime
{
    private const string Plan = "urbanization-14fyp";
    private static readonly DateTimeOffset Since = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly ReleaseVersion Second = new(1, 0, 1);

    private LiveStore live = null!;
    private RunningApp app = null!;

    public async Task InitializeAsync()
    {
        live = await LiveStore.StartAsync();
        await live.PublishAsync(RealPlan.With(ServedPlan.Correction));
        app = await live.ServeAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await live.DisposeAsync();
    }

    [Fact]
    public async Task A_deprecated_release_is_served_and_tells_its_readers_to_move_on()
    {
        await live.DeprecateAsync(Plan, ReleaseVersion.First, new StatusNote(Since, "A unit was misread.", Second, Since.AddYears(1)));
        using var first = await app.AskUntilAsync($"{ServedPlan.First}/toc", (response, _) => response.Headers.Contains("Deprecation"));
        foreach (var below in new[] { "/toc", "/text/ch5.md", "/files/indicators.csv", "/document" })
        {
            using var response = await app.Client.GetAsync(ServedPlan.First + below);
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal($"@{Since.ToUnixTimeSeconds()}", response.Headers.GetValues("Deprecation").Single());
            Assert.Equal("Tue, 05 Jan 2027 08:00:00 GMT", response.Headers.GetValues("Sunset").Single());
            Assert.Contains(
                response.Headers.GetValues("Link").SelectMany(link => link.Split(", ")),
                link => link.EndsWith($"{ServedPlan.Plan}/releases/1.0.0>; rel=\"deprecation\"", StringComparison.Ordinal)
            );
            Assert.Equal(TimeSpan.FromMinutes(5), response.Headers.CacheControl!.MaxAge);
        }

        var body = JsonNode.Parse(await first.Content.ReadAsStringAsync())!;
        Assert.Equal("Release 1.0.0 is deprecated: A unit was misread. Use release 1.0.1.", (string?)body["warnings"]![0]!["message"]);
        using var latest = await app.Client.GetAsync($"{ServedPlan.Plan}/toc");
        Assert.False(latest.Headers.Contains("Deprecation"));
    }

    [Fact]
    public async Task A_withdrawn_release_is_gone_but_what_is_known_of_it_stays()
    {
        await live.WithdrawAsync(Plan, ReleaseVersion.First, new StatusNote(DateTimeOffset.UtcNow, "It held another text.", Second, null));
        using var gone = await app.AskUntilAsync($"{ServedPlan.First}/toc", (response, _) => (int)response.StatusCode == 410);
        var problem = JsonNode.Parse(await gone.Content.ReadAsStringAsync())!;
        Assert.Equal(
            ("release-withdrawn", "It held another text.", "1.0.1"),
            ((string?)problem["code"], (string?)problem["reason"], (string?)problem["replacement"])
        );

        foreach (var (_, link) in problem["links"]!.AsObject())
            Assert.Equal(200, await StatusAsync((string)link!));
        var release = JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/releases/1.0.0"))!;
        Assert.Equal(("withdrawn", "It held another text."), ((string?)release["status"], (string?)release["note"]!["reason"]));
        Assert.Equal(200, await StatusAsync($"{ServedPlan.First}/releases/1.0.0"));
        Assert.Equal(410, await StatusAsync($"{ServedPlan.Plan}/changes/1.0.0..1.0.1"));
        Assert.Equal(200, await StatusAsync($"{ServedPlan.Plan}/toc"));

        var published = (string)release["publishedAt"]!;
        Assert.Equal(410, await StatusAsync($"{ServedPlan.Plan}/toc?asOf={Uri.EscapeDataString(published)}")); // what readers got then
    }

    [Fact]
    public async Task Nothing_leads_to_a_withdrawn_release_where_a_neighbour_is_meant()
    {
        var third = await live.PublishAsync(RealPlan.With([.. ServedPlan.Correction, .. ServedPlan.Amendment]));
        using (await app.AskUntilAsync(ServedPlan.Plan, (_, body) => body.Contains($"\"version\":\"{third}\"", StringComparison.Ordinal))) { }
        await live.WithdrawAsync(Plan, Second, new StatusNote(Since, "A unit was misread.", third, null));
        using (await app.AskUntilAsync($"{ServedPlan.Patched}/toc", (response, _) => (int)response.StatusCode == 410)) { }

        var release = JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/releases/{third}"))!;
        var changes = new Uri((string)release["links"]!["changes"]!).AbsolutePath;
        Assert.Equal($"{ServedPlan.Plan}/changes/1.0.0..{third}", changes);
        Assert.Equal(200, await StatusAsync(changes));

        var atom = await app.Client.GetStringAsync($"{ServedPlan.Plan}/changes.atom");
        Assert.Contains($"/changes/1.0.0..{third}", atom, StringComparison.Ordinal);
        Assert.DoesNotContain($"1.0.1..{third}", atom, StringComparison.Ordinal);
        Assert.DoesNotContain("1.0.0..1.0.1", atom, StringComparison.Ordinal);

        foreach (var below in new[] { "/toc", "/files/indicators.csv", "/document" })
        {
            using var response = await app.Client.GetAsync($"{ServedPlan.Plan}@{third}{below}");
            Assert.Contains(
                response.Headers.GetValues("Link").SelectMany(link => link.Split(", ")),
                link => link.EndsWith($"{ServedPlan.First}{below}>; rel=\"predecessor-version\"", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Without_a_pin_the_newest_release_that_is_not_withdrawn_answers_and_of_none_left_the_history_does()
    {
        using var before = await app.Client.GetAsync($"{ServedPlan.Plan}/toc");
        var seen = before.Content.Headers.LastModified!.Value;
        // Dates of HTTP know no parts of a second.
        await Task.Delay(seen.AddSeconds(1) - DateTimeOffset.UtcNow is { Ticks: > 0 } rest ? rest : TimeSpan.Zero);
        await live.WithdrawAsync(Plan, Second, new StatusNote(Since, "Published by mistake.", ReleaseVersion.First, null));
        using (await app.AskUntilAsync(ServedPlan.Plan, (_, body) => body.Contains("\"version\":\"1.0.0\"", StringComparison.Ordinal))) { }
        using var older = await app.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/toc", ("If-Modified-Since", seen.ToString("R")));
        Assert.Equal(200, (int)older.StatusCode); // an older release than before, under a newer date
        Assert.True(older.Content.Headers.LastModified > seen);

        await live.WithdrawAsync(Plan, ReleaseVersion.First, new StatusNote(Since, "Nothing is left.", null, null));
        using (await app.AskUntilAsync($"{ServedPlan.Plan}/toc", (response, _) => (int)response.StatusCode == 410)) { }

        foreach (var below in new[] { "/releases", "/releases/1.0.1", "/changes", "/changes.atom", "/changes.feed.json" })
            Assert.Equal(200, await StatusAsync(ServedPlan.Plan + below));
    }

    [Fact]
    public async Task When_the_newest_release_is_withdrawn_both_feeds_say_so_and_nobody_is_sent_to_it()
    {
        await live.DeprecateAsync(Plan, ReleaseVersion.First, new StatusNote(Since, "A unit was misread.", Second, null));
        using (await app.AskUntilAsync($"{ServedPlan.First}/toc", (response, _) => response.Headers.Contains("Deprecation"))) { }
        var before = await EntryAsync();
        await live.WithdrawAsync(Plan, Second, new StatusNote(DateTimeOffset.UtcNow.AddMinutes(1), "Published by mistake.", null, null));
        using (await app.AskUntilAsync(ServedPlan.Plan, (_, body) => body.Contains("\"version\":\"1.0.0\"", StringComparison.Ordinal))) { }

        var after = await EntryAsync();
        Assert.Equal((string?)before["id"], (string?)after["id"]);
        Assert.True((DateTimeOffset)after["date_modified"]! > (DateTimeOffset)before["date_modified"]!);
        Assert.Contains("Published by mistake.", (string?)after["content_text"], StringComparison.Ordinal);
        Assert.Contains("withdrawn", after["tags"]!.AsArray().Select(tag => (string?)tag));
        var atom = await app.Client.GetStringAsync($"{ServedPlan.Plan}/changes.atom");
        Assert.Contains($"<id>{(string?)after["id"]}</id>", atom, StringComparison.Ordinal);
        Assert.Contains("Published by mistake.", atom, StringComparison.Ordinal);

        var toc = JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/toc"))!;
        Assert.Equal(
            "Release 1.0.0 is deprecated: A unit was misread. Its replacement 1.0.1 was withdrawn, too.",
            (string?)toc["warnings"]![0]!["message"]
        );
        var release = JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/releases/1.0.0"))!;
        Assert.Null(release["note"]!["replacement"]);
        Assert.Null(release["links"]!["replacement"]);
    }

    [Fact]
    public async Task Readers_are_led_along_replacements_to_the_first_that_is_served()
    {
        var third = await live.PublishAsync(RealPlan.With([.. ServedPlan.Correction, .. ServedPlan.Amendment]));
        await live.WithdrawAsync(Plan, ReleaseVersion.First, new StatusNote(Since, "A unit was misread.", Second, null));
        await live.WithdrawAsync(Plan, Second, new StatusNote(Since, "Another, too.", third, null));
        using var gone = await app.AskUntilAsync(
            $"{ServedPlan.First}/toc",
            (response, body) => (int)response.StatusCode == 410 && body.Contains($"@{third}", StringComparison.Ordinal)
        );
        var problem = JsonNode.Parse(await gone.Content.ReadAsStringAsync())!;
        Assert.Equal($"{third}", (string?)problem["replacement"]);
        Assert.Equal(200, await StatusAsync((string)problem["links"]!["replacement"]!));
        var release = JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/releases/1.0.0"))!;
        Assert.Equal($"{third}", (string?)release["note"]!["replacement"]);
    }

    /// <summary>The entry of 1.0.1 in the JSON Feed.</summary>
    private async Task<JsonNode> EntryAsync() =>
        JsonNode.Parse(await app.Client.GetStringAsync($"{ServedPlan.Plan}/changes.feed.json"))!["items"]!
            .AsArray()
            .Single(item => ((string)item!["id"]!).EndsWith("@1.0.1", StringComparison.Ordinal))!;

    private async Task<int> StatusAsync(string path)
    {
        using var response = await app.Client.GetAsync(path);
        return (int)response.StatusCode;
    }
}
