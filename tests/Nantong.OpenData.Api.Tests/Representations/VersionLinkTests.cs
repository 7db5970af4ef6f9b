using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class VersionLinkTests(ServedPlan served)
{
    [Theory]
    [InlineData(ServedPlan.First, null, ServedPlan.Patched)]
    [InlineData(ServedPlan.Patched, ServedPlan.First, ServedPlan.Latest)]
    [InlineData(ServedPlan.Latest, ServedPlan.Patched, null)]
    [InlineData(ServedPlan.Plan, ServedPlan.Patched, null)]
    public async Task A_resource_links_to_itself_in_the_releases_around(string at, string? predecessor, string? successor)
    {
        const string below = "/indicators/green-travel-share";
        using var response = await served.App.Client.GetAsync(at + below);
        var header = Relations(response);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["links"]!.AsObject();

        Assert.Equal(ServedPlan.Plan + "/releases", header["version-history"]);
        Assert.Equal(ServedPlan.Plan + below, header["latest-version"]);
        Assert.Equal(predecessor is null ? null : predecessor + below, header.GetValueOrDefault("predecessor-version"));
        Assert.Equal(successor is null ? null : successor + below, header.GetValueOrDefault("successor-version"));
        foreach (var relation in new[] { "version-history", "latest-version", "predecessor-version" })
            Assert.Equal(header.GetValueOrDefault(relation), body[relation] is { } link ? new Uri((string)link!).AbsolutePath : null);
        Assert.False(body.ContainsKey("successor-version"), "the body at an exact release must not change when the next one comes");
    }

    [Theory]
    [InlineData("/files/indicators.csv")]
    [InlineData("/document")]
    [InlineData("/changes.atom")]
    public async Task So_do_files_documents_and_feeds(string below)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Patched + below);
        Assert.Empty(new[] { "version-history", "latest-version", "predecessor-version", "successor-version" }.Except(Relations(response).Keys));
    }

    [Fact]
    public async Task What_is_known_of_a_release_links_to_what_is_known_of_its_neighbours()
    {
        var links = (await served.JsonAsync($"{ServedPlan.Plan}/releases/1.0.1"))["links"]!;
        Assert.EndsWith($"{ServedPlan.Plan}/releases/1.0.0", (string?)links["predecessor-version"], StringComparison.Ordinal);
        Assert.EndsWith($"{ServedPlan.Plan}/releases/1.1.0", (string?)links["successor-version"], StringComparison.Ordinal);
        Assert.EndsWith($"{ServedPlan.Plan}/releases/1.1.0", (string?)links["latest-version"], StringComparison.Ordinal);
        Assert.EndsWith($"{ServedPlan.Plan}/changes/1.0.0..1.0.1", (string?)links["changes"], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Relations(HttpResponseMessage response) =>
        response
            .Headers.GetValues("Link")
            .SelectMany(value => value.Split(", "))
            .Select(link => link.Split(">; rel="))
            .Where(parts => parts[1] is not "\"license\"")
            .ToDictionary(parts => parts[1].Trim('"'), parts => new Uri(parts[0].TrimStart('<')).AbsolutePath);
}
