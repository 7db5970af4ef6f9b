namespace Nantong.OpenData.Api.Tests.Requests;

[Collection(nameof(ServedPlan))]
public sealed class CorsTests(ServedPlan served)
{
    [Theory]
    [InlineData("GET", "/v1", null, 200)]
    [InlineData("GET", ServedPlan.Plan + "/indicators", "*", 304)]
    [InlineData("GET", ServedPlan.Plan + "/files/plan.md", null, 200)]
    [InlineData("HEAD", ServedPlan.Plan + "/indicators", null, 200)]
    [InlineData("OPTIONS", ServedPlan.Plan + "/indicators", null, 204)]
    [InlineData("OPTIONS", "/nothing-here", null, 404)]
    [InlineData("GET", "/v1?x=1", null, 400)]
    [InlineData("GET", "/nothing-here", null, 404)]
    [InlineData("POST", "/v1", null, 405)]
    [InlineData("GET", "/v1.xml", null, 406)]
    public async Task Every_page_may_read_every_answer_with_its_headers(string method, string path, string? ifNoneMatch, int status)
    {
        using var response = await served.App.SendAsync(
            new HttpMethod(method),
            path,
            [("Origin", "https://example.org"), .. ifNoneMatch is null ? [] : new[] { ("If-None-Match", ifNoneMatch) }]
        );
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("GET, HEAD, OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal("86400", response.Headers.GetValues("Access-Control-Max-Age").Single());
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.All(
            ["Link", "ETag", "Content-Location", "Repr-Digest", "X-Request-Id"],
            name => Assert.Contains(name, response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal)
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/v1", "GET", "content-type")]
    [InlineData(ServedPlan.Plan + "/indicators", "GET", "if-match,x-anything,authorization")]
    [InlineData(ServedPlan.Plan + "/files/plan.md", "HEAD", "range, if-range")]
    [InlineData(ServedPlan.Plan + "/indicators?limit=x", "GET", "x-a")]
    [InlineData("/nothing-here", "GET", "x-a")]
    [InlineData("/v1", "DELETE", null)]
    public async Task A_browser_that_asks_beforehand_lets_the_page_send_what_it_likes(string path, string method, string? headers)
    {
        using var response = await served.App.SendAsync(
            HttpMethod.Options,
            path,
            [
                ("Origin", "https://a.example"),
                ("Access-Control-Request-Method", method),
                .. headers is null ? [] : new[] { ("Access-Control-Request-Headers", headers) },
            ]
        );
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("86400", response.Headers.GetValues("Access-Control-Max-Age").Single());
        var allowed = string.Join(',', response.Headers.GetValues("Access-Control-Allow-Headers")).Split(',', StringSplitOptions.TrimEntries);
        Assert.Contains("*", allowed);
        Assert.All(
            (headers ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            header => Assert.Contains(header, allowed)
        );
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task OPTIONS_lists_the_methods_and_sends_no_body()
    {
        using var response = await served.App.SendAsync(HttpMethod.Options, $"{ServedPlan.Plan}/toc");
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }
}
