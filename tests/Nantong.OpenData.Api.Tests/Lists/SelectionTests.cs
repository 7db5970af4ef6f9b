using CsCheck;
using Microsoft.AspNetCore.WebUtilities;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Lists;

public sealed class SelectionTests
{
    private const string Path = "/v1/list";

    private static readonly IReadOnlyList<Commitment> All = RealPlan.Read().Commitments;
    private static readonly Collection<Commitment> Listed = new(row => row.Id, () => Wire.Json.Commitment, () => Wire.Json.ListingCommitment);

    private static readonly Gen<(string Name, string Value)> Condition = OneOf(
        ("kind", "target"),
        ("kind[ne]", "target"),
        ("value[gte]", "10"),
        ("value[isnull]", "true"),
        ("operator[in]", "gt,gte,none"),
        ("column[isnull]", "false"),
        ("anchor.node[startswith]", "ch5"),
        ("kind", "nothing")
    );

    private static readonly Gen<string> Order = OneOf(
        "value",
        "value:desc",
        "kind",
        "unit.ucum:desc",
        "deadline.to",
        "section",
        "anchor.charStart:desc"
    )
        .Array[1, 4]
        .Select(keys => string.Join(',', keys.DistinctBy(key => key.Split(':')[0])));

    [Fact]
    public void Following_next_shows_every_matching_row_once_in_order_at_any_limit() =>
        Gen.Select(Gen.Int[1, 60], Condition.Array[0, 3], Order)
            .Sample(
                (limit, conditions, order) =>
                {
                    var query = conditions
                        .DistinctBy(condition => condition.Name)
                        .ToDictionary(condition => condition.Name, condition => condition.Value);
                    query["sort"] = order;
                    query["limit"] = "500";
                    var whole = Ask(query).Items.Select(row => row.Id).ToList();
                    query["limit"] = $"{limit}";
                    List<string> seen = [];
                    for (var page = Ask(query); ; page = Ask(Query(page.Page.Next)))
                    {
                        seen.AddRange(page.Items.Select(row => row.Id));
                        Assert.Equal(whole.Count, page.Page.Total);
                        if (page.Page.Next is null)
                            break;
                    }

                    Assert.Equal(whole, seen);
                    Assert.Equal(seen.Count, seen.Distinct().Count());
                },
                iter: 300
            );

    [Theory]
    [InlineData("kind", "baseline")]
    [InlineData("sort", "value")]
    [InlineData("sort", null)]
    [InlineData("value[gte]", null)]
    [InlineData("value[gte]", "2")]
    public void A_cursor_is_refused_under_another_filter_or_order(string parameter, string? value)
    {
        var next = Query(
            Ask(
                new()
                {
                    ["value[gte]"] = "1",
                    ["sort"] = "value:desc",
                    ["limit"] = "3",
                }
            ).Page.Next
        );
        if (value is null)
            next.Remove(parameter);
        else
            next[parameter] = value;
        Assert.Equal("cursor", Select(next).Error!.Where);
    }

    [Theory]
    [InlineData("limit", "7")]
    [InlineData("fields", "id")]
    [InlineData("value_[gte]", null)]
    public void A_cursor_stays_good_whatever_does_not_change_the_rows(string parameter, string? value)
    {
        var next = Query(
            Ask(
                new()
                {
                    ["value[gte]"] = "1",
                    ["sort"] = "value:desc",
                    ["limit"] = "3",
                }
            ).Page.Next
        );
        if (value is not null)
            next[parameter] = value;
        var reordered = next.Reverse().ToDictionary(pair => pair.Key, pair => pair.Value);
        Assert.Null(Select(reordered).Error);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Dictionary<string, string> Query(string? address) =>
        QueryHelpers.ParseQuery(new Uri(address!).Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    private static Listing<Commitment> Ask(Dictionary<string, string> query) => Select(query).Value!.Listing;

    private static Plans.Parsed<Selection<Commitment>> Select(Dictionary<string, string> query) =>
        Selection<Commitment>.Of(Listed, All, new(new Address("http://host", Path, null, query), Path, null));
}
