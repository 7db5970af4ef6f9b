using Nantong.OpenData.Api.Assistants;

namespace Nantong.OpenData.Api.Tests.Mcp;

public sealed class PartTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(TextPart.Most - 1)]
    [InlineData(TextPart.Most)]
    [InlineData(TextPart.Most + 1)]
    [InlineData(3 * TextPart.Most)]
    public void Parts_are_the_whole_and_cut_no_character_in_half(int length)
    {
        string[] texts = [new string('a', length), Repeated("𠮷"), Repeated("一行\n"), "b" + Repeated("𠮷")];
        foreach (var text in texts)
        {
            var read = "";
            for (int? offset = 0; offset is { } start; )
            {
                var part = TextPart.Of(text, start);
                Assert.InRange(part.Part.Length, text is "" ? 0 : 1, TextPart.Most);
                Assert.False(part.Part is not "" && char.IsLowSurrogate(part.Part[0]));
                read += part.Part;
                offset = (int?)part.Next?[ToolRequest.Offset];
            }

            Assert.Equal(text, read);
        }

        string Repeated(string part) => string.Concat(Enumerable.Repeat(part, length));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(int.MaxValue, true)]
    public void A_part_may_begin_behind_the_end(int offset, bool past) => Assert.Equal(past, TextPart.Of("abc", offset).IsPast);
}
