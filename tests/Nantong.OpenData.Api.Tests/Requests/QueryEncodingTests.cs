using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Tests.Requests;

public sealed class QueryEncodingTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("?q=a", true)]
    [InlineData("?q=绿化", true)]
    [InlineData("?q=%E7%BB%BF%E5%8C%96", true)]
    [InlineData("?q=%f0%9f%98%80", true)]
    [InlineData("?q=93%", true)]
    [InlineData("?q=93%2", true)]
    [InlineData("?q=%%zz", true)]
    [InlineData("?q=%FF", false)]
    [InlineData("?q=%ED%A0%80", false)]
    [InlineData("?q=%E7%BB", false)]
    [InlineData("?q=%E7%BBx", false)]
    [InlineData("?q=%E7绿", false)]
    [InlineData("?%FF=a", false)]
    [InlineData("?q=%C0%AF", false)]
    public void Escapes_make_UTF_8_together(string query, bool sound) => Assert.Equal(sound, QueryEncoding.IsSound(query));
}
