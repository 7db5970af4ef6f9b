using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Resources.Reading;

[Collection(nameof(ServedPlan))]
public sealed class VerifyTests(ServedPlan served)
{
    private const string Verify = ServedPlan.Plan + "/verify";

    [Fact]
    public async Task A_quotation_leads_to_node_offsets_source_and_citation()
    {
        const string Quote = "受污染耕地安全利用率93%以上";
        var answer = await served.JsonAsync($"{Verify}?quote={Uri.EscapeDataString(Quote)}");
        Assert.Equal(("exact", Quote, 1), ((string?)answer["result"], (string?)answer["quote"], (int?)answer["pieces"]![0]!["total"]));

        var place = answer["pieces"]![0]!["places"]![0]!;
        var node = await served.JsonAsync((string)place["href"]!);
        Assert.Equal((string?)place["node"], (string?)node["id"]);
        Assert.Equal("TextPositionSelector", (string?)place["position"]!["type"]);
        Assert.Equal(Quote, ((string)node["text"]!)[(int)place["position"]!["start"]!..(int)place["position"]!["end"]!]);
        Assert.Equal(("TextQuoteSelector", Quote), ((string?)place["quotation"]!["type"], (string?)place["quotation"]!["exact"]));
        Assert.Contains(
            (string)place["quotation"]!["prefix"]! + Quote + (string)place["quotation"]!["suffix"]!,
            (string)node["text"]!,
            StringComparison.Ordinal
        );

        var source = await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/files/source.txt");
        var printed = source[(int)place["source"]!["charStart"]!..(int)place["source"]!["charEnd"]!];
        Assert.Equal(Quote, printed.Replace("\n", "", StringComparison.Ordinal)); // a page break stands between
        Assert.Equal([298, 300], place["source"]!["lines"]!.AsArray().Select(line => (int)line!));

        Assert.Contains(Quote, (string?)(await served.JsonAsync((string)place["citation"]!))["cited"]!["quote"], StringComparison.Ordinal);
        Assert.EndsWith($"#:~:text={Uri.EscapeDataString(Quote)}", (string?)place["fragment"], StringComparison.Ordinal);
        using var shown = await served.App.Client.GetAsync((string)place["fragment"]!);
        // Across the mark of the page break.
        Assert.Contains(Quote, XDocument.Parse(await shown.Content.ReadAsStringAsync()).Root!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("受污染耕地安全利用率 ９３％以上", "normalized", "")]
    [InlineData("聚焦PM_{2.5}与臭氧", "normalized", "e-0001")]
    public async Task What_reads_the_same_says_how_it_differs(string quote, string result, string errata)
    {
        var answer = await served.JsonAsync($"{Verify}?quote={Uri.EscapeDataString(quote)}");
        var place = answer["pieces"]![0]!["places"]![0]!;
        Assert.Equal((result, errata), ((string?)answer["result"], string.Join(",", place["errata"]!.AsArray().Select(id => (string?)id))));
        Assert.Equal(quote, Joined(place, "insert"));
        Assert.Equal((string?)place["quotation"]!["exact"], Joined(place, "delete"));
    }

    [Fact]
    public async Task A_wrong_number_leads_to_the_passage_that_was_meant()
    {
        var answer = await served.JsonAsync($"{Verify}?quote={Uri.EscapeDataString("受污染耕地安全利用率95%以上")}");
        var nearest = answer["pieces"]![0]!["nearest"]!;
        Assert.Equal(
            ("differs", "ch5.s5.p2", "受污染耕地安全利用率93%以上"),
            ((string?)answer["result"], (string?)nearest["place"]!["node"], (string?)nearest["place"]!["quotation"]!["exact"])
        );
        Assert.InRange((decimal)nearest["similarity"]!, 0.4m, 1);
        Assert.Equal("95", (string?)nearest["place"]!["edits"]!.AsArray().Single(edit => (string?)edit!["op"] == "delete")!["text"]);
    }

    [Theory]
    [InlineData("强化污染防治攻坚。农业转移人口市民化成效显著。", "scattered", 2)]
    [InlineData("南通市人民政府办公室%0A2021年12月29日", "spans", 2)]
    [InlineData("The quick brown fox", "not-found", 1)]
    [InlineData("%F0%9F%98%80", "not-found", 1)]
    public async Task A_quotation_of_several_paragraphs_is_checked_piece_by_piece(string quote, string result, int pieces)
    {
        var answer = await served.JsonAsync($"{Verify}?quote={quote}");
        Assert.Equal((result, pieces), ((string?)answer["result"], answer["pieces"]!.AsArray().Count));
    }

    [Fact]
    public async Task Places_are_counted_all_and_listed_up_to_fifty()
    {
        var piece = (await served.JsonAsync($"{Verify}?quote=城"))["pieces"]![0]!;
        Assert.True((int)piece["total"]! > 500);
        Assert.Equal(50, piece["places"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("", "is missing")]
    [InlineData("?quote=", "at least one character")]
    [InlineData("?quote=%20%0A", "at least one character")]
    [InlineData("?quote=a%00b", "no control characters")]
    public async Task What_is_no_quotation_is_refused_with_its_rule(string query, string rule) =>
        await served.RefusedAsync(Verify + query, "quote", rule);

    [Fact]
    public async Task What_is_too_long_is_refused_with_its_rule()
    {
        await served.RefusedAsync($"{Verify}?quote={new string('a', 501)}", "quote", "at most 500 characters");
        await served.RefusedAsync(
            $"{Verify}?quote={string.Concat(Enumerable.Range(0, 30).Select(number => $"x{number}。"))}",
            "quote",
            "at most 20 sentences"
        );
    }

    private static string Joined(JsonNode place, string without) =>
        string.Concat(place["edits"]!.AsArray().Where(edit => (string?)edit!["op"] != without).Select(edit => (string?)edit!["text"]));
}
