using System.Text;
using System.Text.Json.Nodes;
using Nantong.OpenData.Api.Tests.Fuzz;

namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class RefusalTests(ServedPlan served)
{
    private static readonly string[] Members =
    [
        "type",
        "title",
        "status",
        "detail",
        "instance",
        "code",
        "errors",
        "didYouMean",
        "remedy",
        "reason",
        "replacement",
        "violated-policies",
        "links",
        "requestId",
    ];

    public static TheoryData<string, int, string> Refused => Addresses.Refused;

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Every_refusal_is_a_problem_of_one_shape(string path, int status, string code)
    {
        using var response = await served.App.Client.GetAsync(path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal(path, (string?)problem["instance"]);
        Assert.Equal(Members, problem.AsObject().Select(member => member.Key));
        Assert.Equal(response.Headers.GetValues("X-Request-Id").Single(), (string?)problem["requestId"]);
        Assert.Equal(status is 404 ? "public, max-age=60" : "no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task The_type_of_a_problem_leads_to_what_it_means(string path, int status, string code)
    {
        using var response = await served.App.Client.GetAsync(path);
        var type = await served.JsonAsync((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["type"]!);
        Assert.Equal(code, (string?)type["code"]);
        Assert.Equal(status, (int?)type["status"]);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("BREW")]
    public async Task A_known_address_says_which_methods_it_answers(string method)
    {
        using var response = await served.App.SendAsync(new HttpMethod(method), $"{ServedPlan.Plan}/indicators");
        Assert.Equal(405, (int)response.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], response.Content.Headers.Allow.Order());
        Assert.Equal("method-not-allowed", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
    }

    [Fact]
    public async Task An_unknown_address_is_unknown_by_any_method()
    {
        using var response = await served.App.SendAsync(HttpMethod.Post, "/nothing-here");
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_accepted_lists_what_exists()
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/text/ch5", ("Accept", "application/pdf"));
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(406, (int)response.StatusCode);
        Assert.Equal("application/pdf", (string?)Assert.Single(problem["errors"]!.AsArray())!["found"]);
        Assert.Equal(
            ["application/json", "text/plain", "text/markdown", "text/html"],
            problem["errors"]![0]!["allowed"]!.AsArray().Select(type => (string?)type)
        );
    }

    [Theory]
    [InlineData("/indicators/x", "id", "x", "a known indicator")]
    [InlineData("/aggregates/x", "id", "x", "a known aggregate")]
    [InlineData("/text/ch99/s1", "path", "ch99/s1", "a known node")]
    [InlineData("/text/ch99/links", "path", "ch99", "a known node")]
    [InlineData("/columns/8", "number", "8", "a known column")]
    [InlineData("/files/x.csv", "name", "x.csv", "a known file")]
    [InlineData("/releases/7.0.0", "version", "7.0.0", "a published version")]
    [InlineData("/releases/1", "version", "1", "three whole numbers without leading zeros, joined by dots: 1.2.0")]
    [InlineData("@9/toc", "plan", "9", "a published version")]
    [InlineData("@x/toc", "plan", "x", "one to three whole numbers without leading zeros, joined by dots: 1, 1.2 or 1.2.0")]
    [InlineData("/text/ch5?format=pdf", "format", "pdf", "an offered format")]
    [InlineData("/indicators.pdf", "extension", "pdf", "an offered extension")]
    [InlineData("/text/ch5/s5/p2.xml", "extension", "xml", "an offered extension")]
    public async Task A_refusal_names_the_part_of_the_address_what_stood_there_and_the_rule(string below, string parameter, string found, string rule)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.Plan + below);
        var error = Assert.Single(JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]!.AsArray())!;
        Assert.Equal((parameter, found, rule), ((string?)error["parameter"], (string?)error["found"], (string?)error["detail"]));
    }

    [Theory]
    [InlineData("sort=-target.value", "target.value:desc")]
    [InlineData("sort=-target.valu", "target.value:desc")]
    [InlineData("offset=50", "cursor")]
    [InlineData("page=2", "cursor")]
    [InlineData("per_page=5", "limit")]
    [InlineData("limt=5", "limit")]
    public async Task What_other_services_understand_is_led_to_what_this_one_does(string query, string meant)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators?{query}");
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(meant, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["didYouMean"]![0]);
    }

    [Theory]
    [InlineData("indicators?sort=unit", "unit.raw")]
    [InlineData("indicators/facets?fields=target", "target.year")]
    public async Task An_object_where_a_value_is_wanted_is_led_to_the_values_in_it(string list, string meant)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/{list}");
        var near = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["didYouMean"]!.AsArray().Select(name => (string?)name);
        Assert.Contains(meant, near);
    }

    [Theory]
    [InlineData("/v1/plans/urbanization-14fyp/indicator", "/v1/plans/urbanization-14fyp/indicators")]
    [InlineData(
        "/v1/plan/urbanization-14fyp@1/indicators/urbanization-rate/evaluat",
        "/v1/plans/urbanization-14fyp@1/indicators/urbanization-rate/evaluate"
    )]
    [InlineData("/v1/plans/urbanization-14fyp/texts/ch5/s5", "/v1/plans/urbanization-14fyp/text/ch5/s5")]
    [InlineData("/v1/plans/urbanization-14fyp/change/1.0.0..1.1.0", "/v1/plans/urbanization-14fyp/changes/1.0.0..1.1.0")]
    [InlineData("/v1/problem/%E5%8D%97", "/v1/problems/%E5%8D%97")]
    [InlineData("/v1/plans/urbanization-14fyp/indicator.csv", "/v1/plans/urbanization-14fyp/indicators.csv")]
    [InlineData("/v1/plans/urbanization-14fyp/file/indicators.csv", "/v1/plans/urbanization-14fyp/files/indicators.csv")]
    [InlineData("/plans/urbanization-14fyp", "/v1/plans/urbanization-14fyp")]
    [InlineData("/v2/config", "/v1/config")]
    [InlineData("/doc", "/docs")]
    [InlineData("/PublishInbo", null)]
    [InlineData("/v1/plans/urbanization-14fyp/something-else", null)]
    public async Task A_misspelt_address_is_led_to_the_nearest_in_the_form_that_was_asked_for(string path, string? meant)
    {
        using var response = await served.App.Client.GetAsync(path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((404, "unknown-route"), ((int)response.StatusCode, (string?)problem["code"]));
        Assert.Equal(meant, (string?)problem["didYouMean"]!.AsArray().FirstOrDefault());
    }

    [Theory]
    [InlineData("my-id_1.2", true)]
    [InlineData("<script>", false)]
    public async Task A_harmless_request_id_is_kept(string id, bool kept)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, "/v1", ("X-Request-Id", id));
        Assert.Equal(kept, response.Headers.GetValues("X-Request-Id").Single() == id);
    }

    [Theory]
    [InlineData("/v1/plans/%F0%9F%92%A9")]
    [InlineData("/v1/plans/%2e%2e/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/v1/plans/urbanization-14fyp/text//")]
    [InlineData("/v1/plans/urbanization-14fyp/text/ch5//p2")]
    [InlineData("/v1/plans//toc")]
    [InlineData("/v1/plans/urbanization-14fyp/text/a%2Fb")]
    [InlineData("/v1/plans/urbanization-14fyp/files/..%2fmanifest.json")]
    [InlineData("/v1/plans/urbanization-14fyp@99999999999/toc")]
    [InlineData("/v1/plans/urbanization-14fyp/indicators?cursor=%FF%FE&limit=")]
    [InlineData("/v1/plans/urbanization-14fyp/indicators/%E6%95%B0")]
    public async Task Strange_requests_are_refused_not_failed(string path)
    {
        using var response = await served.App.Client.GetAsync(path);
        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory] // a raw connection, because clients send none of these; see src/decisions/0004-bare-refusals.md
    [InlineData("GET /%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /v1 HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /v1/plans/\u5357\u901a HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /v1 HTTP/1.1\r\nHost: a\r\nX Broken: a\r\n\r\n")]
    public async Task What_the_server_cannot_even_parse_is_refused_before_any_convention(string request)
    {
        using var connection = await RawConnection.OpenAsync(served.App.Client.BaseAddress!, CancellationToken.None);
        var answer = await connection.AskAsync("GET", "/", Encoding.UTF8.GetBytes(request), CancellationToken.None);
        Assert.Equal(
            (400, "0", "close", false),
            (answer!.Status, answer.Headers["Content-Length"], answer.Headers["Connection"], answer.Headers.ContainsKey("X-Request-Id"))
        );
    }
}
