using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed partial class CatalogueTests(ServedPlan served)
{
    [Fact]
    public async Task A_plan_is_a_dataset_and_its_releases_are_its_versions()
    {
        var graph = await GraphAsync("/v1/catalog.jsonld");
        var root = Root(ServedPlan.Plan);
        var plan = graph[root];

        Assert.Equal([$"{root}@1.1.0", $"{root}@1.0.1", $"{root}@1.0.0"], Ids(plan["dcat:hasVersion"]));
        Assert.Equal([$"{root}@1.1.0"], Ids(plan["dcat:hasCurrentVersion"]));
        Assert.Equal([root, $"{root}@1.1.0", $"{root}@1.0.1", $"{root}@1.0.0"], Ids(graph[Root("/v1/catalog")]["dcat:dataset"]));
        foreach (var (version, before) in new[] { ("1.1.0", "1.0.1"), ("1.0.1", "1.0.0"), ("1.0.0", null) })
        {
            var release = graph[$"{root}@{version}"];
            Assert.Equal(version, (string?)release["dcat:version"]![0]!["@value"]);
            Assert.Equal([root], Ids(release["dcat:isVersionOf"]));
            Assert.Equal(before is null ? [] : [$"{root}@{before}"], Ids(release["dcat:previousVersion"]));
        }
    }

    [Fact]
    public async Task The_files_are_distributions_of_the_plan_at_the_addresses_that_stay()
    {
        var graph = await GraphAsync("/v1/catalog.jsonld");
        var root = Root(ServedPlan.Plan);
        var files = (await served.JsonAsync($"{ServedPlan.Plan}/files?limit=500"))["items"]!
            .AsArray()
            .ToDictionary(file => $"{root}/files/{file!["path"]}", file => file!);
        var listed = Ids(graph[root]["dcat:distribution"])
            .Select(id => graph[id])
            .ToDictionary(distribution => Ids(distribution["dcat:downloadURL"]).Single());

        Assert.Equal(files.Keys.Order(StringComparer.Ordinal), listed.Keys.Order(StringComparer.Ordinal));
        foreach (var (href, file) in files)
        {
            Assert.Equal((string?)file["sha256"], (string?)listed[href]["spdx:checksum"]![0]!["spdx:checksumValue"]![0]!["@value"]);
            Assert.Equal($"{file["bytes"]}", (string?)listed[href]["dcat:byteSize"]![0]!["@value"]);
            Assert.Equal(
                [$"https://www.iana.org/assignments/media-types/{((string)file["mediaType"]!).Split(';')[0]}"],
                Ids(listed[href]["dcat:mediaType"])
            );
        }
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.0.1")]
    [InlineData("1.1.0")]
    public async Task The_distribution_of_a_release_is_its_manifest_while_it_is_the_latest_and_for_good(string version)
    {
        var graph = await GraphAsync("/v1/catalog.jsonld");
        var root = Root(ServedPlan.Plan);
        var only = graph[Ids(graph[$"{root}@{version}"]["dcat:distribution"]).Single()];
        var release = await served.JsonAsync($"{ServedPlan.Plan}/releases/{version}");
        Assert.Equal([$"{root}@{version}/files/manifest.json"], Ids(only["dcat:downloadURL"]));
        Assert.Equal((string?)release["manifestSha256"], (string?)only["spdx:checksum"]![0]!["spdx:checksumValue"]![0]!["@value"]);
        using var manifest = await served.App.Client.GetAsync($"{ServedPlan.Plan}@{version}/files/manifest.json");
        Assert.Equal(200, (int)manifest.StatusCode);
    }

    [Fact]
    public async Task The_context_stands_inside_and_everything_that_is_linked_within_the_catalogue_is_described()
    {
        var document = await served.JsonAsync("/v1/catalog.jsonld");
        var graph = await GraphAsync("/v1/catalog.jsonld");

        Assert.All(document["@context"]!.AsObject(), prefix => Assert.Equal("http", ((string)prefix.Value!)[..4]));
        Assert.All(
            document["@graph"]!
                .AsArray()
                .SelectMany(resource => resource!.AsObject())
                .Where(member =>
                    member.Key.StartsWith("dcat:distribution", StringComparison.Ordinal)
                    || member.Key is "dcat:dataset" or "dcat:service" or "dct:publisher"
                ),
            member => Assert.All(Ids(member.Value), id => Assert.Contains(id, graph.Keys))
        );
    }

    [Fact]
    public async Task Turtle_describes_the_same_resources()
    {
        var graph = await GraphAsync("/v1/catalog.jsonld");
        var turtle = await served.App.Client.GetStringAsync("/v1/catalog.ttl");

        Assert.Equal(
            graph.Keys.Order(StringComparer.Ordinal),
            Subject().Matches(turtle).Select(subject => subject.Groups[1].Value).Order(StringComparer.Ordinal)
        );
        Assert.Contains("dct:title \"南通市“十四五”新型城镇化规划\"@zh", turtle, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "application/ld+json")]
    [InlineData("text/turtle", "text/turtle")]
    [InlineData("text/turtle;q=0.5,application/ld+json", "application/ld+json")]
    public async Task The_syntax_is_what_the_caller_wants(string? accept, string mediaType)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, "/v1/catalog", accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Theory]
    [InlineData("2021-01-01", 4)]
    [InlineData("2999-01-01", 0)]
    public async Task A_harvester_may_ask_for_what_is_new(string since, int datasets)
    {
        var graph = await GraphAsync($"/v1/catalog.jsonld?modified_since={since}");
        Assert.Equal(datasets, Ids(graph[Root("/v1/catalog")]["dcat:dataset"]).Length);
        Assert.Equal(datasets, graph.Values.Count(resource => resource["@type"]!.AsArray().Any(type => (string?)type is "dcat:Dataset")));
    }

    [Fact]
    public async Task The_Chinese_fields_say_the_same_and_claim_no_conformance()
    {
        var catalogue = await served.JsonAsync("/v1/catalog-cn.json");
        var entry = Assert.Single(catalogue["信息资源"]!.AsArray())!;

        Assert.Contains("不声明符合任何标准", (string?)catalogue["说明"], StringComparison.Ordinal);
        Assert.Equal(
            ("通政办发〔2021〕70号", "南通市人民政府办公室", "2021-12-29", "1.1.0"),
            ((string?)entry["发文字号"], (string?)entry["发文机关"], (string?)entry["成文日期"], (string?)entry["数据版本"])
        );
        var files = (await served.JsonAsync($"{ServedPlan.Plan}/files?limit=500"))["items"]!.AsArray();
        Assert.Equal(
            files.Select(file => ((string?)file!["href"], (string?)file["sha256"])),
            entry["数据文件"]!.AsArray().Select(file => ((string?)file!["下载地址"], (string?)file["SHA256"]))
        );
        Assert.Equal(files.Sum(file => (long)file!["bytes"]!), (long)entry["数据量字节"]!);
        Assert.Equal(
            files.Where(file => ((string)file!["path"]!).EndsWith(".ndjson", StringComparison.Ordinal)).Sum(file => (int)file!["rows"]!),
            (int)entry["数据量记录"]!
        );
        Assert.Equal(17, files.Where(file => (string?)file!["path"] is "indicators.ndjson").Sum(file => (int)file!["rows"]!));
    }

    private async Task<Dictionary<string, JsonObject>> GraphAsync(string path) =>
        (await served.JsonAsync(path))["@graph"]!.AsArray().ToDictionary(resource => (string)resource!["@id"]!, resource => resource!.AsObject());

    private string Root(string path) => served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + path;

    private static string[] Ids(JsonNode? values) => values is null ? [] : [.. values.AsArray().Select(value => (string)value!["@id"]!)];

    [GeneratedRegex("^<([^>]*)> a ", RegexOptions.Multiline)]
    private static partial Regex Subject();
}
