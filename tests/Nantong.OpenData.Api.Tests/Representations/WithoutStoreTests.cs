using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>The app where nothing listens on the store's ports.</summary>
public sealed class WithoutStoreTests : IAsyncLifetime
{
    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;"
        + "TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    private RunningApp app = null!;

    public async Task InitializeAsync() => app = await RunningApp.StartAsync(("OpenDataStorage", NoStore), ("OpenData__PollSeconds", "1"));

    public Task DisposeAsync() => app.DisposeAsync().AsTask();

    [Theory]
    [InlineData("/v1/plans")]
    [InlineData(ServedPlan.Plan)]
    [InlineData(ServedPlan.First + "/text/ch5")]
    [InlineData(ServedPlan.Plan + "/files/indicators.csv")]
    [InlineData("/health/ready")]
    public async Task What_needs_data_answers_503_and_says_when_to_try_again(string path)
    {
        using var response = await app.Client.GetAsync(path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Equal("store-unavailable", (string?)problem["code"]);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("127.0.0.1", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/config")]
    [InlineData("/v1/status")]
    [InlineData("/v1/problems")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task What_needs_no_data_answers_as_ever(string path)
    {
        using var response = await app.Client.GetAsync(path);
        Assert.Equal(200, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_status_says_what_is_wrong()
    {
        using var response = await app.AskUntilAsync("/v1/status", (_, body) => body.Contains("Connection refused", StringComparison.Ordinal));
        var status = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("empty", (string?)status["state"]);
        Assert.False((bool?)status["store"]!["reachable"]);
        Assert.Equal("The store does not answer: Connection refused", (string?)status["store"]!["problem"]);
        Assert.StartsWith("The store does not answer: Connection refused", (string?)status["warnings"]![0]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_plan_the_configuration_is_not_kept()
    {
        using var response = await app.Client.GetAsync("/v1/config");
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("OpenData__PollSeconds", "0", "OpenData__PollSeconds")]
    [InlineData("OpenData__PollSeconds", "often", "OpenData:PollSeconds")]
    [InlineData("OpenData__PublicBaseUrl", "example.org", "OpenData__PublicBaseUrl")]
    [InlineData("OpenData__RateLimitRequests", "-1", "OpenData__RateLimitRequests")]
    [InlineData("OpenData__RateLimitSeconds", "0", "OpenData__RateLimitSeconds")]
    [InlineData("OpenData__CacheMegabytes", "5000", "OpenData__CacheMegabytes")]
    [InlineData("OpenData__TrustedProxies", "10.0.0.0/8,proxy", "OpenData__TrustedProxies")]
    [InlineData("OpenDataStorage", "AccountName=only", "OpenDataStorage")]
    [InlineData("ASPNETCORE_URLS", "in use", "ASPNETCORE_URLS")]
    public async Task A_setting_that_cannot_work_stops_the_start_with_one_line_that_names_it(string name, string value, string named)
    {
        var sent = value is "in use" ? app.Client.BaseAddress!.ToString() : value;
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync((name, sent)));
        var lines = failure.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("The app ended with 1 before it listened:", lines[0]);
        Assert.Contains(named, lines[^1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.False(line.StartsWith("at ", StringComparison.Ordinal), failure.Message));
    }
}
