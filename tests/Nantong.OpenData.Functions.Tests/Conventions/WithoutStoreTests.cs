using System.Text.Json.Nodes;

namespace Nantong.OpenData.Functions.Tests.Conventions;

/// <summary>The app where nothing listens on the store's ports.</summary>
public sealed class WithoutStoreTests : IAsyncLifetime
{
    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

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
    }

    [Fact]
    public async Task A_setting_out_of_range_stops_the_start_and_is_named()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.StartAsync(("OpenData__PollSeconds", "0")));
        Assert.Contains("PollSeconds", failure.Message, StringComparison.Ordinal);
    }
}
