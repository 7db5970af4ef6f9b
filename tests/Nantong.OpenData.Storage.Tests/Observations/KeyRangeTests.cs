using Nantong.OpenData.Storage.Observations;

namespace Nantong.OpenData.Storage.Tests.Observations;

public sealed class KeyRangeTests
{
    [Theory]
    [InlineData("b-c,d-e", "a-b,c-d,e-f")]
    [InlineData("a-f", "")]
    [InlineData("a-b,b-f", "")]
    [InlineData("", "a-f")]
    public void What_lies_between_ranges_of_keys_is_what_they_leave(string ranges, string left)
    {
        static IEnumerable<KeyRange> Read(string text) =>
            text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(range => new KeyRange(range[..1], range[2..]));

        Assert.Equal(Read(left), new KeyRange("a", "f").Without(Read(ranges)));
    }
}
