using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Server.Tests.Native;

[Collection(NativeApp.Name)]
public sealed class NativeServerTests(PublishedApp app, PublishedStore store)
{
    // A port that nobody listens on: a store that is away.
    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;"
        + "TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    private const string PlanPath = "/v1/plans/" + PublishedStore.Plan;

    [NativeFact]
    public async Task Real_rows_come_back_as_an_indicator()
    {
        await using var server = await StartAsync();
        var indicator = await JsonAsync(server, $"{PlanPath}/indicators/built-up-green-coverage");

        Assert.Equal("城市建城区绿化覆盖率", (string?)indicator["name"]);
        Assert.Equal("gt", (string?)indicator["target"]!["operator"]);
        Assert.Equal(40, (decimal?)indicator["target"]!["value"]);
        Assert.Equal(43.29m, (decimal?)indicator["baseline"]!["value"]);
    }

    [NativeFact]
    public async Task Real_rows_come_back_as_a_sentence_that_a_page_break_had_cut()
    {
        await using var server = await StartAsync();
        var paragraph = await JsonAsync(server, $"{PlanPath}/text/ch5/s5/p2");
        Assert.Contains("受污染耕地安全利用率93%以上", (string?)paragraph["text"], StringComparison.Ordinal);
    }

    [NativeFact]
    public async Task Real_blobs_come_back_byte_for_byte()
    {
        await using var server = await StartAsync();
        var manifest = await JsonAsync(server, $"{PlanPath}/files/manifest.json");
        var csv = manifest["files"]!.AsArray().Single(file => (string?)file!["path"] == "indicators.csv")!;
        using var response = await server.Client.GetAsync($"{PlanPath}/files/indicators.csv");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((string?)csv["sha256"], Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync())));
    }

    [NativeFact]
    public async Task Links_name_the_public_address_and_never_the_loopback()
    {
        await using var server = await StartAsync(("OpenData__PublicBaseUrl", "https://data.example.org"));
        using var response = await server.Client.GetAsync("/v1/plans");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Contains("https://data.example.org/v1/plans/", body, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", body + response.Headers + response.Content.Headers, StringComparison.Ordinal);
    }

    [NativeFact]
    public async Task The_figures_are_there_soon_after_the_start()
    {
        await using var server = await StartAsync();
        using var answer = await server.GetUntilAsync(
            $"{PlanPath}/aggregates",
            (_, body) => body.Contains("\"asOfRelease\":\"1.0.0\"", StringComparison.Ordinal)
        );
        Assert.NotEmpty(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray());
    }

    [NativeFact]
    public async Task Without_a_store_it_starts_and_says_so()
    {
        await using var server = await NativeServer.StartAsync(app.Executable, ("OpenDataStorage", NoStore));
        using var live = await server.Client.GetAsync("/health/live");
        using var ready = await server.Client.GetAsync("/health/ready");
        using var data = await server.Client.GetAsync(PlanPath);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, data.StatusCode);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(data.Headers.RetryAfter);
    }

    [NativeFact]
    public async Task Asked_to_end_it_ends_well()
    {
        await using var server = await StartAsync();
        Assert.Equal(0, await server.StopAsync());
    }

    private async Task<NativeServer> StartAsync(params (string Name, string Value)[] settings)
    {
        var server = await NativeServer.StartAsync(app.Executable, [("OpenDataStorage", store.ConnectionString), .. settings]);
        using var ready = await server.GetUntilAsync("/health/ready", (response, _) => response.StatusCode == HttpStatusCode.OK);
        Assert.True(ready.StatusCode == HttpStatusCode.OK, $"{await ready.Content.ReadAsStringAsync()}\n{server.Output}");
        return server;
    }

    private static async Task<JsonNode> JsonAsync(NativeServer server, string path)
    {
        using var response = await server.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {body}\n{server.Output}");
        return JsonNode.Parse(body)!;
    }
}
