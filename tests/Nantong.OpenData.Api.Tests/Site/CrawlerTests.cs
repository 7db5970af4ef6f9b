using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

[Collection(nameof(ServedPlan))]
public sealed class CrawlerTests(ServedPlan served)
{
    [Fact]
    public async Task Crawlers_find_the_pages()
    {
        var robots = await served.App.Client.GetStringAsync("/robots.txt");
        var address = robots.Split('\n').Single(line => line.StartsWith("Sitemap: ", StringComparison.Ordinal))["Sitemap: ".Length..];
        XNamespace sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
        string[] pages =
        [
            .. XElement.Parse(await served.App.Client.GetStringAsync(address)).Descendants(sitemaps + "loc").Select(page => page.Value),
        ];

        Assert.True(pages.Length > 50, $"{pages.Length} pages");
        Assert.DoesNotContain(pages, page => page.Contains('@', StringComparison.Ordinal)); // what stays while releases come
        Assert.All(pages, page => Assert.StartsWith(served.App.Client.BaseAddress!.AbsoluteUri, page, StringComparison.Ordinal));
        var readMe = await served.App.Client.GetStringAsync("/llms.txt");
        Assert.StartsWith("# Nantong.OpenData\n\n> ", readMe, StringComparison.Ordinal);
        Assert.DoesNotContain("\n\n\n", readMe, StringComparison.Ordinal);
        Assert.All(
            new[] { "/search?q=", "/verify?quote=", "/cite?target=", "/files)" },
            part => Assert.Contains(part, readMe, StringComparison.Ordinal)
        );
        string[] mentioned = [.. readMe.Split("](").Skip(1).Select(part => part.Split(')')[0])];
        foreach (var page in (string[])[.. pages.Where((_, index) => index % 10 == 0), .. mentioned])
        {
            using var there = await served.App.Client.GetAsync(page);
            Assert.True(there.IsSuccessStatusCode, $"{page}: {there.StatusCode}");
        }
    }
}
