using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

[Collection(nameof(ServedPlan))]
public sealed class PageTests(ServedPlan served)
{
    private const string AsBrowsersDo = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static readonly string[] Nodes =
    [
        "",
        "/ch5",
        "/ch5/s5",
        "/ch5/s5/p2",
        "/table1",
        "/table1/r13",
        "/table1.note",
        "/col1",
        "/col2/i1",
        "/col4",
        "/col4/i3",
        "/notice",
        "/notice/number",
        "/pre",
        "/pre/p1",
    ];

    private const string Found = $"{ServedPlan.Plan}/search?q=%E5%9F%8E%E9%95%87&limit=20"; // 城镇

    private static readonly string[] Pages = ["/", "/docs/guide", Found, .. Nodes.Select(path => $"{ServedPlan.Plan}/text{path}")];

    public static TheoryData<string> OfText => [.. Nodes];

    public static TheoryData<string> All => [.. Pages];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_page_is_whole_and_well_formed_and_asks_nobody_else(string path)
    {
        var (page, policy) = await ReadAsync(path);
        var head = page.Element("head")!;

        Assert.Equal("zh-CN", page.Attribute("lang")!.Value);
        Assert.NotEmpty(head.Element("title")!.Value);
        Assert.NotEmpty(Meta(head, "description"));
        Assert.Single(page.Descendants("main"));
        Assert.Single(page.Descendants("h1"));
        Assert.All(
            page.Descendants("script"),
            script =>
                Assert.True(
                    script.Attribute("type")!.Value is "application/ld+json"
                        || script.Attribute("src")!.Value.StartsWith("/assets/site-", StringComparison.Ordinal)
                )
        );
        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "iframe" or "style" || element.Attribute("style") is not null);
        Assert.All(
            page.Descendants("img"),
            picture => Assert.True(picture.Attribute("alt")!.Value.Length > 10 && picture.Attribute("src")!.Value.StartsWith('/'))
        );
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OfText))]
    public async Task A_page_of_the_text_names_its_lasting_address_its_other_forms_and_what_it_is_as_data(string path)
    {
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/text{path}");
        var links = page.Element("head")!.Elements("link").ToLookup(link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value);
        var (root, below) = (served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), $"/text{path.Replace('.', '/')}.html");
        var canonical = $"{root}{ServedPlan.Plan}{below}";

        Assert.Equal([canonical], links["canonical"]);
        Assert.Equal([$"{root}{ServedPlan.Latest}{below}"], links["cite-as"]);
        Assert.Equal(
            [".json", ".md", ".txt"],
            links["alternate"].Select(Path.GetExtension).Where(form => !form!.StartsWith(".html", StringComparison.Ordinal)).Order()
        );
        Assert.Equal(
            [$"{canonical}?lang=en", $"{canonical}?lang=zh"],
            links["alternate"].Where(href => href.Contains("lang=", StringComparison.Ordinal))
        );
        Assert.Equal(path is not ("" or "/notice" or "/pre" or "/ch5"), links["up"].Any());

        var data = JsonNode.Parse(DataOf(page))!;
        Assert.Equal(("https://schema.org", canonical, "1.1.0"), ((string?)data["@context"], (string?)data["@id"], (string?)data["version"]));
    }

    [Fact]
    public async Task Every_link_of_the_pages_leads_somewhere()
    {
        HashSet<string> seen = [];
        foreach (var path in Pages)
        {
            var (page, _) = await ReadAsync(path);
            var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToHashSet();
            foreach (
                var href in page.Descendants()
                    .Where(element => element.Name.LocalName is "a" or "link")
                    .Attributes("href")
                    .Select(href => href.Value)
                    .Distinct()
            )
            {
                if (href is ['#', .. var id])
                    Assert.True(ids.Contains(id), $"{path}: {href}");
                if (
                    href is ['#', ..]
                    || !new Uri(served.App.Client.BaseAddress!, href).Authority.Equals(
                        served.App.Client.BaseAddress!.Authority,
                        StringComparison.Ordinal
                    )
                    || !seen.Add(href)
                )
                    continue;

                using var there = await served.App.SendAsync(HttpMethod.Head, href, ("Accept", "*/*"));
                Assert.True(there.IsSuccessStatusCode, $"{path}: {href} answers {there.StatusCode}");
            }
        }

        Assert.True(seen.Count > 150, $"{seen.Count} links");
    }

    [Fact]
    public async Task A_search_is_a_page_too_with_its_form_its_hits_marked_and_what_else_could_be_chosen()
    {
        var (page, _) = await ReadAsync(Found);
        var json = await served.JsonAsync(Found);

        var form = page.Descendants("main").Single().Descendants("form").Single();
        Assert.Equal($"{ServedPlan.Plan}/search.html", form.Attribute("action")!.Value);
        Assert.Equal(
            ("q", "城镇"),
            (form.Descendants("input").Single().Attribute("name")!.Value, form.Descendants("input").Single().Attribute("value")!.Value)
        );
        var hits = page.Descendants("ol").Single(list => (string?)list.Attribute("class") is "hits").Elements("li").ToList();
        Assert.Equal(json["items"]!.AsArray().Select(hit => (string?)hit!["title"]), hits.Select(hit => hit.Element("a")!.Value));
        Assert.All(hits.Descendants("mark"), mark => Assert.Equal("城镇", mark.Value));
        Assert.Equal(
            json["items"]!.AsArray().Sum(hit => hit!["snippets"]!.AsArray().Sum(snippet => snippet!["highlights"]!.AsArray().Count)),
            hits.Descendants("mark").Count()
        );
        Assert.Equal(
            json["facets"]!["chapter"]!.AsArray().Select(chapter => (int)chapter!["count"]!).ToArray(),
            page.Descendants("nav")
                .Single(nav => nav.Attribute("aria-label")!.Value is "章")
                .Descendants("a")
                .Elements("small")
                .Select(count => int.Parse(count.Value, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray()
        );

        var chosen = page.Descendants("nav")
            .Single(nav => nav.Attribute("aria-label")!.Value is "类型")
            .Descendants("a")
            .First()
            .Attribute("href")!
            .Value;
        var (narrowed, _) = await ReadAsync(chosen);
        Assert.Equal(
            ["✕"],
            narrowed
                .Descendants("nav")
                .Single(nav => nav.Attribute("aria-label")!.Value is "类型")
                .Descendants("a")
                .Take(1)
                .Select(link => link.Value)
        );
        var data = page.Element("head")!
            .Elements("link")
            .Single(link => (string?)link.Attribute("type") is "application/json")
            .Attribute("href")!
            .Value;
        using var asked = await served.App.SendAsync(HttpMethod.Get, data, ("Accept", AsBrowsersDo));
        Assert.Equal("application/json", asked.Content.Headers.ContentType!.MediaType);
        var (second, _) = await ReadAsync(page.Descendants("a").Single(link => link.Attribute("rel")?.Value is "next").Attribute("href")!.Value);
        Assert.NotEqual(
            hits[0].Value,
            second.Descendants("ol").Single(list => (string?)list.Attribute("class") is "hits").Elements("li").First().Value
        );
    }

    [Theory]
    [InlineData("q=%3Cscript%3Ealert(1)%3C/script%3E", "没有任何记录含有“<script>alert(1)</script>”")]
    [InlineData("q=%E7%BB%BF%E5%8C%96&type=place&chapter=notice", "都不属于所选类型和章节")]
    public async Task A_search_without_hits_says_why_in_the_language_of_the_page_and_repeats_what_was_asked_as_text(string query, string why)
    {
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/search?{query}");
        Assert.Contains(why, page.Descendants("p").First(p => p.Attribute("class")?.Value is "note").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants("script"), script => script.Value.Contains("alert", StringComparison.Ordinal));
        Assert.Equal(query.Contains("type", StringComparison.Ordinal), page.Descendants("a").Any(link => link.Value is "✕"));

        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/search.html?{query}", ("Accept-Language", "en"));
        Assert.Equal(["en"], response.Content.Headers.ContentLanguage);
        Assert.DoesNotContain(why, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_is_a_page_for_people_and_the_service_document_for_programs()
    {
        var (page, _) = await ReadAsync("/");
        var json = await served.JsonAsync("/");

        Assert.Equal("v1", (string?)json["apiVersion"]);
        Assert.Equal(7, page.Descendants("ul").First(list => (string?)list.Attribute("class") is "cards").Elements("li").Count());
        var data = JsonNode.Parse(DataOf(page))!;
        Assert.Equal("Dataset", (string?)data["@type"]);
        var files = await served.JsonAsync($"{ServedPlan.Plan}/files?limit=500");
        Assert.Equal(
            files["items"]!.AsArray().Select(file => (string?)file!["sha256"]),
            data["distribution"]!.AsArray().Select(file => (string?)file!["sha256"])
        );
        Assert.Equal(17, data["variableMeasured"]!.AsArray().Count);

        using var answer = await served.App.SendAsync(HttpMethod.Get, "/", ("Accept", AsBrowsersDo));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task The_page_of_the_data_offers_first_what_people_open()
    {
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/files");
        string[] files =
        [
            .. page.Descendants("a")
                .Attributes("href")
                .Select(href => href.Value)
                .Where(href => href.Contains("/files/", StringComparison.Ordinal))
                .Select(href => href.Split("/files/")[1]),
        ];
        Assert.Equal("plan.xlsx", files[0]);
        Assert.True(
            Array.IndexOf(files, "all.zip") < Array.IndexOf(files, "indicators-zh.csv")
                && Array.IndexOf(files, "indicators-zh.csv") < Array.IndexOf(files, "indicators.csv")
        );
        Assert.Contains(page.Descendants("h2"), head => head.Value.StartsWith("正文中的数量与承诺", StringComparison.Ordinal));

        var list = await served.JsonAsync($"{ServedPlan.Plan}/files?limit=500");
        Assert.Equal(
            list["items"]!.AsArray().Select(file => (string)file!["path"]!).Order(StringComparer.Ordinal),
            files.Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_section_leads_to_the_sections_before_and_after_it()
    {
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/text/ch5/s1");
        var links = page.Element("head")!.Elements("link").ToLookup(link => link.Attribute("rel")!.Value, link => link.Attribute("href")!.Value);

        Assert.StartsWith($"{ServedPlan.Plan}/text/ch4/s", links["prev"].Single(), StringComparison.Ordinal);
        Assert.Equal($"{ServedPlan.Plan}/text/ch5/s2.html", links["next"].Single());
        Assert.Equal($"{ServedPlan.Plan}/text/ch5.html", links["up"].Single());
    }

    private async Task<(XElement Page, string Policy)> ReadAsync(string path)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, path, ("Accept", AsBrowsersDo));
        var markup = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {markup}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>\n", markup, StringComparison.Ordinal);
        return (XDocument.Parse(markup).Root!, response.Headers.GetValues("Content-Security-Policy").Single());
    }

    private static string DataOf(XElement page) =>
        page.Descendants("script").Single(script => (string?)script.Attribute("type") is "application/ld+json").Value;

    private static string Meta(XElement head, string name) =>
        head.Elements("meta").Single(meta => meta.Attribute("name")?.Value == name).Attribute("content")!.Value;
}
