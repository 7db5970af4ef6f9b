namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class ConditionalTests(ServedPlan served)
{
    private static readonly string[] Kept = ["ETag", "Cache-Control", "Content-Location", "Vary", "Link", "Last-Modified"];

    public static TheoryData<string> OfPlan => Addresses.OfPlan;

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("W/\"other\", \"another\"", 200)]
    [InlineData("unquoted", 200)]
    public async Task Tags_decide_whether_a_body_comes(string ifNoneMatch, int status)
    {
        using var first = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators");
        var sent = ifNoneMatch.Replace("{0}", first.Headers.ETag!.ToString(), StringComparison.Ordinal);
        using var second = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/indicators", ("If-None-Match", sent));
        Assert.Equal(status, (int)second.StatusCode);
    }

    [Theory]
    [InlineData(0, 304)]
    [InlineData(3600, 304)]
    [InlineData(-3600, 200)]
    public async Task A_date_decides_where_no_tag_is_sent(int seconds, int status)
    {
        using var first = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators");
        var since = first.Content.Headers.LastModified!.Value.AddSeconds(seconds).ToString("R");
        using var second = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/indicators", ("If-Modified-Since", since));
        using var third = await served.App.SendAsync(
            HttpMethod.Get,
            $"{ServedPlan.Plan}/indicators",
            ("If-Modified-Since", since),
            ("If-None-Match", "\"other\"")
        );
        Assert.Equal(status, (int)second.StatusCode);
        Assert.Equal(200, (int)third.StatusCode);
    }

    [Theory]
    [MemberData(nameof(OfPlan))]
    public async Task Not_modified_says_all_that_the_answer_said_of_itself(string below)
    {
        using var first = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        using var second = await served.App.SendAsync(HttpMethod.Get, ServedPlan.Plan + below, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.False(first.Headers.ETag.IsWeak);
        Assert.Equal(304, (int)second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        Assert.All(Kept, name => Assert.Equal(Header(first, name), Header(second, name)));
    }

    [Theory]
    [MemberData(nameof(OfPlan))]
    public async Task HEAD_says_what_GET_says_and_sends_nothing(string below)
    {
        using var get = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        using var head = await served.App.SendAsync(HttpMethod.Head, ServedPlan.Plan + below);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.All([.. Kept, "Content-Type", "Content-Disposition", "Repr-Digest"], name => Assert.Equal(Header(get, name), Header(head, name)));
    }

    [Theory]
    [InlineData("/aggregates")]
    [InlineData("/aggregates/text-by-chapter")]
    [InlineData("/releases")]
    [InlineData("/releases/1.0.0")]
    public async Task What_changes_after_its_release_sends_no_date_that_would_hide_the_change(string below)
    {
        using var built = await served.App.AskUntilAsync(
            $"{ServedPlan.Plan}/aggregates",
            (_, body) => !body.Contains("\"items\":[]", StringComparison.Ordinal)
        );
        using var response = await served.App.SendAsync(
            HttpMethod.Get,
            ServedPlan.Plan + below,
            ("If-Modified-Since", DateTimeOffset.UtcNow.AddYears(1).ToString("R"))
        );
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Null(response.Content.Headers.LastModified);
    }

    [Fact]
    public async Task Each_form_has_a_tag_of_its_own()
    {
        using var json = await served.App.Client.GetAsync($"{ServedPlan.Plan}/text/ch5.json");
        using var text = await served.App.Client.GetAsync($"{ServedPlan.Plan}/text/ch5.txt");
        Assert.NotEqual(json.Headers.ETag, text.Headers.ETag);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : "";
}
