using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Tests.Text;

public class HeadingsTests
{
    private static readonly LineKinds Kinds = new(Curation.ReadDescription(ThePlan.Description).Value!.Layout!);

    [Theory]
    [InlineData("一", 1)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("九十九", 99)]
    public void Chinese_numerals_are_read_and_written(string numerals, int number)
    {
        Assert.Equal(number, Headings.FromChinese(numerals));
        Assert.Equal(numerals, Headings.ToChinese(number));
    }

    [Theory]
    [InlineData("一二")]
    [InlineData("十十")]
    [InlineData("百")]
    [InlineData("")]
    public void Other_text_is_no_number(string text) => Assert.Null(Headings.FromChinese(text));

    [Theory]
    [InlineData("到2025年，常住人口城镇化率力争达到74%。")]
    [InlineData("（此件公开发布）")]
    [InlineData("一、这是一句完整的话。后面还有一句。")]
    [InlineData("专栏与专栏之间没有编号")]
    public void Body_text_is_no_heading(string line) => Assert.Null(Kinds.Find(line));
}
