using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>What mailers and messengers hang on a link keeps nobody from a page; data stays strict, since there a misspelt parameter would give
/// wrong numbers.</summary>
[Collection(nameof(ServedPlan))]
public sealed class DecoratedLinkTests(ServedPlan served)
{
    private const string Decoration =
        "utm_source=wechat&from=singlemessage&isappinstalled=0&fbclid=IwAR%FF&spm=a%20b&%E6%9D%A5%E6%BA%90=%E5%BE%AE%E4%BF%A1&flag";

    public static TheoryData<string> Pages =>
        [
            "/",
            "/docs",
            "/docs/guide",
            $"{ServedPlan.Plan}/text.html",
            $"{ServedPlan.Plan}/text/ch5.html",
            $"{ServedPlan.Plan}/text/ch5",
            $"{ServedPlan.Latest}/text/ch5/s5/p2?format=html",
            $"{ServedPlan.Plan}/search.html?q=%E7%BB%BF%E5%8C%96",
            $"{ServedPlan.Plan}/search?q=%E7%BB%BF%E5%8C%96",
            $"{ServedPlan.Plan}/indicators",
            $"{ServedPlan.Plan}/indicators/urbanization-rate.html",
            $"{ServedPlan.Plan}/commitments.html?kind=target",
            "/v1/status.html",
        ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_decorated_link_opens_the_same_page(string path)
    {
        using var plain = await AskAsync(path);
        using var decorated = await AskAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Decoration);
        using var again = await AskAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Decoration);
        Assert.Equal((200, 200), ((int)plain.StatusCode, (int)decorated.StatusCode));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await decorated.Content.ReadAsStringAsync());
        Assert.Equal(await plain.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal(plain.Headers.ETag, decorated.Headers.ETag);
        Assert.Equal(plain.Content.Headers.ContentLocation, decorated.Content.Headers.ContentLocation);
    }

    [Theory]
    [InlineData($"{ServedPlan.Plan}/search.html?q=%E7%BB%BF%E5%8C%96&limit=x&utm_source=x", 400)]
    [InlineData($"{ServedPlan.Plan}/text/ch5.html?asOf=x&utm_source=x", 400)]
    public async Task A_parameter_that_the_page_knows_must_still_be_right(string path, int status)
    {
        using var response = await AskAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/v1.json?utm_source=wechat")]
    [InlineData($"{ServedPlan.Plan}/text/ch5.json?utm_source=wechat")]
    [InlineData($"{ServedPlan.Plan}/text/ch5.txt?utm_source=wechat")]
    [InlineData($"{ServedPlan.Plan}/indicators.json?utm_source=wechat")]
    [InlineData($"{ServedPlan.Plan}/indicators.csv?utm_source=wechat")]
    [InlineData($"{ServedPlan.Plan}/files/indicators.csv?utm_source=wechat")]
    public async Task Data_stays_strict(string path)
    {
        using var response = await AskAsync(path);
        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task The_canonical_address_of_every_page_is_the_one_that_stays()
    {
        var root = served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        foreach (var plan in (string[])[ServedPlan.Plan, ServedPlan.First, ServedPlan.Latest])
        {
            Assert.Equal(
                ($"{root}{ServedPlan.Plan}/text/ch5.html", $"{root}{(plan == ServedPlan.Plan ? ServedPlan.Latest : plan)}/text/ch5.html"),
                await LinksAsync($"{plan}/text/ch5.html")
            );
            Assert.Equal(
                $"{root}{ServedPlan.Plan}/search.html?q=%E7%BB%BF%E5%8C%96",
                (await LinksAsync($"{plan}/search.html?q=%E7%BB%BF%E5%8C%96&utm_source=x")).Canonical
            );
        }
    }

    private async Task<(string Canonical, string Permalink)> LinksAsync(string path)
    {
        using var response = await AskAsync(path);
        var links = XDocument
            .Parse(await response.Content.ReadAsStringAsync())
            .Root!.Element("head")!
            .Elements("link")
            .ToLookup(link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value);
        return (links["canonical"].Single(), links["cite-as"].Single());
    }

    private Task<HttpResponseMessage> AskAsync(string path) =>
        served.App.SendAsync(HttpMethod.Get, path, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
}
