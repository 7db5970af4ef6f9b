using System.Net;
using System.Net.NetworkInformation;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nantong.OpenData.Native.Publish;

namespace Nantong.OpenData.Native.Host;

[Collection(NativeApp.Name)]
public sealed class CustomHandlerTests(PublishedApp app, PublishedStore store)
{
    // A port that nobody listens on: a store that is away.
    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    private const string PlanPath = "/v1/plans/" + PublishedStore.Plan;

    [NativeFact]
    public async Task Real_rows_come_back_as_an_indicator()
    {
        await using var host = await StartAsync();
        var indicator = await JsonAsync(host, $"{PlanPath}/indicators/built-up-green-coverage");

        Assert.Equal("城市建城区绿化覆盖率", (string?)indicator["name"]);
        Assert.Equal("gt", (string?)indicator["target"]!["operator"]);
        Assert.Equal(40, (decimal?)indicator["target"]!["value"]);
        Assert.Equal(43.29m, (decimal?)indicator["baseline"]!["value"]);
    }

    [NativeFact]
    public async Task Real_rows_come_back_as_a_sentence_that_a_page_break_had_cut()
    {
        await using var host = await StartAsync();
        var paragraph = await JsonAsync(host, $"{PlanPath}/text/ch5/s5/p2");
        Assert.Contains("受污染耕地安全利用率93%以上", (string?)paragraph["text"], StringComparison.Ordinal);
    }

    [NativeFact]
    public async Task Real_blobs_come_back_byte_for_byte()
    {
        await using var host = await StartAsync();
        var manifest = await JsonAsync(host, $"{PlanPath}/files/manifest.json");
        var csv = manifest["files"]!.AsArray().Single(file => (string?)file!["path"] == "indicators.csv")!;
        using var response = await host.GetAsync($"{PlanPath}/files/indicators.csv");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((string?)csv["sha256"], Convert.ToHexStringLower(SHA256.HashData(await response.Content.ReadAsByteArrayAsync())));
    }

    [NativeFact]
    public async Task Links_name_the_public_address_and_never_the_loopback()
    {
        await using var host = await StartAsync(("OpenData__PublicBaseUrl", "https://data.example.org"));
        using var response = await host.GetAsync("/v1/plans");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Contains("https://data.example.org/v1/plans/", body, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", body + response.Headers + response.Content.Headers, StringComparison.Ordinal);
    }

    [NativeFact]
    public async Task The_timer_computes_aggregates_from_stored_rows_and_then_finds_nothing_to_do()
    {
        await using var host = await StartAsync();
        var first = await host.FireAsync("RebuildAggregates");
        var aggregates = await JsonAsync(host, $"{PlanPath}/aggregates");
        var second = await host.FireAsync("RebuildAggregates");

        Assert.NotEmpty(aggregates["items"]!.AsArray());
        Assert.All([first, second], answer => Assert.NotEmpty(answer.Logs!));
        Assert.StartsWith("0 ", second.Logs![0], StringComparison.Ordinal);
    }

    [NativeFact]
    public async Task A_timer_that_cannot_reach_the_store_is_a_failed_invocation()
    {
        await using var host = await FunctionsHost.StartAsync(app.Folder, ("OpenDataStorage", NoStore));
        await Assert.ThrowsAsync<HttpRequestException>(() => host.FireAsync("RebuildAggregates"));
    }

    [NativeFact]
    public async Task Nobody_outside_can_fire_a_timer()
    {
        var timers = FunctionApp.Read(app.Folder).Functions.Where(function => function.Trigger == "timerTrigger").ToList();

        Assert.NotEmpty(timers);
        Assert.All(timers, timer => Assert.Empty(FunctionApp.Read(app.Folder).Reached(HttpMethod.Post, $"/{timer.Name}")));
    }

    [NativeFact]
    public async Task Without_a_store_it_starts_and_says_so()
    {
        await using var host = await FunctionsHost.StartAsync(app.Folder, ("OpenDataStorage", NoStore));
        using var live = await host.GetAsync("/health/live");
        using var ready = await host.GetAsync("/health/ready");
        using var data = await host.GetAsync(PlanPath);

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, data.StatusCode);
        Assert.Equal("application/problem+json", data.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(data.Headers.RetryAfter);
    }

    [NativeFact]
    public async Task Under_the_host_it_listens_on_the_loopback_only_whatever_else_is_configured()
    {
        await using var host = await StartAsync(("ASPNETCORE_URLS", "http://0.0.0.0:0"));
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == host.Port);
        Assert.Equal([IPAddress.Loopback], listeners.Select(listener => listener.Address));
    }

    [NativeFact]
    public async Task Asked_to_end_it_ends_well()
    {
        await using var host = await StartAsync();
        Assert.Equal(0, await host.StopAsync());
    }

    private async Task<FunctionsHost> StartAsync(params (string Name, string Value)[] settings)
    {
        var host = await FunctionsHost.StartAsync(app.Folder, [("OpenDataStorage", store.ConnectionString), .. settings]);
        using var ready = await host.GetUntilAsync("/health/ready", HttpStatusCode.OK);
        Assert.True(ready.StatusCode == HttpStatusCode.OK, $"{await ready.Content.ReadAsStringAsync()}\n{host.Output}");
        return host;
    }

    private static async Task<JsonNode> JsonAsync(FunctionsHost host, string path)
    {
        using var response = await host.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {body}\n{host.Output}");
        return JsonNode.Parse(body)!;
    }
}
