using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Tests.Query;

public sealed class ListQueryTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1", 1)]
    [InlineData("500", 500)]
    public void A_limit_within_bounds_is_taken(string raw, int limit) => Assert.Equal(limit, Parse(("limit", raw)).Value!.Limit);

    [Theory]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("1,2")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void Any_other_limit_is_quoted_with_its_rule(string raw)
    {
        var error = Parse(("limit", raw)).Error!;
        Assert.Equal(("limit", raw, "a whole number from 0 to 500"), (error.Where, error.Found, error.Rule));
    }

    [Fact]
    public void Without_parameters_it_is_the_whole_list_in_its_own_order_from_the_beginning()
    {
        var query = Parse().Value!;
        Assert.Equal((null, null, null), (query.Limit, query.After, query.Projection));
        Assert.Equal(("", ""), (query.Filter.Canonical, query.Sort.Canonical));
    }

    [Theory]
    [InlineData("built-up-green-coverage")]
    [InlineData("表1")]
    public void A_cursor_brings_back_the_key_it_was_made_of(string key) =>
        Assert.Equal(key, Parse(("cursor", Cursor.Write(key, Scope))).Value!.After);

    [Fact]
    public void A_cursor_of_another_list_is_refused() => Assert.Equal("cursor", Parse(("cursor", Cursor.Write("a", "other"))).Error!.Where);

    [Fact]
    public void A_cursor_with_any_character_changed_is_refused()
    {
        var cursor = Cursor.Write("built-up-green-coverage", "list");
        Assert.All(
            Enumerable.Range(0, cursor.Length),
            at =>
            {
                var changed = cursor.ToCharArray();
                changed[at] = changed[at] == 'A' ? 'B' : 'A';
                Assert.Null(Cursor.Read(new string(changed), "list"));
            }
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("====")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public void Noise_is_no_cursor(string noise) => Assert.Null(Cursor.Read(noise, "list"));

    private static readonly string Scope = Parse().Value!.Scope;

    private static Plans.Parsed<ListQuery> Parse(params (string Name, string Value)[] query) =>
        ListQuery.Parse(query.ToDictionary(pair => pair.Name, pair => pair.Value), "list", FieldSet.None);
}
