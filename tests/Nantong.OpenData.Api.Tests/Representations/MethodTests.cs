using System.Text;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Tests.Contracts;
using Nantong.OpenData.Api.Tests.Fuzz;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>The name of a method has its case (RFC 9110, 9.1): what is spelled otherwise is another method, which nothing here has.</summary>
[Collection(nameof(ServedPlan))]
public sealed class MethodTests(ServedPlan served)
{
    [Theory]
    [InlineData("get", ServedPlan.Plan)]
    [InlineData("head", ServedPlan.Plan)]
    [InlineData("Head", ServedPlan.Plan + "/files/indicators.csv")]
    [InlineData("head", "/v1")]
    [InlineData("head", ServedPlan.Plan + "/text/ch5.html")]
    [InlineData("options", ServedPlan.Plan)]
    [InlineData("post", "/v1")]
    public async Task A_method_in_another_case_is_refused_as_one_that_is_not_known(string method, string path)
    {
        await AskAsync("GET", path); // so that it is in memory
        for (var time = 0; time < 2; time++)
        {
            var answer = await AskAsync(method, path);
            Assert.Equal(405, answer.Status);
            Assert.Contains("GET", answer.Headers["Allow"], StringComparison.Ordinal);
            Assert.Contains(method, Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
            if (!path.EndsWith(".html", StringComparison.Ordinal))
                Assert.Equal("method-not-allowed", (string?)JsonNode.Parse(answer.Body)!["code"]);
        }
    }

    [Fact]
    public async Task An_unknown_address_is_not_found_in_any_case() => Assert.Equal(404, (await AskAsync("head", "/nothing-here")).Status);

    /// <summary>By hand: HTTP clients write the names of methods that they know in their case.</summary>
    private async Task<Answer> AskAsync(string method, string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var connection = await RawConnection.OpenAsync(served.App.Client.BaseAddress!, limit.Token);
        var answer = await connection.AskAsync(method, path, Encoding.ASCII.GetBytes($"{method} {path} HTTP/1.1\r\nHost: a\r\n\r\n"), limit.Token);
        return Assert.IsType<Answer>(answer);
    }
}
