using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;

namespace Nantong.OpenData.Api.Tests.Resources;

/// <summary>Collections as CSV and as JSON lines.</summary>
[Collection(nameof(ServedPlan))]
public sealed class TableFormTests(ServedPlan served)
{
    public static TheoryData<string> Tables => Addresses.Tables;

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Every_collection_is_whole_as_CSV_and_as_JSON_lines(string collection)
    {
        var whole = (await served.JsonAsync($"{ServedPlan.Plan}{collection}?limit=500"))["items"]!.AsArray();
        var lines = (await served.App.Client.GetStringAsync($"{ServedPlan.Plan}{collection}.ndjson"))
            .Split('\n')[..^1]
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        Assert.Equal(whole.Count, lines.Count);
        foreach (var (item, line) in whole.Zip(lines))
        {
            if (item!["release"] is null)
                Assert.Equal("1.1.0", (string?)line["release"]);
            if (item["release"] is null)
                line.AsObject().Remove("release");
            Assert.Equal(item.ToJsonString(), line.ToJsonString());
        }

        using var response = await served.App.SendAsync(HttpMethod.Get, $"{ServedPlan.Plan}{collection}", ("Accept", "text/csv"));
        Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType?.ToString());
        Assert.DoesNotContain(response.Headers.GetValues("Link"), link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
        var rows = Rows(await response.Content.ReadAsByteArrayAsync());
        // A record may fill several rows, as in the files.
        Assert.True(rows.Count - 1 >= whole.Count, $"{rows.Count} rows with the head, {whole.Count} records");
    }

    [Theory]
    [InlineData("indicators")]
    [InlineData("commitments")]
    [InlineData("paragraphs")]
    public async Task As_CSV_and_JSON_lines_a_collection_is_the_file_of_the_release(string name)
    {
        foreach (var form in new[] { "csv", "ndjson" })
            Assert.Equal(
                await served.App.Client.GetStringAsync($"{ServedPlan.Latest}/files/{name}.{form}"),
                await served.App.Client.GetStringAsync($"{ServedPlan.Latest}/{name}.{form}")
            );
    }

    [Fact]
    public async Task A_table_takes_the_filter_the_order_and_the_fields_that_a_list_takes()
    {
        var rows = Rows(
            await served.App.Client.GetByteArrayAsync(
                $"{ServedPlan.Plan}/indicators.csv?target.value[gte]=70&sort=target.value:desc,seq&fields=id,target.value,notes.kind"
            )
        );
        var items = (await served.JsonAsync($"{ServedPlan.Plan}/indicators?target.value[gte]=70&sort=target.value:desc,seq"))["items"]!.AsArray();
        Assert.Equal(["id", "target_value", "notes_kind"], rows[0]);
        Assert.Equal(items.Select(item => (string?)item!["id"]), rows.Skip(1).Select(row => row[0]));
        Assert.Equal(items.Select(item => item!["target"]!["value"]!.ToJsonString()), rows.Skip(1).Select(row => row[1]));
        Assert.Equal(
            items.Select(item => string.Join(" | ", item!["notes"]!.AsArray().Select(note => (string?)note!["kind"]))),
            rows.Skip(1).Select(row => row[2])
        );
    }

    [Fact]
    public async Task A_cell_holds_as_JSON_what_is_more_than_a_value()
    {
        var rows = Rows(await served.App.Client.GetByteArrayAsync($"{ServedPlan.Plan}/structures.csv?fields=id,members,members.label,label"));
        var items = (await served.JsonAsync($"{ServedPlan.Plan}/structures"))["items"]!.AsArray();
        Assert.Equal(["id", "label_zh", "label_en", "members", "members_label"], rows[0]);
        foreach (var (item, row) in items.Zip(rows.Skip(1)))
        {
            var members = item!["members"]!.AsArray();
            Assert.Equal(members.ToJsonString(), JsonNode.Parse(row[3])!.ToJsonString());
            Assert.Equal(
                members.Select(member => (string?)member!["label"]!["zh"]),
                row[4] is "" ? [] : JsonNode.Parse(row[4])!.AsArray().Select(label => (string?)label!["zh"])
            );
        }
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    public async Task With_a_limit_a_table_is_paged_and_stays_in_its_form(string form)
    {
        var rows = 0;
        for (var path = $"{ServedPlan.Plan}/indicators.{form}?limit=5"; path is not null; )
        {
            using var response = await served.App.Client.GetAsync(path);
            rows += (await response.Content.ReadAsStringAsync()).Split('\n').Length - (form is "csv" ? 2 : 1);
            var next = response.Headers.GetValues("Link").SingleOrDefault(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));
            path = next?.Split('<', '>')[1];
            if (path is not null)
                Assert.Contains($"/indicators.{form}?", path, StringComparison.Ordinal);
        }

        Assert.Equal(17, rows);
    }

    [Theory]
    [InlineData("?bom=true", true, "id", "indicators-1.1.0-excel.csv")]
    [InlineData("?header=zh", false, "编号", "indicators-1.1.0.csv")]
    [InlineData("?header=zh&bom=true&fields=id,name", true, "编号", "indicators-1.1.0-selection-excel.csv")]
    [InlineData("", false, "id", "indicators-1.1.0.csv")]
    [InlineData("?sort=seq:desc&lang=zh", false, "id", "indicators-1.1.0.csv")]
    [InlineData("?limit=3", false, "id", "indicators-1.1.0-selection.csv")]
    [InlineData("?seq[lte]=3", false, "id", "indicators-1.1.0-selection.csv")]
    public async Task For_spreadsheets_and_for_people_there_are_a_mark_and_Chinese_heads(string query, bool mark, string head, string name)
    {
        using var response = await served.App.Client.GetAsync($"{ServedPlan.Plan}/indicators.csv{query}");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.EndsWith($"规划-{name}", response.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        Assert.Equal(mark, bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        Assert.Equal(head, Rows(bytes)[0][0]);
    }

    [Theory]
    [InlineData("/indicators?bom=true&header=zh", "bom,header")]
    [InlineData("/indicators?header=id", "header")]
    [InlineData("/observations?bom=true&lang=zh", "bom")]
    [InlineData("/indicators", "")]
    public async Task Where_nothing_is_written_as_CSV_its_parameters_are_told_to_do_nothing(string below, string parameters) =>
        Assert.Equal(
            parameters,
            string.Join(
                ',',
                (await served.JsonAsync(ServedPlan.Plan + below))["warnings"]!
                    .AsArray()
                    .Where(warning => (string?)warning!["code"] is "no-effect")
                    .Select(warning => (string?)warning!["parameter"])
            )
        );

    /// <summary>Heads that name no field, each for its reason.</summary>
    private static readonly string[] NoFields =
    [
        "release", // the same in every row: the address names it
        "value_missing_reason", // follows from value, from and to, which say so themselves
        "mention_count", // the length of a list
    ];

    [Theory]
    [InlineData("indicators")]
    [InlineData("paragraphs")]
    [InlineData("commitments")]
    [InlineData("exclusions")]
    [InlineData("places")]
    [InlineData("errata")]
    [InlineData("observations")]
    public async Task Where_a_row_is_one_record_the_heads_are_names_of_fields(string collection)
    {
        var whole = await served.App.Client.GetByteArrayAsync($"{ServedPlan.Plan}/{collection}.csv");
        string[] heads = [.. Rows(whole)[0].Except(NoFields)];
        foreach (var some in heads.Chunk(20))
            await served.JsonAsync($"{ServedPlan.Plan}/{collection}?limit=0&{string.Join('&', some.Select(head => $"{head}[isnull]=false"))}");
        var chosen = Rows(await served.App.Client.GetByteArrayAsync($"{ServedPlan.Plan}/{collection}.csv?fields={string.Join(',', heads)}"));
        Assert.Equal(heads.Order(StringComparer.Ordinal), chosen[0].Intersect(heads).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("indicators?unit_code=%25", "indicators?unit.ucum=%25")]
    [InlineData("indicators?category=城市治理", "indicators?category.name=城市治理")]
    [InlineData("indicators?name_en[contains]=green&sort=unit_code,name_en:desc", "indicators?label.en[contains]=green&sort=unit.ucum,label.en:desc")]
    [InlineData("indicators?direction=increase", "indicators?direction.value=increase")]
    [InlineData("commitments?unit_code[isnull]=true", "commitments?unit.ucum[isnull]=true")]
    [InlineData("places?name_en[startswith]=H", "places?label.en[startswith]=H")]
    public async Task A_head_in_place_of_a_path_asks_the_same(string asked, string same)
    {
        var items = (await served.JsonAsync($"{ServedPlan.Plan}/{asked}"))["items"]!;
        Assert.Equal((await served.JsonAsync($"{ServedPlan.Plan}/{same}"))["items"]!.ToJsonString(), items.ToJsonString());
        Assert.NotEmpty(items.AsArray());
    }

    private static List<IReadOnlyList<string>> Rows(byte[] csv)
    {
        using var reader = CsvReader.Create(new MemoryStream(csv), CsvReaderOptions.Default);
        reader.ReadHeader();
        List<IReadOnlyList<string>> rows =
        [
            [.. reader.Headers],
        ];
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, rows[0].Count).Select(reader.GetString)]);
        return rows;
    }
}
