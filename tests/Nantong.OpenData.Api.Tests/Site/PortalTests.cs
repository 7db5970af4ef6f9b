using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The portal as people walk it: from the front page to every page, in both languages.</summary>
[Collection(nameof(ServedPlan))]
public sealed class PortalTests(ServedPlan served)
{
    private const string AsBrowsersDo = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private const int MostBytes = 60_000;

    [Theory]
    [InlineData("zh", "zh-CN")]
    [InlineData("en", "en")]
    public async Task From_the_front_page_every_page_is_reached_and_none_is_dead_too_large_or_data_that_does_not_say_so(string language, string tag)
    {
        HashSet<string> known = [$"/?lang={language}"];
        Queue<string> waiting = new(known);
        Dictionary<string, string> ledHere = [];
        Dictionary<string, int> sizes = [];
        while (waiting.TryDequeue(out var path))
        {
            var (page, size) = await ReadAsync(path, tag, ledHere.GetValueOrDefault(path));
            sizes[path] = size;
            foreach (
                var link in page.Descendants("a").Where(link => link.Attribute("hreflang") is null && link.Attribute("href")!.Value is not ['#', ..])
            )
            {
                var href = new Uri(served.App.Client.BaseAddress!, link.Attribute("href")!.Value);
                if (href.Authority != served.App.Client.BaseAddress!.Authority)
                    continue;
                if (
                    href.AbsolutePath.Contains("/files/", StringComparison.Ordinal)
                    || (!href.AbsolutePath.EndsWith(".html", StringComparison.Ordinal) && href.AbsolutePath is not "/")
                )
                {
                    if (known.Add(href.PathAndQuery))
                        await CheckDataAsync(path, link, href);
                    continue;
                }

                if (Wanders(href) || !known.Add(href.PathAndQuery))
                    continue;
                waiting.Enqueue(href.PathAndQuery);
                ledHere[href.PathAndQuery] = path;
            }
        }

        Assert.All(sizes, page => Assert.True(page.Value <= MostBytes, $"{page.Key} takes {page.Value} bytes compressed"));
        Assert.True(sizes.Count > 300, $"{sizes.Count} pages");
        var shown = sizes.Keys.Select(path => path.Split('?', '@')[0]).ToHashSet();
        foreach (
            var operation in (string[])
                [
                    "/indicators",
                    "/text",
                    "/columns",
                    "/commitments",
                    "/places",
                    "/structures",
                    "/errata",
                    "/consistency",
                    "/observations",
                    "/files",
                    "/releases",
                    "/verify",
                    "/cite",
                    "/aggregates",
                    "/changes",
                    "/exclusions",
                    "/sections",
                    "/paragraphs",
                ]
        )
            Assert.Contains($"{ServedPlan.Plan}{operation}.html", shown);
    }

    [Fact]
    public async Task The_numbers_of_the_pages_are_those_of_the_data()
    {
        var json = (await served.JsonAsync($"{ServedPlan.Plan}/indicators?limit=500"))["items"]!.AsArray();
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/indicators.html?lang=zh", "zh-CN");
        var rows = page.Descendants("tbody")
            .First()
            .Elements("tr")
            .Select(row => row.Elements().Take(3).Select(cell => cell.Value).ToList())
            .ToList();

        Assert.Equal(json.Count, rows.Count);
        Assert.All(
            json.Zip(rows),
            pair =>
            {
                Assert.StartsWith((string)pair.First!["label"]!["zh"]!, pair.Second[0], StringComparison.Ordinal);
                Assert.Equal((string)pair.First["baseline"]!["raw"]!, pair.Second[1]);
                Assert.Equal((string)pair.First["target"]!["raw"]!, pair.Second[2]);
            }
        );
        foreach (var indicator in json)
        {
            var chart = XDocument
                .Parse(await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/indicators/{indicator!["id"]}/chart.svg?lang=zh"))
                .Root!;
            Assert.Contains(
                (string)indicator["target"]!["raw"]!,
                chart.Elements().Single(element => element.Name.LocalName is "desc").Value,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData("commitments", "kind=target")]
    [InlineData("indicators", "category.id=city-function")]
    [InlineData("observations", "year=2020")]
    [InlineData("errata", "applied=true&utm_source=x")]
    [InlineData("places", "type=town")]
    public async Task A_condition_on_a_page_holds_as_it_does_for_the_data(string list, string query)
    {
        var data = await served.JsonAsync($"{ServedPlan.Plan}/{list}.json?{query.Split('&')[0]}&limit=500");
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/{list}.html?{query}&limit=500", "zh-CN");
        var shown = list switch
        {
            "commitments" => page.Descendants("ol").Single(element => (string?)element.Attribute("class") is "hits").Elements("li").Count(),
            "places" => page.Descendants("main")
                .Single()
                .Descendants("ul")
                .Where(element => (string?)element.Attribute("class") is "chips")
                .Elements("li")
                .Count(),
            _ => page.Descendants("tbody").Single().Elements("tr").Count(),
        };
        Assert.Equal((int)data["page"]!["total"]!, shown);
        Assert.NotEqual(0, shown);
    }

    [Fact]
    public async Task A_page_is_never_kept_for_good_since_its_banner_tells_of_later_releases()
    {
        using var page = await served.App.Client.GetAsync($"{ServedPlan.Latest}/indicators.html");
        using var data = await served.App.Client.GetAsync($"{ServedPlan.Latest}/indicators.json");
        Assert.DoesNotContain("immutable", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("immutable", data.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_an_older_release_says_so_and_leads_to_the_same_page_of_the_newest_and_to_what_changed()
    {
        var (older, _) = await ReadAsync($"{ServedPlan.First}/text/ch5/s5.html?lang=zh", "zh-CN");
        var banner = older.Descendants("div").Single(element => (string?)element.Attribute("class") is "banner");
        string[] links = [.. banner.Descendants("a").Select(link => link.Attribute("href")!.Value)];

        Assert.Contains("1.0.0", banner.Value, StringComparison.Ordinal);
        Assert.Equal([$"{ServedPlan.Plan}/text/ch5/s5.html?lang=zh", $"{ServedPlan.Plan}/changes/1.0.0..1.1.0.html?lang=zh"], links);
        foreach (var link in links)
            await ReadAsync(link, "zh-CN");
        var (comparison, _) = await ReadAsync(links[1], "zh-CN");
        Assert.Contains(
            "规划原文变了",
            comparison.Descendants("p").First(p => (string?)p.Attribute("class") is "lead").Value,
            StringComparison.Ordinal
        );
        var (newest, _) = await ReadAsync($"{ServedPlan.Plan}/text/ch5/s5.html", "zh-CN");
        Assert.DoesNotContain(newest.Descendants("div"), element => (string?)element.Attribute("class") is "banner");
    }

    [Theory]
    [InlineData(null, "zh-CN")]
    [InlineData("en-GB,en;q=0.8", "en")]
    [InlineData("fr, zh-Hans;q=0.5, en;q=0.2", "zh-CN")]
    [InlineData("*", "zh-CN")]
    public async Task A_page_speaks_the_language_that_the_browser_asks_for_and_says_that_it_did(string? asked, string tag)
    {
        using var answer = await served.App.SendAsync(
            HttpMethod.Get,
            $"{ServedPlan.Plan}/indicators.html",
            asked is null ? [] : [("Accept-Language", asked)]
        );
        Assert.Equal([tag], answer.Content.Headers.ContentLanguage);
        Assert.Contains("Accept-Language", answer.Headers.Vary);
        Assert.Equal(tag, XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Attribute("lang")!.Value);
    }

    [Fact]
    public async Task A_quotation_is_checked_on_a_page_with_its_differences_marked()
    {
        var (form, _) = await ReadAsync($"{ServedPlan.Plan}/verify.html", "zh-CN");
        Assert.Equal("quote", form.Descendants("textarea").Single().Attribute("name")!.Value);

        var (page, _) = await ReadAsync(
            $"{ServedPlan.Plan}/verify.html?quote={Uri.EscapeDataString("到2025年，全市常住人口城镇化率达到75%")}",
            "zh-CN"
        );
        Assert.NotEmpty(page.Descendants("del").Concat(page.Descendants("ins")));
    }

    [Fact]
    public async Task A_value_is_tried_on_the_page_of_an_indicator()
    {
        var (page, _) = await ReadAsync($"{ServedPlan.Plan}/indicators/urbanization-rate/evaluate.html?value=74.5&year=2025", "zh-CN");
        Assert.Equal("达到", page.Descendants("span").Single(element => (string?)element.Attribute("class") is "verdict met").Value);

        using var wrong = await served.App.SendAsync(
            HttpMethod.Get,
            $"{ServedPlan.Plan}/indicators/urbanization-rate/evaluate.html?value=x",
            ("Accept", AsBrowsersDo)
        );
        Assert.Equal((400, "text/html"), ((int)wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("?width=279", "width")]
    [InlineData("?width=x", "width")]
    [InlineData("?theme=blue", "theme")]
    public async Task A_chart_that_cannot_be_drawn_is_refused_with_the_parameter(string query, string parameter)
    {
        using var answer = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators/chart.svg{query}");
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal(parameter, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]![0]!["parameter"]);
    }

    [Fact]
    public async Task Style_and_script_are_kept_for_good_under_names_that_follow_their_content()
    {
        var (page, _) = await ReadAsync("/", "zh-CN");
        string[] assets =
        [
            page.Descendants("link").Single(link => (string?)link.Attribute("rel") is "stylesheet").Attribute("href")!.Value,
            page.Descendants("script").First(script => script.Attribute("src") is not null).Attribute("src")!.Value,
        ];
        foreach (var asset in assets)
        {
            using var answer = await served.App.Client.GetAsync(asset);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
            Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length < 30_000, asset);
        }

        using var old = await served.App.Client.GetAsync("/assets/site-000000000000.css");
        Assert.Equal(404, (int)old.StatusCode);
    }

    /// <summary>True for addresses without end: filters on filters, other languages, releases that the test does not walk.</summary>
    private static bool Wanders(Uri href) =>
        href.Query.Split('&', '?').Count(part => part is not "" && !part.StartsWith("lang=", StringComparison.Ordinal)) > 0
        || href.AbsolutePath.Contains('@', StringComparison.Ordinal);

    /// <summary>What is no page is a file or a form of the data, and the link says so.</summary>
    private async Task CheckDataAsync(string page, XElement link, Uri href)
    {
        using var there = await served.App.SendAsync(HttpMethod.Head, href.PathAndQuery, ("Accept", AsBrowsersDo));
        Assert.True(there.IsSuccessStatusCode, $"{page}: {href} answers {there.StatusCode}");
        if (there.Content.Headers.ContentType?.MediaType is not "application/json")
            return;
        var said =
            link.Value.Contains("JSON", StringComparison.OrdinalIgnoreCase)
            || href.AbsolutePath.EndsWith(link.Value.Trim(), StringComparison.Ordinal);
        Assert.True(said, $"{page}: '{link.Value}' leads to raw data at {href.PathAndQuery}");
    }

    private async Task<(XElement Page, int Compressed)> ReadAsync(string path, string tag, string? from = null)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, path, ("Accept", AsBrowsersDo));
        var markup = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}, to which {from} leads: {response.StatusCode}");
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        using var text = new MemoryStream(markup);
        var page = XDocument.Load(text).Root!;
        Assert.True(tag == page.Attribute("lang")!.Value, $"{path}, to which {from} leads, is not in {tag}");
        Assert.Single(page.Descendants("h1"));

        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            brotli.Write(markup);
        return (page, (int)packed.ToArray().Length);
    }
}
