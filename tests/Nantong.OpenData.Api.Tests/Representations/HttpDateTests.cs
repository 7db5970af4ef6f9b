using Nantong.OpenData.Api.Representations;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>RFC 9110, 5.6.7.</summary>
public sealed class HttpDateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void The_three_forms_of_the_rfc_are_one_date(string text) =>
        Assert.Equal(new DateTimeOffset(1994, 11, 6, 8, 49, 37, TimeSpan.Zero), HttpDate.Read(text, Now));

    [Theory]
    [InlineData("Thursday, 26-Nov-26 00:00:00 GMT", 2026)]
    [InlineData("Thursday, 26-Nov-76 00:00:00 GMT", 2076)] // fifty years ahead, not more
    [InlineData("Saturday, 26-Nov-77 00:00:00 GMT", 1977)] // not Friday, as it will be in 2077
    public void Two_digits_of_a_year_are_never_more_than_fifty_years_ahead(string text, int year)
    {
        var date = HttpDate.Read(text, Now);
        Assert.Equal(year, date?.Year);
    }

    [Fact]
    public void A_leap_second_is_the_end_of_its_minute() =>
        Assert.Equal(new DateTimeOffset(2016, 12, 31, 23, 59, 59, TimeSpan.Zero), HttpDate.Read("Sat, 31 Dec 2016 23:59:60 GMT"));

    [Theory]
    [InlineData("")]
    [InlineData(" Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT\n")]
    [InlineData("Sun, 06 Nov 1994 08:49:37 UTC")]
    [InlineData("Sun, 06 Nov 1994 08:49:37")]
    [InlineData("Mon, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 6 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 94 08:49:37 GMT")]
    [InlineData("Sun, 31 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 00 Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06 Nov 1994 24:00:00 GMT")]
    [InlineData("Sun, 06 Nov 1994 08:49:61 GMT")]
    [InlineData("Mon, 01 Jan 0000 00:00:00 GMT")]
    [InlineData("Sun, ０６ Nov 1994 08:49:37 GMT")]
    [InlineData("Sun, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov 6 08:49:37 1994")]
    [InlineData("Sun Nov  6 08:49:37 1994 GMT")]
    [InlineData("1994-11-06T08:49:37Z")]
    [InlineData("784111777")]
    public void Whatever_else_is_no_date(string text) => Assert.Null(HttpDate.Read(text, Now));
}
