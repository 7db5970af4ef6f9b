using CsCheck;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Plans.Tests.Search;

public class FoldingTests
{
    [Theory]
    [InlineData("ＰＭ２.５", "pm2.5")]
    [InlineData("5Ｇ　网络", "5g 网络")]
    [InlineData("Ⅲ类水", "iii类水")]
    [InlineData("m²", "m2")]
    [InlineData("100㎡", "100m2")]
    [InlineData("①加快", "1加快")]
    [InlineData("⼀、总体要求", "一、总体要求")]
    [InlineData("93％以上", "93%以上")]
    [InlineData("时间︰五年", "时间:五年")]
    [InlineData("人均\t \n面积", "人均 面积")]
    [InlineData("零\u200B宽", "零宽")]
    public void Search_sees_the_same_text_however_it_is_set(string text, string folded) => Assert.Equal(folded, Folding.ForSearch(text).Text);

    [Theory]
    [InlineData("到2025年,建成", "到2025年，建成")]
    [InlineData("“十四五”", "「十四五」")]
    [InlineData("3—5年", "3－5年")]
    [InlineData("二○二一", "二〇二一")]
    [InlineData("（二）扩大", "(二) 扩大")]
    [InlineData("m ² ", "m²")]
    [InlineData("〔2021〕70号", "【2021】70号")]
    [InlineData("完。", "完．")]
    public void Width_spaces_and_forms_of_a_mark_are_typography(string one, string other) => Assert.True(Folding.DifferInTypographyAlone(one, other));

    [Theory]
    [InlineData("10²", "102")]
    [InlineData("1 000", "1000")]
    [InlineData("第①2项", "第12项")]
    [InlineData("1½", "11⁄2")]
    [InlineData("now here", "nowhere")]
    [InlineData("教育、医疗", "教育，医疗")]
    [InlineData("74%", "75%")]
    [InlineData("同", "同")]
    public void A_number_a_word_or_a_list_is_never_folded_into_another(string one, string other) =>
        Assert.False(Folding.DifferInTypographyAlone(one, other));

    [Fact]
    public void Every_folded_character_knows_where_it_came_from()
    {
        const string Text = "改善 ㎡ Ⅲ类";
        var folded = Folding.ForSearch(Text);

        Assert.Equal("改善 m2 iii类", folded.Text);
        var (start, end) = folded.Original(folded.Text.IndexOf("iii类", StringComparison.Ordinal), folded.Text.Length);
        Assert.Equal("Ⅲ类", Text[start..end]);
    }

    [Fact]
    public void The_table_is_whole_and_stands_for_nothing_that_it_would_replace_again()
    {
        Assert.Equal(1689, CompatibilityCharacters.All.Count);
        Assert.All(CompatibilityCharacters.All, entry => Assert.All(entry.Value, character => Assert.Null(CompatibilityCharacters.Find(character))));
    }

    [Fact]
    public void Folding_any_text_twice_is_folding_it_once() =>
        Gen.String.Sample(text =>
        {
            var folded = Folding.ForSearch(text);
            return Folding.ForSearch(folded.Text).Text == folded.Text
                && Folding.Typographic(Folding.Typographic(text)) == Folding.Typographic(text)
                && folded.Origins.Count == folded.Text.Length + 1;
        });
}
