using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Tests.Query;

public sealed class LanguageTests
{
    [Theory]
    [InlineData(null, null, "en")]
    [InlineData(null, "", "en")]
    [InlineData(null, "zh-CN,zh;q=0.9,en;q=0.8", "zh")]
    [InlineData(null, "ZH-hans-cn", "zh")]
    [InlineData(null, "en-GB, zh;q=0.9", "en")]
    [InlineData(null, "zh;q=0.5, en;q=0.6", "en")]
    [InlineData(null, "zh;q=0", "en")]
    [InlineData(null, "fr, zh;q=0.1", "zh")]
    [InlineData(null, "*", "en")]
    [InlineData(null, "no such header;;", "en")]
    [InlineData("zh", "en", "zh")]
    [InlineData("en", "zh", "en")]
    [InlineData("zh-CN", "en", "zh")]
    [InlineData("ZH-hans", null, "zh")]
    public void The_parameter_wins_then_the_header_then_English(string? parameter, string? header, string tag) =>
        Assert.Equal(tag, Language.Choose(parameter, header).Tag);
}
