using Nantong.OpenData.Api.Formats;

namespace Nantong.OpenData.Api.Tests.Formats;

public sealed class NegotiationTests
{
    [Theory]
    [InlineData(null, null, null, "json")]
    [InlineData(null, null, "", "json")]
    [InlineData(null, null, "*/*", "json")]
    [InlineData(null, null, "text/html,application/xhtml+xml,*/*;q=0.8", "html")]
    [InlineData(null, null, "text/html,*/*", "html")]
    [InlineData(null, null, "*/*,application/json", "json")]
    [InlineData(null, null, "text/plain,application/json", "json")]
    [InlineData(null, null, "text/*", "txt")]
    [InlineData(null, null, "text/*;q=0.5, text/markdown", "md")]
    [InlineData(null, null, "application/json;q=0.1, text/markdown;q=0.2", "md")]
    [InlineData(null, null, "*/*, application/json;q=0", "txt")]
    [InlineData(null, null, "TEXT/PLAIN", "txt")]
    [InlineData(null, null, "application/pdf", null)]
    [InlineData(null, null, "application/json;q=0", null)]
    [InlineData(null, null, "no such thing", "json")]
    [InlineData("md", "txt", "application/json", "md")]
    [InlineData(null, "txt", "application/json", "txt")]
    [InlineData("pdf", null, "*/*", null)]
    [InlineData(null, "", null, null)]
    public void The_form_is_what_the_caller_wants_most(string? extension, string? parameter, string? accept, string? chosen) =>
        Assert.Equal(chosen, Negotiation.Choose(Format.OfText, new RequestedFormat(extension, parameter, accept))?.Extension);
}
