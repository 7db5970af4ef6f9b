using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.JsonPatch.SystemTextJson;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class ChangeTests(ServedPlan served)
{
    [Fact]
    public async Task The_log_tells_the_newest_release_first()
    {
        var log = Items(await served.JsonAsync($"{ServedPlan.Plan}/changes?limit=500"));
        Assert.Equal(["1.1.0", "1.0.1"], log.Select(change => (string?)change["release"]).Distinct());
        Assert.Contains(
            log,
            change => (string?)change["release"] == "1.1.0" && (string?)change["op"] == "added" && (string?)change["target"]!["type"] == "node"
        );
        var unit = Assert.Single(log, change => (string?)change["path"] == "/unit/label");
        Assert.Equal(
            ("m²", "平方米", "patch", "e-0002"),
            ((string?)unit["from"], (string?)unit["to"], (string?)unit["severity"], (string?)unit["reason"])
        );
    }

    [Theory]
    [InlineData("since=1.0.0", new[] { "1.1.0", "1.0.1" })]
    [InlineData("since=1.0.1", new[] { "1.1.0" })]
    [InlineData("since=1.1.0", new string[0])]
    [InlineData("since=2001-01-01", new[] { "1.1.0", "1.0.1" })]
    [InlineData("since=2999-01-01T00:00:00Z", new string[0])]
    public async Task Since_leaves_out_what_came_before(string query, string[] releases) =>
        Assert.Equal(
            releases,
            Items(await served.JsonAsync($"{ServedPlan.Plan}/changes?limit=500&{query}")).Select(change => (string)change["release"]!).Distinct()
        );

    [Theory]
    [InlineData("since=1.0.0")]
    [InlineData("since=1.0.1")]
    [InlineData("since=2001-01-01&kind=source")]
    public async Task Facets_count_the_log_since_the_same_moment(string query) =>
        Assert.Equal(
            (int)(await served.JsonAsync($"{ServedPlan.Plan}/changes?limit=0&{query}"))["page"]!["total"]!,
            (int)(await served.JsonAsync($"{ServedPlan.Plan}/changes/facets?{query}"))["total"]!
        );

    [Fact]
    public async Task Since_the_moment_of_a_release_leaves_that_release_out()
    {
        var moment = (string)(await served.JsonAsync($"{ServedPlan.Plan}/releases/1.0.1"))["publishedAt"]!;
        Assert.Equal(
            ["1.1.0"],
            Items(await served.JsonAsync($"{ServedPlan.Plan}/changes?limit=500&since={Uri.EscapeDataString(moment)}"))
                .Select(change => (string)change["release"]!)
                .Distinct()
        );
    }

    [Fact]
    public async Task The_log_is_paged_and_its_pages_keep_to_what_was_asked()
    {
        var all = Items(await served.JsonAsync($"{ServedPlan.Plan}/changes?limit=500&since=1.0.1"));
        List<JsonNode> paged = [];
        for (var next = $"{ServedPlan.Plan}/changes?limit=1&since=1.0.1"; next is not null; )
        {
            var page = await served.JsonAsync(next);
            paged.AddRange(Items(page));
            Assert.Equal(all.Count, (int)page["page"]!["total"]!);
            next = (string?)page["page"]!["next"];
        }

        Assert.Equal(all.Select(change => change.ToJsonString()), paged.Select(change => change.ToJsonString()));
    }

    [Fact]
    public async Task The_log_at_a_release_ends_with_it() =>
        Assert.Equal(
            ["1.0.1"],
            Items(await served.JsonAsync($"{ServedPlan.Patched}/changes?limit=500")).Select(change => (string)change["release"]!).Distinct()
        );

    [Fact]
    public async Task Two_releases_are_compared_by_record_and_by_sentence()
    {
        var comparison = await served.JsonAsync($"{ServedPlan.Plan}/changes/1.0.1..1.1.0?limit=500");
        Assert.Equal("minor", (string?)comparison["smallest"]);
        Assert.Contains(comparison["reasons"]!.AsArray(), reason => (string?)reason!["rule"] == "source-amended");
        var sentences = Items(comparison).SelectMany(change => change["sentences"]!.AsArray()).ToList();
        var sentence = Assert.Single(sentences)!;
        Assert.Equal("modified", (string?)sentence["op"]);
        Assert.Contains("报道改革试验", (string?)sentence["from"], StringComparison.Ordinal);
        Assert.Contains("宣传改革试验", (string?)sentence["to"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_round_what_was_added_is_removed()
    {
        var there = Items(await served.JsonAsync($"{ServedPlan.Plan}/changes/1.0.0..1.1.0?limit=500"));
        var back = await served.JsonAsync($"{ServedPlan.Plan}/changes/1.1.0..1.0.0?limit=500");
        Assert.Equal("major", (string?)back["smallest"]);
        Assert.Equal(
            there.Where(change => (string?)change["op"] == "added").Select(change => (string?)change["target"]!["id"]),
            Items(back).Where(change => (string?)change["op"] == "removed").Select(change => (string?)change["target"]!["id"])
        );
    }

    [Fact]
    public async Task A_release_does_not_differ_from_itself()
    {
        var comparison = await served.JsonAsync($"{ServedPlan.Plan}/changes/1.0.1..1.0.1");
        Assert.Equal("none", (string?)comparison["smallest"]);
        Assert.Empty(Items(comparison));
    }

    [Theory]
    [InlineData("1.0.0", "1.0.1")]
    [InlineData("1.0.0", "1.1.0")]
    [InlineData("1.1.0", "1.0.0")]
    [InlineData("1.1.0", "1.0.1")]
    public async Task A_patch_turns_the_document_of_one_release_into_that_of_the_other(string from, string to)
    {
        using var response = await served.App.SendAsync(
            HttpMethod.Get,
            $"{ServedPlan.Plan}/changes/{from}..{to}",
            ("Accept", "application/json-patch+json")
        );
        Assert.Equal("application/json-patch+json", response.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith($"/changes/{from}..{to}.patch.json", response.Content.Headers.ContentLocation?.ToString(), StringComparison.Ordinal);
        var patch = await response.Content.ReadAsStringAsync();
        Assert.Equal(patch, await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/changes/{from}..{to}.patch.json"));

        var comparison = await served.JsonAsync($"{ServedPlan.Plan}/changes/{from}..{to}");
        var document = await served.JsonAsync((string)comparison["from"]!["document"]!);
        JsonSerializer.Deserialize<JsonPatchDocument>(patch)!.ApplyTo(document);
        Assert.True(JsonNode.DeepEquals(await served.JsonAsync((string)comparison["to"]!["document"]!), document));
    }

    [Theory]
    [InlineData("/changes.atom", null)]
    [InlineData("/changes", "application/atom+xml")]
    public async Task Releases_can_be_followed_as_Atom(string below, string? accept)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, ServedPlan.Plan + below, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType?.MediaType);
        XNamespace atom = "http://www.w3.org/2005/Atom";
        var entries = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!.Elements(atom + "entry").ToList();
        Assert.Equal(
            ["urbanization-14fyp 1.1.0", "urbanization-14fyp 1.0.1", "urbanization-14fyp 1.0.0"],
            entries.Select(entry => entry.Element(atom + "title")!.Value)
        );
        Assert.Equal(["minor", "published"], entries[0].Elements(atom + "category").Select(category => category.Attribute("term")!.Value));
        foreach (var link in entries.SelectMany(entry => entry.Elements(atom + "link")))
            await served.JsonAsync(link.Attribute("href")!.Value);
    }

    [Theory]
    [InlineData("/changes.feed.json", null)]
    [InlineData("/changes", "application/feed+json")]
    [InlineData("/changes?format=feed.json", null)]
    public async Task Releases_can_be_followed_as_JSON_Feed(string below, string? accept)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, ServedPlan.Plan + below, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal("application/feed+json", response.Content.Headers.ContentType?.MediaType);
        var feed = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("https://jsonfeed.org/version/1.1", (string?)feed["version"]);
        Assert.EndsWith($"{ServedPlan.Plan}/changes.feed.json", (string?)feed["feed_url"], StringComparison.Ordinal);
        Assert.Equal(3, feed["items"]!.AsArray().Count);
        await served.JsonAsync((string)feed["items"]![0]!["external_url"]!);
    }

    [Fact]
    public async Task The_extension_json_asks_for_the_log_itself() =>
        Assert.NotNull((await served.JsonAsync($"{ServedPlan.Plan}/changes.json"))["items"]);

    [Fact]
    public async Task The_rules_that_changes_name_are_published()
    {
        var rules = (await served.JsonAsync("/v1/codelists/version-rules"))["items"]!
            .AsArray()
            .ToDictionary(rule => (string)rule!["code"]!, rule => (string?)rule!["properties"]!["bump"]);
        Assert.All(
            Items(await served.JsonAsync($"{ServedPlan.Plan}/changes/1.1.0..1.0.0?limit=500")),
            change => Assert.Equal(rules[(string)change["rule"]!], (string?)change["severity"])
        );
    }

    private static List<JsonNode> Items(JsonNode listing) => [.. listing["items"]!.AsArray().Select(item => item!)];
}
