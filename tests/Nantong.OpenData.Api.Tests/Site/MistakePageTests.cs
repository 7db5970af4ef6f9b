using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Where people read, a mistake is answered with a page; programs get the problem document.</summary>
[Collection(nameof(ServedPlan))]
public sealed class MistakePageTests(ServedPlan served)
{
    private const string AsBrowsersDo = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Theory]
    [InlineData("GET", ServedPlan.Plan + "/search.html?q=%22%E7%BB%BF%E5%8C%96", 400, "网址中的内容不合要求")]
    [InlineData("GET", ServedPlan.Plan + "/search.html", 400, "网址中的内容不合要求")]
    [InlineData("GET", ServedPlan.Plan + "/search?q=%FF", 400, "请求无法识别")]
    [InlineData("GET", ServedPlan.Plan + "/text/ch99.html", 404, "没有找到")]
    [InlineData("GET", ServedPlan.Plan + "/text/ch99", 404, "没有找到")]
    [InlineData("GET", ServedPlan.Plan + "@9.9.9/text.html", 404, "没有这个版本")]
    [InlineData("GET", ServedPlan.Plan + "@x/text.html", 400, "版本号有误")]
    [InlineData("GET", "/v1/plans/urbanisation-14fyp/text.html", 404, "没有这个规划")]
    [InlineData("GET", "/nothing-here", 404, "没有这个网页")]
    [InlineData("GET", ServedPlan.Plan + "/indicators?limit=x", 400, "网址中的内容不合要求")]
    [InlineData("GET", ServedPlan.Plan + "/indicators/urbanisation", 404, "没有找到")]
    [InlineData("GET", ServedPlan.Plan + "/files/nothing.csv", 404, "没有找到")]
    [InlineData("GET", ServedPlan.Plan + "@9.9.9/files/indicators.csv", 404, "没有这个版本")]
    [InlineData("POST", "/", 405, "网页只能读取")]
    [InlineData("POST", ServedPlan.Plan + "/text/ch5.html", 405, "网页只能读取")]
    public async Task A_mistake_at_a_page_is_answered_with_a_page(string method, string path, int status, string title)
    {
        using var response = await served.App.SendAsync(new HttpMethod(method), path, ("Accept", AsBrowsersDo));
        var markup = await response.Content.ReadAsStringAsync();
        Assert.Equal((status, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith("<!DOCTYPE html>\n", markup, StringComparison.Ordinal);
        var page = XDocument.Parse(markup).Root!;
        Assert.Equal(title, page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("a"), link => link.Attribute("href")?.Value is "/");
        Assert.Contains("style-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), page.Descendants("code").Last().Value);
        if (!path.Contains(".html", StringComparison.Ordinal))
            Assert.Contains("Accept", response.Headers.Vary);

        if (method is not "GET")
            return;
        using var head = await served.App.SendAsync(HttpMethod.Head, path, ("Accept", AsBrowsersDo));
        Assert.Equal((status, "text/html"), ((int)head.StatusCode, head.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(ServedPlan.Plan + "/search?q=%22%E7%BB%BF%E5%8C%96", null, 400)]
    [InlineData(ServedPlan.Plan + "/search.json?q=%22", AsBrowsersDo, 400)]
    [InlineData(ServedPlan.Plan + "/text/ch99", "application/json, text/html;q=0.5", 404)]
    [InlineData(ServedPlan.Plan + "/text/ch99.txt", AsBrowsersDo, 404)]
    [InlineData(ServedPlan.Plan + "/text/ch5?format=pdf", AsBrowsersDo, 406)]
    [InlineData(ServedPlan.Plan + "/indicators.json?limit=x", AsBrowsersDo, 400)]
    [InlineData(ServedPlan.Plan + "/files/nothing.csv", "*/*", 404)]
    [InlineData("/nothing-here", "*/*", 404)]
    [InlineData("/nothing-here.json", AsBrowsersDo, 404)]
    public async Task Programs_and_data_keep_the_problem_document(string path, string? accept, int status)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, path, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("%22%E7%BB%BF%E5%8C%96", "\"绿化")]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E%20%22", "<script>alert(1)</script> \"")]
    [InlineData("-", "-")]
    public async Task The_search_box_keeps_what_was_typed(string query, string typed)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Latest}/search.html?q={query}", ("Accept", AsBrowsersDo));
        var page = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var form = page.Descendants("main").Single().Descendants("form").Single();
        Assert.Equal(
            (typed, ServedPlan.Latest + "/search.html"),
            (form.Descendants("input").Single().Attribute("value")!.Value, form.Attribute("action")!.Value)
        );
        Assert.All(page.Descendants("script"), script => Assert.Equal("", script.Value));
    }

    [Fact]
    public async Task A_page_for_a_mistake_leads_to_what_may_have_been_meant()
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, "/v1/plans/urbanisation-14fyp/text.html", ("Accept", AsBrowsersDo));
        var page = XDocument.Parse(await response.Content.ReadAsStringAsync()).Root!;
        var near = page.Descendants("a")
            .Select(link => link.Attribute("href")!.Value)
            .Single(href => href.StartsWith("/v1/plans/urbanization-14fyp", StringComparison.Ordinal));
        using var there = await served.App.SendAsync(HttpMethod.Get, near, ("Accept", AsBrowsersDo));
        Assert.Equal(200, (int)there.StatusCode);
    }
}
