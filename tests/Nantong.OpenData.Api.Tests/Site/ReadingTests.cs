using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The text as people read it: marked, and still the text.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ReadingTests(ServedPlan served)
{
    [Fact]
    public async Task A_page_of_the_text_says_what_the_text_says_whatever_is_marked_in_it()
    {
        var nodes = (await served.JsonAsync($"{ServedPlan.Plan}/paragraphs?limit=500"))["items"]!.AsArray();
        Dictionary<string, XElement> chapters = [];
        foreach (var node in nodes)
        {
            var id = (string)node!["id"]!;
            var chapter = id.Split('.')[0];
            if (!chapters.ContainsKey(chapter))
                chapters[chapter] = await served.PageAsync($"{ServedPlan.Plan}/text/{chapter}.html");
            var shown = chapters[chapter].Descendants("p").Single(paragraph => (string?)paragraph.Attribute("id") == id);
            Assert.Equal(
                (string)node["text"]!,
                string.Concat(shown.DescendantNodes().OfType<XText>().Where(text => !IsOfAnchor(text)).Select(text => text.Value))
            );
        }
    }

    [Fact]
    public async Task Promises_and_places_are_marked_at_the_characters_that_their_records_name_and_lead_to_them()
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/text/ch5/s5.html");
        var promised = (await served.JsonAsync($"{ServedPlan.Plan}/commitments?section=ch5.s5&limit=500"))["items"]!.AsArray();
        Assert.NotEmpty(promised);
        foreach (var commitment in promised.Where(one => !((string)one!["anchor"]!["node"]!).StartsWith("col", StringComparison.Ordinal)))
        {
            var link = page.OfClass("promise")
                .Single(mark => mark.Attribute("href")!.Value == $"{ServedPlan.Plan}/commitments/{commitment!["id"]}.html");
            Assert.Equal((string?)commitment!["anchor"]!["quote"]!["exact"], link.Value);
            Assert.Equal((string?)commitment["anchor"]!["node"], (string?)link.Ancestors("p").Single().Attribute("id"));
        }

        var place = (await served.PageAsync($"{ServedPlan.Plan}/text/ch2.html")).OfClass("place-name").First();
        await served.PageAsync(place.Attribute("href")!.Value);
    }

    [Fact]
    public async Task Each_sentence_has_an_address_that_its_citation_uses()
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/text/ch5/s5/p2.html?lang=zh");
        var sentence = page.Descendants("span").Single(span => (string?)span.Attribute("id") is "ch5.s5.p2~3");
        Assert.Contains(page.OfClass("sentence"), link => (string?)link.Attribute("href") is "#ch5.s5.p2~3");
        var cite = await served.PageAsync(
            page.OfClass("quoted").Single(link => link.Attribute("href")!.Value.Contains("~3", StringComparison.Ordinal)).Attribute("href")!.Value
        );
        Assert.Contains("第3句", cite.Value, StringComparison.Ordinal);
        Assert.Equal(sentence.Value, (string?)(await served.JsonAsync($"{ServedPlan.Plan}/cite?target=ch5.s5.p2~3"))["cited"]!["quote"]);
    }

    private static bool IsOfAnchor(XText text) =>
        text.Ancestors("a").Any(link => ((string?)link.Attribute("class"))?.Contains("anchor", StringComparison.Ordinal) ?? false);
}
