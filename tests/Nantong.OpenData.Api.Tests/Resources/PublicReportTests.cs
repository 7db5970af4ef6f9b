using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>What other products were reported for and this one holds: cases S-19 to S-33 of the public reports, as far as they are asked over
/// HTTP.</summary>
/// <remarks>
/// Elsewhere: S-19 ObservationFileTests (a byte order mark), S-22 SearchIndexTests and FoldingTests (characters without width), S-23 and S-29
/// HostileTests (formulas, codes with zeros), S-25 ReleaseLifeTests (dates of entries move), S-24 ParquetTests (types of columns), S-27 RowTests
/// (long texts in pieces), S-30 RangeTests and CodingTests, S-31 PackedTests.
/// </remarks>
[Collection(nameof(ServedPlan))]
public sealed class PublicReportTests(ServedPlan served)
{
    private const string Plan = ServedPlan.Plan;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom",
        Akn = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

    [Theory] // S-20
    [InlineData(Plan + "/%69ndicators?limit=2", Plan + "/indicators?limit=2")]
    [InlineData(Plan + "/indicators/?limit=2", Plan + "/indicators?limit=2")]
    [InlineData(Plan + "/indicators?&&limit=2&", Plan + "/indicators?limit=2")]
    [InlineData(Plan + "/indicators?target.value%5bgte%5d=70", Plan + "/indicators?target.value%5Bgte%5D=70")]
    [InlineData(Plan + "%401.0.0/indicators?limit=2", Plan + "@1.0.0/indicators?limit=2")]
    [InlineData(Plan + "/search?q=a+b", Plan + "/search?q=a%20b")]
    public async Task However_an_address_is_escaped_it_is_the_same_address(string written, string usual)
    {
        var (one, other) = (await served.JsonAsync(written), await served.JsonAsync(usual));
        Assert.Equal(
            (string?)other["permalink"] is { } permalink ? Uri.UnescapeDataString(permalink) : null,
            Uri.UnescapeDataString((string)one["permalink"]!)
        );
        Assert.Equal(other["items"]!.ToJsonString(), one["items"]!.ToJsonString());
        Assert.NotEmpty(one["items"]!.AsArray());
    }

    [Theory] // S-20
    [InlineData("/v1//plans")]
    [InlineData(Plan + "/INDICATORS")]
    [InlineData(Plan + "/indicators;v=1")]
    public async Task What_is_another_address_is_not_found(string path)
    {
        using var response = await served.App.Client.GetAsync(path);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact] // S-21
    public async Task A_download_has_an_ASCII_name_and_one_in_UTF_8()
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.First}/files/indicators.csv");
        var name = ContentDispositionHeaderValue.Parse(response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.All(name.FileName!, letter => Assert.InRange(letter, ' ', '~'));
        Assert.EndsWith(".csv", name.FileNameStar, StringComparison.Ordinal);
        Assert.Contains(name.FileNameStar!, letter => letter > '~');
    }

    [Fact] // S-22
    public async Task A_character_without_width_in_a_word_hides_it_from_neither_search_nor_verification()
    {
        var found = await served.JsonAsync($"{Plan}/search?q={Uri.EscapeDataString("绿\u200B化")}");
        Assert.Equal(
            (await served.JsonAsync($"{Plan}/search?q={Uri.EscapeDataString("绿化")}"))["items"]!.AsArray().Count,
            found["items"]!.AsArray().Count
        );
        Assert.NotEmpty(found["items"]!.AsArray());
        var verified = await served.JsonAsync($"{ServedPlan.First}/verify?quote={Uri.EscapeDataString("及时总结和报道改革试验中的\u200B经验典型")}");
        Assert.Equal("normalized", (string?)verified["result"]);
    }

    [Fact] // S-25
    public async Task Entries_of_a_feed_have_ids_of_their_own_that_are_addresses_and_the_feed_names_itself()
    {
        var feed = XDocument.Parse(await served.App.Client.GetStringAsync($"{Plan}/changes.atom")).Root!;
        string[] ids = [.. feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];
        Assert.Equal(["@1.1.0", "@1.0.1", "@1.0.0"], ids.Select(id => id[id.LastIndexOf('@')..]));
        Assert.All(ids, id => Assert.True(Uri.TryCreate(id, UriKind.Absolute, out _), id));
        var self = feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value is "self").Attribute("href")!.Value;
        Assert.EndsWith($"{Plan}/changes.atom", self, StringComparison.Ordinal);
        Assert.All(
            feed.Elements(Atom + "entry"),
            entry => Assert.True(string.CompareOrdinal(entry.Element(Atom + "updated")!.Value, entry.Element(Atom + "published")!.Value) >= 0)
        );
    }

    [Fact] // S-26
    public async Task The_date_of_the_Akoma_Ntoso_work_is_that_of_its_address()
    {
        var document = XDocument.Parse(await served.App.Client.GetStringAsync($"{ServedPlan.First}/files/plan.akn.xml"));
        foreach (var level in document.Descendants(Akn + "identification").Elements())
        {
            var (date, address) = (
                level.Element(Akn + "FRBRdate")!.Attribute("date")!.Value,
                level.Element(Akn + "FRBRthis")!.Attribute("value")!.Value
            );
            if (level.Name.LocalName is "FRBRWork")
                Assert.Equal("2021-12-29", date);
            Assert.Contains("/2021-12-29/", address, StringComparison.Ordinal);
        }
    }

    [Fact] // S-28
    public async Task The_page_of_the_portal_holds_a_dataset_that_search_engines_read()
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, "/", ("Accept", "text/html"));
        var page = await response.Content.ReadAsStringAsync();
        const string Begin = "<script type=\"application/ld+json\">";
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var data = JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement.GetRawText();
        Assert.All(
            ["\"Dataset\"", "\"name\"", "\"description\"", "\"license\"", "\"version\"", "\"distribution\""],
            member => Assert.Contains(member, data, StringComparison.Ordinal)
        );
    }

    [Fact] // S-32
    public async Task The_cube_has_a_status_for_each_value_and_says_what_its_dimensions_are()
    {
        var cube = JsonNode.Parse(await served.App.Client.GetStringAsync($"{ServedPlan.First}/files/indicators.jsonstat.json"))!;
        Assert.Equal((34, 34), (cube["value"]!.AsArray().Count, cube["status"]!.AsArray().Count));
        Assert.Equal(("time", "indicator"), ((string?)cube["role"]!["time"]![0], (string?)cube["role"]!["metric"]![0]));
    }

    [Theory] // S-33
    [InlineData("limit=1000", "limit")]
    [InlineData("limit=501", "limit")]
    [InlineData("offset=10000", "offset")]
    [InlineData("page=2", "page")]
    [InlineData("cursor=", "cursor")]
    [InlineData("cursor=abc", "cursor")]
    public async Task What_cannot_be_paged_by_is_refused_with_the_rule(string query, string parameter)
    {
        using var response = await served.App.Client.GetAsync($"{Plan}/indicators?{query}");
        Assert.Equal(400, (int)response.StatusCode);
        var error = JsonNode.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()))!["errors"]![0]!;
        Assert.Equal(parameter, (string?)error["parameter"]);
        Assert.NotEmpty((string)error["detail"]!);
    }
}
