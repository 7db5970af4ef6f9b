using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Query;

public sealed class SortTests
{
    private static readonly FieldSet Fields = FieldSet.Of(Wire.Json.Indicator);
    private static readonly IReadOnlyList<Indicator> Indicators = RealPlan.Read().Indicators;

    [Theory]
    [InlineData("target.value:desc,seq")]
    [InlineData("target_value:desc,seq:asc")]
    public void The_greatest_comes_first_and_what_has_no_value_last(string order) =>
        Assert.Equal(
            Indicators.OrderByDescending(row => row.Target.Value ?? decimal.MinValue).ThenBy(row => row.Seq).Select(row => row.Id),
            Apply(order)
        );

    [Fact]
    public void What_has_no_value_comes_last_in_rising_order_too() =>
        Assert.Equal(
            Indicators.OrderBy(row => row.Target.Value ?? decimal.MaxValue).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => row.Id),
            Apply("target.value")
        );

    [Fact]
    public void Where_nothing_else_decides_the_id_does() =>
        Assert.Equal(Indicators.Select(row => row.Id).Order(StringComparer.Ordinal), Apply("target.year"));

    [Fact]
    public void Versions_are_in_the_order_of_their_numbers() =>
        Assert.True(FieldKind.Compare(new ReleaseVersion(1, 10, 0), new ReleaseVersion(1, 9, 0)) > 0);

    [Theory]
    [InlineData("target.valu", "target.valu")]
    [InlineData("target", "target")]
    [InlineData("notes.kind", "notes.kind")]
    [InlineData("seq:up", "seq:up")]
    [InlineData("seq:asc:desc", "seq:asc:desc")]
    [InlineData("seq,seq:desc", "seq:desc")]
    [InlineData("", "")]
    [InlineData("id,seq,name,decimals,target.raw,target.kind", "id,seq,name,decimals,target.raw,target.kind")]
    public void An_order_that_cannot_be_is_quoted(string order, string found)
    {
        var error = Sort.Parse(order, Fields).Error!;
        Assert.Equal(("sort", found), (error.Where, error.Found));
    }

    private static IEnumerable<string> Apply(string order) => Sort.Parse(order, Fields).Value!.Apply(Indicators, row => row.Id).Select(row => row.Id);
}
