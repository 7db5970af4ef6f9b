using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Plans.Tests.Search;

public class SearchQueryTests
{
    [Theory]
    [InlineData("户籍", "户籍")]
    [InlineData(" 户籍　绿化\t5Ｇ ", "户籍|绿化|5g")]
    [InlineData("\"5G 网络\" 建设", "5g 网络|建设")]
    [InlineData("“十四五”规划", "十四五|规划")]
    [InlineData("ＰＭ２．５", "pm2.5")]
    [InlineData("绿化 -公园", "绿化|-公园")]
    [InlineData("绿化 －“公园 广场”", "绿化|-公园 广场")]
    [InlineData("IPv6 ipv6 ＩＰＶ６", "ipv6")]
    [InlineData("3-5年", "3-5年")]
    [InlineData("绿*化?", "绿*化?")]
    [InlineData("的", "的")]
    [InlineData("\U0001F600", "\U0001F600")]
    public void Terms_are_parted_by_white_space_held_by_quotation_marks_and_folded(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', SearchQuery.Parse("q", text).Value!.Terms.Select(term => (term.Excluded ? "-" : "") + term.Text)));

    [Theory]
    [InlineData("", "at least one character")]
    [InlineData("  \u3000\t", "at least one character")]
    [InlineData("\u200B", "at least one character")]
    [InlineData("\"\"", "at least one character")]
    [InlineData("-公园", "without a minus")]
    [InlineData("绿化 -", "behind each minus")]
    [InlineData("绿化 -\"\"", "behind each minus")]
    [InlineData("\"绿化", "quotation marks in pairs")]
    [InlineData("“绿化\"", "quotation marks in pairs")]
    [InlineData("绿\u0000化", "no control characters")]
    [InlineData("绿\u009F化", "no control characters")]
    [InlineData("绿\uD800化", "half of a surrogate pair")]
    [InlineData("绿\uFFFD化", "not UTF-8")]
    [InlineData("一 二 三 四 五 六 七 八 九 十 十一", "at most 10 terms")]
    public void A_query_that_cannot_be_answered_names_its_rule(string text, string rule) =>
        Assert.Contains(rule, SearchQuery.Parse("q", text).Error!.Rule, StringComparison.Ordinal);

    [Fact]
    public void A_long_query_is_refused_and_not_repeated()
    {
        var error = SearchQuery.Parse("q", new string('绿', 10_000)).Error!;
        Assert.Equal(("q", 201, "at most 200 characters"), (error.Where, error.Found.Length, error.Rule));
    }
}
