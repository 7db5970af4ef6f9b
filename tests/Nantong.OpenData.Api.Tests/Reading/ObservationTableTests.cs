using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Reading;

/// <summary>Observations as tables, where there are more of them than a table without a limit may hold.</summary>
[Collection(nameof(ManyObservations))]
public sealed class ObservationTableTests(ManyObservations served)
{
    private const string Few = ManyObservations.Few,
        Many = ManyObservations.Many;

    [Fact]
    public async Task A_table_without_a_limit_is_whole_or_refused_with_the_file_that_is()
    {
        foreach (
            var list in new[]
            {
                $"indicators/{Few}/observations{{0}}",
                $"observations{{0}}?indicator={Few}",
                $"observations{{0}}?indicator={Few}&year[gte]=1900",
            }
        )
        {
            foreach (var (form, heads) in new[] { (".csv", 1), (".ndjson", 0) })
            {
                using var response = await served.App.Client.GetAsync(
                    $"{ServedPlan.Plan}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, list, form)}"
                );
                Assert.Equal(61 + heads, (await response.Content.ReadAsStringAsync()).Split('\n').Length - 1); // and the baseline of the plan itself
                Assert.DoesNotContain(response.Headers.GetValues("Link"), link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
            }
        }

        foreach (
            var (list, file) in new[]
            {
                ("observations.csv", "csv"),
                ("observations?format=ndjson", "ndjson"),
                ($"indicators/{Many}/observations.csv", "csv"),
            }
        )
        {
            using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/{list}");
            var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            Assert.Equal(
                (400, "invalid-parameter", "limit"),
                ((int)response.StatusCode, (string?)problem["code"], (string?)problem["errors"]![0]!["parameter"])
            );
            var whole = (string)problem["links"]!["file"]!;
            Assert.EndsWith($"{ServedPlan.First}/files/observations.{file}", whole, StringComparison.Ordinal);
            Assert.True((await served.App.Client.GetStringAsync(whole)).Split('\n').Length > 5_200);
        }
    }

    [Fact]
    public async Task With_a_limit_it_comes_page_by_page_in_its_form()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/observations.csv?limit=500");
        Assert.Equal(501, (await response.Content.ReadAsStringAsync()).Split('\n').Length - 1);
        Assert.Contains(
            response.Headers.GetValues("Link"),
            link => link.Contains("rel=\"next\"", StringComparison.Ordinal) && link.Contains("/observations.csv?", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Few_rows_come_in_any_order_page_by_page_and_are_counted()
    {
        List<int> years = [];
        for (string? next = $"{ServedPlan.Plan}/observations?indicator={Few}&sort=year:desc&limit=25"; next is not null; )
        {
            var page = (await served.App.Client.GetFromJsonAsync<JsonNode>(next))!;
            years.AddRange(page["items"]!.AsArray().Select(row => (int)row!["year"]!));
            next = (string?)page["page"]!["next"];
        }

        Assert.Equal([.. Enumerable.Range(2100, 60).Reverse(), 2020], years);
        var counted = (
            await served.App.Client.GetFromJsonAsync<JsonNode>($"{ServedPlan.Plan}/observations/facets?indicator={Few}&fields=status,indicator")
        )!;
        Assert.Equal(61, (int)counted["total"]!);
        Assert.Equal((Few, 61), ((string?)counted["facets"]!["indicator"]![0]!["value"], (int)counted["facets"]!["indicator"]![0]!["count"]!));
    }

    [Theory]
    [InlineData("year=2110", 27)]
    [InlineData($"year=2110&indicator={Many}", 26)]
    [InlineData("year[in]=2110,2111", 54)]
    [InlineData("year[in]=2110,2110.5,99999,-1", 27)]
    [InlineData("year[in]=2110,2111&year=2111", 27)]
    [InlineData("year=2110&year[gte]=2111", 0)]
    [InlineData("year[in]=2110,2111&year=2112", 0)]
    [InlineData("year=2110.5", 0)]
    [InlineData("year=2500", 0)]
    [InlineData("year=99999", 0)]
    [InlineData("year=-1", 0)]
    public async Task A_year_is_found_whole_in_any_order_and_counted(string filter, int rows)
    {
        foreach (var order in new[] { "", "&sort=area,indicator:desc" })
        {
            var page = (await served.App.Client.GetFromJsonAsync<JsonNode>($"{ServedPlan.Plan}/observations?{filter}&limit=500{order}"))!;
            Assert.Equal(rows, page["items"]!.AsArray().Count);
            Assert.Equal((rows, null), ((int)page["page"]!["total"]!, (string?)page["page"]!["next"]));
        }

        var counted = (await served.App.Client.GetFromJsonAsync<JsonNode>($"{ServedPlan.Plan}/observations/facets?{filter}&fields=year"))!;
        Assert.Equal(rows, (int)counted["total"]!);
    }

    [Theory]
    [InlineData($"observations?sort=year&indicator[in]={Few},{Many}&year=2020&value[gt]=9999999")]
    [InlineData($"observations/facets?fields=year&indicator={Few}&value[gt]=9999999")]
    public async Task Of_rows_that_nobody_holds_no_value_is_said_to_be_absent(string list)
    {
        var warnings = (await served.App.Client.GetFromJsonAsync<JsonNode>($"{ServedPlan.Plan}/{list}"))!["warnings"]!.AsArray();
        Assert.Equal(["no-results"], warnings.Select(warning => (string?)warning!["code"]));
    }

    [Theory]
    [InlineData("observations.txt?sort=year", null)]
    [InlineData("observations.pdf?sort=year", null)]
    [InlineData("observations?sort=year", "text/turtle")]
    [InlineData("observations", "text/turtle")]
    public async Task A_form_that_does_not_exist_is_refused_however_many_rows_there_are(string list, string? accept)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}/{list}", accept is null ? [] : [("Accept", accept)]);
        Assert.Equal(406, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_refused_before_rows_are_counted()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/observations/facets?fields=nope");
        Assert.Contains(
            "fields of this collection",
            (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!["detail"],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData($"observations?sort=year&indicator={Many}", "sort", "5201")]
    [InlineData("observations.csv?sort=value:desc", "sort", "5275")]
    [InlineData("observations/facets", "fields", "5275")]
    [InlineData("observations?sort=year&year[gte]=1900", "sort", "5275")]
    public async Task Many_rows_are_neither_sorted_nor_counted_and_the_refusal_says_how_many_and_where_the_file_is(
        string list,
        string parameter,
        string count
    )
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/{list}");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(
            (400, "invalid-parameter", parameter),
            ((int)response.StatusCode, (string?)problem["code"], (string?)problem["errors"]![0]!["parameter"])
        );
        Assert.Contains(count, (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Contains($"{ServedPlan.First}/files/observations.", (string?)problem["links"]!["file"], StringComparison.Ordinal);
    }
}
