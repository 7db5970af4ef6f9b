using CsCheck;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Search;

public class SearchIndexTests
{
    private static readonly Plan Plan = ThePlan.Read;
    private static readonly SearchIndex Index = SearchIndex.Of(Plan.Nodes, Plan.Indicators, Plan.Commitments, Plan.Places);

    [Theory]
    [InlineData("户籍")]
    [InlineData("绿化")]
    [InlineData("5G")]
    [InlineData("5ｇ")]
    [InlineData("PM2.5")]
    [InlineData("ipv6")]
    [InlineData("的")]
    [InlineData("受污染耕地安全利用率93%以上")]
    [InlineData("\"十四五\"")]
    [InlineData("Ⅲ类")]
    [InlineData("，")]
    [InlineData("城镇化 -农村")]
    public void It_finds_what_reading_every_node_finds(string text)
    {
        var query = Parse(text);
        var read = Plan.Nodes.Where(node =>
            Texts(node) is var texts && query.Terms.All(term => texts.Any(own => own.Contains(term.Text, StringComparison.Ordinal)) != term.Excluded)
        );
        Assert.NotEmpty(read);
        Assert.Equal(
            read.Select(node => node.Id),
            Index
                .Find(query)
                .Where(match => match.Document.Node is not null)
                .OrderBy(match => match.Document.Order)
                .Select(match => match.Document.Id)
        );
    }

    [Theory]
    [InlineData("绿化", "built-up-green-coverage")]
    [InlineData("green", "built-up-green-coverage")]
    [InlineData("海安", "haian")]
    [InlineData("农业转移人口市民化成效显著", "ch1.s1.p2")]
    [InlineData("韧性城市建设工程", "col6")]
    [InlineData("受污染耕地安全利用率", "ch5.s5.p2")]
    public void It_finds_records_of_every_kind(string text, string id) => Assert.Contains(Index.Find(Parse(text)), match => match.Document.Id == id);

    [Fact]
    public void What_is_called_so_comes_before_what_only_mentions_it()
    {
        var found = Index.Find(Parse("户籍制度"));
        Assert.Equal("ch3.s1", found[0].Document.Id); // （一）全面深化户籍制度改革
        Assert.True(found.Count > 3);
        Assert.Equal(
            found.OrderByDescending(match => match.Score).ThenBy(match => match.Document.Order).Select(match => match.Score),
            found.Select(match => match.Score)
        );
    }

    [Fact]
    public void Any_words_of_a_node_find_that_node_and_every_hit_shows_a_term() =>
        Gen.Select(Gen.Int[0, Plan.Nodes.Count - 1], Gen.Int[0, 1_000], Gen.Int[1, 12], Gen.Bool)
            .Sample(
                (at, start, length, apart) =>
                {
                    var node = Plan.Nodes[at];
                    var from = start % node.Text.Length;
                    var words = node.Text.Substring(from, Math.Min(length, node.Text.Length - from));
                    var typed = apart ? words : $"\"{words.Replace('"', ' ')}\"";
                    if (!SearchQuery.Parse("q", typed).Try(out var query, out _) || query.Terms.Any(term => term.Excluded))
                        return;

                    Assert.Contains(Index.Find(query), match => match.Document.Id == node.Id);
                    CheckHits(query);
                },
                iter: 300
            );

    [Fact]
    public void Hits_stand_where_they_say_whatever_folding_does_to_lengths()
    {
        Gen.Char["㎡½Ⅲ①ＡａA　 \u200B2m绿化/1"]
            .Array[1, 40]
            .Select(characters => new string(characters))
            .SelectMany(text =>
                Gen.Select(
                    Gen.Int[0, text.Length - 1],
                    Gen.Int[1, 4],
                    (from, length) => (Text: text, Words: text.Substring(from, Math.Min(length, text.Length - from)))
                )
            )
            .Sample(sample =>
            {
                if (!SearchQuery.Parse("q", $"\"{sample.Words}\"").Try(out var query, out _))
                    return;
                var document = new SearchDocument(SearchScope.Text, "x", NodeType.Paragraph, "", ["x"], 1, [new("text", sample.Text, 0)]);
                var snippets = Snippet.Of(document, query);
                Assert.NotEmpty(snippets);
                CheckSnippets(document, query, snippets);
            });
    }

    [Fact]
    public void The_index_takes_a_few_hundred_kilobytes() => Assert.InRange(Index.Bytes, 100_000, 700_000);

    [Theory]
    [InlineData("的 一 在 和 市 城 建 发 化 展")]
    [InlineData("， 。 、 ； ： （ ）")]
    public void Of_the_commonest_characters_no_more_than_three_passages_are_shown(string text)
    {
        var query = SearchQuery.Parse("q", text).Value!;
        Assert.NotEmpty(Index.Find(query));
        Assert.All(Index.Find(query), match => Assert.InRange(Snippet.Of(match.Document, query).Count, 1, 3));
    }

    private static void CheckHits(SearchQuery query)
    {
        foreach (var match in Index.Find(query).Take(20))
            CheckSnippets(match.Document, query, Snippet.Of(match.Document, query));
    }

    private static void CheckSnippets(SearchDocument document, SearchQuery query, IReadOnlyList<Snippet> snippets)
    {
        foreach (var snippet in snippets)
        {
            var whole = document.Fields.Single(field => field.Member == snippet.Field).Text;
            Assert.Equal(snippet.Text, whole[snippet.Start..snippet.End]);
            Assert.NotEmpty(snippet.Highlights);
            Assert.All(
                snippet.Highlights,
                hit =>
                {
                    Assert.Equal((snippet.Start + hit.Start, snippet.Start + hit.End), (hit.CharStart, hit.CharEnd));
                    var shown = Folding.ForSearch(snippet.Text[hit.Start..hit.End]).Text;
                    Assert.Contains(query.Terms, term => shown.Contains(term.Text, StringComparison.Ordinal));
                    Assert.DoesNotContain(
                        query.Terms,
                        term =>
                            Folding.ForSearch(whole[hit.CharStart..(hit.CharEnd - 1)]).Text.Contains(term.Text, StringComparison.Ordinal)
                            && query.Terms.Count is 1
                    );
                }
            );
            Assert.All(snippet.Highlights.Zip(snippet.Highlights.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        }
    }

    private static string[] Texts(Node node) =>
        [
            Folding.ForSearch(node.Text).Text,
            .. node is { Type: NodeType.ColumnItem, Heading: { } heading } ? [Folding.ForSearch(heading).Text] : Array.Empty<string>(),
        ];

    private static SearchQuery Parse(string text) => SearchQuery.Parse("q", text).Value!;
}
