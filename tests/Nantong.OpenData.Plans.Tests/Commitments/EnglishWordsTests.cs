using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Plans.Tests.Commitments;

/// <summary>Quantities and deadlines in English, made from the records.</summary>
public class EnglishWordsTests
{
    private static readonly Plan Plan = ThePlan.Read;

    [Theory]
    [InlineData("ch1.s1.p1.c1", "7.7266 million persons", "1 November 2020")]
    [InlineData("ch1.s1.p2.c2", "> 930,000", "2014–2020")]
    [InlineData("ch1.s1.p4.c1", "> 1 trillion yuan", "2020")]
    [InlineData("ch1.s1.p4.c3", "top 50", "2020")]
    [InlineData("ch1.s1.p6.c2", "rank 1", "")]
    [InlineData("ch2.s3.p7.c2", "about 80 %", "by 2035")]
    [InlineData("ch2.s3.p4.c1", "", "by 2025")]
    [InlineData("ch3.s4.p1.c1", "15 minutes", "")]
    [InlineData("ch4.s2.p1.c1", "3–5 million persons", "")]
    [InlineData("ch5.s1.p1.c1", "≥ 40 %", "by 2025")]
    [InlineData("ch5.s3.p2.c2", "≥ 27,000", "3–5 years")]
    [InlineData("ch5.s5.p2.c1", "class 3", "")]
    [InlineData("ch7.s3.p1.c1", "5 billion yuan", "")]
    public void A_quantity_and_a_deadline_are_said_in_English(string id, string quantity, string deadline)
    {
        var commitment = Plan.Commitments.Single(commitment => commitment.Id == id);
        Assert.Equal((quantity, deadline), (EnglishWords.Quantity(commitment), EnglishWords.Deadline(commitment)));
    }
}
