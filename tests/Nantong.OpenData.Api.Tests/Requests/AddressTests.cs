using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Tests.Requests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("/", "/", null)]
    [InlineData("/v1", "/v1", null)]
    [InlineData("/v1.json", "/v1", "json")]
    [InlineData("/v1/plans/p@1.2", "/v1/plans/p@1.2", null)]
    [InlineData("/v1/plans/p@1.2.0.json", "/v1/plans/p@1.2.0", "json")]
    [InlineData("/v1/plans/p/indicators.csv", "/v1/plans/p/indicators", "csv")]
    [InlineData("/v1/plans/p/text/ch5/s5/p2.md", "/v1/plans/p/text/ch5/s5/p2", "md")]
    [InlineData("/v1/plans/p/text/ch5.s5", "/v1/plans/p/text/ch5.s5", null)]
    [InlineData("/v1/plans/p/text/table1.note", "/v1/plans/p/text/table1.note", null)]
    [InlineData("/v1/plans/p/text/notice.number.md", "/v1/plans/p/text/notice.number", "md")]
    [InlineData("/v1/plans/p/text/ch5.pdf", "/v1/plans/p/text/ch5.pdf", null)]
    [InlineData("/v1/plans/p/text.pdf", "/v1/plans/p/text", "pdf")]
    [InlineData("/v1/plans/p/files.json", "/v1/plans/p/files", "json")]
    [InlineData("/v1/plans/p/files/indicators.csv", "/v1/plans/p/files/indicators.csv", null)]
    [InlineData("/openapi/v1.json", "/openapi/v1.json", null)]
    [InlineData("/v1/plans/p/changes.atom", "/v1/plans/p/changes", "atom")]
    [InlineData("/v1/plans/p/changes.feed.json", "/v1/plans/p/changes", "feed.json")]
    [InlineData("/v1/plans/p/changes/1.0.0..1.1.0", "/v1/plans/p/changes/1.0.0..1.1.0", null)]
    [InlineData("/v1/plans/p/changes/1.0.0..1.1.0.patch.json", "/v1/plans/p/changes/1.0.0..1.1.0", "patch.json")]
    [InlineData("/v1/plans/p/files/x.patch.json", "/v1/plans/p/files/x.patch.json", null)]
    [InlineData("/.json", "/.json", null)]
    [InlineData("/a.", "/a.", null)]
    [InlineData("/a.JSON", "/a.JSON", null)]
    public void An_extension_asks_for_a_form_except_in_names_of_files(string path, string bare, string? extension) =>
        Assert.Equal((bare, extension), Address.Split(path));
}
