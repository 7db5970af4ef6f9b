using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class PagingTests(ServedPlan served)
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(108)]
    [InlineData(500)]
    public async Task Following_next_shows_every_row_once_at_any_limit(int limit)
    {
        List<string> seen = [];
        for (var path = $"{ServedPlan.Plan}/paragraphs?limit={limit}"; path is not null; )
        {
            using var response = await served.App.Client.GetAsync(path);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            seen.AddRange(answer["items"]!.AsArray().Select(item => (string)item!["id"]!));
            Assert.Equal(108, (int)answer["page"]!["total"]!);
            path = (string?)answer["page"]!["next"];
            Assert.Equal(path is not null, response.Headers.GetValues("Link").Any(link => link == $"<{path}>; rel=\"next\""));
        }

        Assert.Equal(108, seen.Distinct().Count());
        Assert.Equal(108, seen.Count);
    }

    [Fact]
    public async Task A_limit_of_0_asks_for_the_counts_only()
    {
        var answer = await served.JsonAsync($"{ServedPlan.Plan}/indicators?limit=0");
        Assert.Empty(answer["items"]!.AsArray());
        Assert.Equal("""{"limit":0,"returned":0,"total":17,"truncated":false,"next":null""", answer["page"]!.ToJsonString().Split(",\"first\"")[0]);
    }

    [Theory]
    [InlineData(ServedPlan.Latest + "/columns")]
    [InlineData(ServedPlan.First + "/indicators")]
    public async Task A_cursor_is_refused_by_another_list_and_by_another_release(string elsewhere)
    {
        var next = new Uri((string)(await served.JsonAsync($"{ServedPlan.Plan}/indicators?limit=2"))["page"]!["next"]!);
        using var response = await served.App.Client.GetAsync(elsewhere + next.Query);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("\"parameter\":\"cursor\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_page_is_pinned_so_that_a_new_release_shifts_nothing()
    {
        var next = (string)(await served.JsonAsync($"{ServedPlan.Plan}/indicators?limit=2"))["page"]!["next"]!;
        Assert.StartsWith(ServedPlan.Latest, new Uri(next).AbsolutePath, StringComparison.Ordinal);
    }
}
