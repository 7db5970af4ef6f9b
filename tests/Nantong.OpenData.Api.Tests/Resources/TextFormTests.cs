namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class TextFormTests(ServedPlan served)
{
    [Theory]
    [InlineData("/text/ch5/s5/p2", null, "application/json")]
    [InlineData("/text/ch5/s5/p2", "text/html,*/*;q=0.8", "text/html")]
    [InlineData("/text/ch5/s5/p2", "text/plain", "text/plain")]
    [InlineData("/text/ch5/s5/p2", "text/plain;q=0.4,text/markdown", "text/markdown")]
    [InlineData("/text/ch5/s5/p2.txt", "application/json", "text/plain")]
    [InlineData("/text/ch5/s5/p2.md?format=txt", null, "text/markdown")]
    [InlineData("/text/ch5/s5/p2?format=txt", "application/json", "text/plain")]
    [InlineData("/text.md", null, "text/markdown")]
    [InlineData("/text.html", null, "text/html")]
    [InlineData("/text/table1.note.html", null, "text/html")]
    [InlineData("/text/ch5?format=html", "application/json", "text/html")]
    [InlineData("/indicators", "text/html,*/*;q=0.8", "text/html")]
    [InlineData("/indicators", "*/*", "application/json")]
    [InlineData("/indicators.json", "text/html,*/*;q=0.8", "application/json")]
    [InlineData("/indicators.json", null, "application/json")]
    public async Task The_extension_wins_over_the_parameter_and_that_over_the_header(string below, string? accept, string mediaType)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, ServedPlan.Plan + below, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("utf-8", response.Content.Headers.ContentType?.CharSet);
    }

    [Fact]
    public async Task A_paragraph_as_plain_text_is_its_text_and_a_line_feed()
    {
        var json = await served.JsonAsync($"{ServedPlan.Plan}/text/ch5/s5/p2");
        Assert.Equal($"{json["text"]}\n", await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/text/ch5/s5/p2.txt"));
    }

    [Fact]
    public async Task A_chapter_as_Markdown_has_headings_of_both_levels()
    {
        var lines = (await served.App.Client.GetStringAsync($"{ServedPlan.Plan}/text/ch5.md")).Split('\n');
        Assert.StartsWith("## ", lines[0], StringComparison.Ordinal);
        Assert.Equal(5, lines.Count(line => line.StartsWith("### ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/text/ch5", null, true)]
    [InlineData("/text/ch5.md", null, false)]
    [InlineData("/text/ch5?format=md", null, false)]
    public async Task Caches_look_at_Accept_only_where_the_address_leaves_the_form_open(string below, string? accept, bool varies)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, ServedPlan.Plan + below, accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(varies, response.Headers.Vary.Contains("Accept"));
        Assert.EndsWith(varies ? "/text/ch5.json" : "/text/ch5.md", response.Content.Headers.ContentLocation?.ToString(), StringComparison.Ordinal);
    }
}
