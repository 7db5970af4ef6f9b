using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Tests.Query;

public sealed class DidYouMeanTests
{
    private static readonly string[] Known = ["green-travel-share", "good-air-days-share", "urbanization-rate"];

    [Theory]
    [InlineData("green-travel-shar", "green-travel-share")]
    [InlineData("urbanisation-rate", "urbanization-rate")]
    [InlineData("URBANIZATION-RATE", "urbanization-rate")]
    public void A_slip_of_the_finger_is_understood(string typed, string meant) => Assert.Equal(meant, DidYouMean.Of(typed, Known)[0]);

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("something else entirely")]
    public void What_is_near_to_nothing_gets_no_suggestion(string typed) => Assert.Empty(DidYouMean.Of(typed, Known));

    [Fact]
    public void A_word_of_which_no_letter_is_left_was_not_meant() => Assert.Empty(DidYouMean.Of("8", ["1", "2", "3"]));

    [Fact]
    public void A_text_without_end_is_not_compared() => Assert.Empty(DidYouMean.Of(new string('a', 100_000), Known));
}
