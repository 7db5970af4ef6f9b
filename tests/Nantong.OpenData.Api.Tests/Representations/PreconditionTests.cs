using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>RFC 9110, 13: what the client knows decides, in the order of 13.2.2, for data, pages and files alike.</summary>
[Collection(nameof(ServedPlan))]
public sealed class PreconditionTests(ServedPlan served)
{
    private const string Old = "Mon, 05 Jan 2015 08:00:00 GMT",
        Future = "Fri, 01 Jan 2100 00:00:00 GMT";

    public static TheoryData<string> Kinds =>
        [$"{ServedPlan.Plan}/indicators", $"{ServedPlan.Plan}/text/ch5.html", $"{ServedPlan.Plan}/files/indicators.csv", "/"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task If_Match_is_compared_strongly_and_with_every_tag_of_a_list(string path)
    {
        var tag = await TagAsync(path);
        Assert.Equal(200, await StatusAsync(path, ("If-Match", tag)));
        Assert.Equal(200, await StatusAsync(path, ("If-Match", "*")));
        Assert.Equal(200, await StatusAsync(path, ("If-Match", $"\"other\", , {tag}")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", $"W/{tag}")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "\"other\", W/\"another\"")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "unquoted")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", $"{tag} {tag}")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", $"\"other\", *")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_false_If_Match_comes_before_all_others(string path)
    {
        var tag = await TagAsync(path);
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "\"x\""), ("If-None-Match", tag)));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "\"x\""), ("If-Modified-Since", Future)));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "\"x\""), ("Range", "bytes=10-20")));
        Assert.Equal(304, await StatusAsync(path, ("If-Match", tag), ("If-None-Match", tag)));
        Assert.Equal(200, await StatusAsync(path, ("If-Match", tag), ("If-None-Match", "\"x\"")));
    }

    [Theory]
    [InlineData($"{ServedPlan.Plan}/indicators")]
    [InlineData($"{ServedPlan.Plan}/text/ch5.html")]
    [InlineData($"{ServedPlan.Plan}/files/indicators.csv")]
    public async Task If_Unmodified_Since_fails_for_what_changed_later_and_yields_to_If_Match(string path)
    {
        var tag = await TagAsync(path);
        Assert.Equal(412, await StatusAsync(path, ("If-Unmodified-Since", Old)));
        Assert.Equal(412, await StatusAsync(path, ("If-Unmodified-Since", "Monday, 05-Jan-15 08:00:00 GMT")));
        Assert.Equal(412, await StatusAsync(path, ("If-Unmodified-Since", "Mon Jan  5 08:00:00 2015")));
        Assert.Equal(200, await StatusAsync(path, ("If-Unmodified-Since", Future)));
        Assert.Equal(200, await StatusAsync(path, ("If-Unmodified-Since", "2015-01-05T08:00:00Z")));
        Assert.Equal(200, await StatusAsync(path, ("If-Unmodified-Since", "Mon, 05 Jan 2015 08:00:00 +0000")));
        Assert.Equal(200, await StatusAsync(path, ("If-Unmodified-Since", Old), ("If-Match", tag)));
        Assert.Equal(304, await StatusAsync(path, ("If-Unmodified-Since", Future), ("If-None-Match", tag)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task If_None_Match_is_compared_weakly_and_wins_over_a_date(string path)
    {
        var tag = await TagAsync(path);
        Assert.Equal(304, await StatusAsync(path, ("If-None-Match", $"W/{tag}")));
        Assert.Equal(304, await StatusAsync(path, ("If-None-Match", $"\"a,b\", {tag}")));
        Assert.Equal(304, await StatusAsync(path, ("If-None-Match", " * ")));
        Assert.Equal(200, await StatusAsync(path, ("If-None-Match", $"\"x\""), ("If-Modified-Since", Future)));
        Assert.Equal(200, await StatusAsync(path, ("If-None-Match", $"{tag} trailing")));
        Assert.Equal(200, await StatusAsync(path, ("If-Modified-Since", "in the future")));
    }

    [Fact]
    public async Task A_tag_of_a_coding_is_one_of_what_is_there()
    {
        var path = $"{ServedPlan.Plan}/indicators";
        using var packed = await served.App.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", "gzip"));
        Assert.Equal(200, await StatusAsync(path, ("Accept-Encoding", "gzip"), ("If-Match", packed.Headers.ETag!.Tag)));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", packed.Headers.ETag!.Tag))); // not among those that the client takes
    }

    [Fact]
    public async Task The_next_part_of_a_file_comes_only_of_the_file_that_the_first_was_of()
    {
        var path = $"{ServedPlan.Plan}/files/indicators.csv";
        var tag = await TagAsync(path);
        Assert.Equal(206, await StatusAsync(path, ("If-Match", tag), ("Range", "bytes=10-20")));
        Assert.Equal(206, await StatusAsync(path, ("If-Match", tag), ("Range", "bytes=10-20"), ("If-Range", tag)));
        Assert.Equal(200, await StatusAsync(path, ("If-Match", tag), ("Range", "bytes=10-20"), ("If-Range", $"W/{tag}")));
        Assert.Equal(200, await StatusAsync(path, ("If-Match", tag), ("Range", "bytes=10-20"), ("If-Range", $"{tag}, \"x\"")));
        Assert.Equal(416, await StatusAsync(path, ("If-Match", tag), ("Range", "bytes=9999999-")));
        Assert.Equal(412, await StatusAsync(path, ("If-Match", "\"x\""), ("Range", "bytes=9999999-")));
    }

    [Theory]
    [InlineData($"{ServedPlan.Plan}/indicators/nothing", 404)]
    [InlineData($"{ServedPlan.Plan}/files/nothing.csv", 404)]
    [InlineData("/nothing-here", 404)]
    [InlineData($"{ServedPlan.Plan}/indicators?limit=x", 400)]
    public async Task What_is_not_there_is_not_there_whatever_the_client_knows_of_it(string path, int status)
    {
        Assert.Equal(status, await StatusAsync(path, ("If-Match", "\"x\"")));
        Assert.Equal(status, await StatusAsync(path, ("If-None-Match", "*")));
        Assert.Equal(status, await StatusAsync(path, ("If-Unmodified-Since", Old)));
    }

    [Fact]
    public async Task A_failed_condition_is_a_problem_that_names_the_header_and_what_is_there_now()
    {
        var path = $"{ServedPlan.Plan}/files/indicators.csv";
        using var response = await served.App.SendAsync(HttpMethod.Get, path, ("If-Match", "\"x\""), ("Range", "bytes=0-9"));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(
            ("application/problem+json", 412, "precondition-failed"),
            (response.Content.Headers.ContentType?.MediaType, (int)response.StatusCode, (string?)problem["code"])
        );
        Assert.Equal(
            ("If-Match", "\"x\"", await TagAsync(path)),
            ((string?)error["parameter"], (string?)error["found"], (string?)error["allowed"]![0])
        );
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);

        using var head = await served.App.SendAsync(HttpMethod.Head, path, ("If-Match", "\"x\""));
        Assert.Equal((412, 0), ((int)head.StatusCode, (await head.Content.ReadAsByteArrayAsync()).Length));
    }

    private async Task<string> TagAsync(string path)
    {
        using var response = await served.App.Client.GetAsync(path);
        return response.Headers.ETag!.Tag;
    }

    private async Task<int> StatusAsync(string path, params (string, string)[] headers)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, path, headers);
        return (int)response.StatusCode;
    }
}
