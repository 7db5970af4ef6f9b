namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>What lists can be narrowed to and sorted by, with plain links.</summary>
[Collection(nameof(ServedPlan))]
public sealed class ChipTests(ServedPlan served)
{
    [Fact]
    public async Task A_chip_of_the_portal_counts_what_the_other_chips_leave_and_keeps_its_word()
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/commitments.html?kind=target&lang=zh");
        foreach (
            var (filter, name, count, href) in new[] { "章", "单位", "期限" }.SelectMany(filter =>
                page.Chips(filter).Take(2).Select(chip => (filter, chip.Name, chip.Count, chip.Href!))
            )
        )
        {
            var there = await served.PageAsync(href);
            Assert.True(
                there.OfClass("note").First().Value.Contains($"共 {count} 条", StringComparison.Ordinal),
                $"{filter} {name} {count}: {there.OfClass("note").First().Value}"
            );
        }

        var kinds = page.Chips("种类");
        Assert.Null(kinds.Single(chip => chip.Href is null).Href);
        var all = (await served.PageAsync($"{ServedPlan.Plan}/commitments.html?lang=zh")).Chips("种类");
        Assert.Equal(all, kinds.Select(chip => (chip.Name, chip.Count, (string?)all.Single(other => other.Name == chip.Name).Href)));
    }

    [Fact]
    public async Task The_table_of_the_portal_s_indicators_is_narrowed_by_status_and_category_and_sorted_without_scripts()
    {
        var page = await served.PageAsync($"{ServedPlan.Plan}/indicators.html?lang=en");
        Assert.Equal(17, page.Chips("Standing").Sum(chip => chip.Count));
        var (name, count, href) = page.Chips("Standing")[^1];
        var narrowed = await served.PageAsync(href!);
        var rows = narrowed.Descendants("tbody").Single().Elements("tr").ToList();
        Assert.Equal(count, rows.Count);
        Assert.All(rows, row => Assert.Contains(name, row.Value, StringComparison.Ordinal));
        Assert.Equal(count, narrowed.Chips("Category").Sum(chip => chip.Count));

        var sorted = await served.PageAsync(
            page.Descendants("thead")
                .Single()
                .Descendants("a")
                .Single(link => link.Value.StartsWith("Target", StringComparison.Ordinal))
                .Attribute("href")!
                .Value
        );
        var head = sorted.Descendants("th").Single(cell => cell.Attribute("aria-sort") is not null);
        Assert.Equal("ascending", head.Attribute("aria-sort")!.Value);
        var again = await served.PageAsync(head.Element("a")!.Attribute("href")!.Value);
        Assert.Equal("descending", again.Descendants("th").Single(cell => cell.Attribute("aria-sort") is not null).Attribute("aria-sort")!.Value);
        var data = await served.JsonAsync($"{ServedPlan.Plan}/indicators?sort=target.value:desc");
        Assert.Equal(
            (string?)data["items"]![0]!["label"]!["en"],
            again.Descendants("tbody").Single().Elements("tr").First().Descendants("a").First().Value
        );
    }

    [Fact]
    public async Task A_comparison_page_of_the_portal_is_narrowed_by_kind_dataset_and_severity_and_shows_words()
    {
        var path = $"{ServedPlan.Plan}/changes/1.0.0..1.1.0";
        var all = (await served.JsonAsync($"{path}?limit=500"))["items"]!.AsArray();
        var page = await served.PageAsync($"{path}.html?lang=zh");
        foreach (var filter in (string[])["种类", "内容", "轻重"])
        {
            Assert.Equal(all.Count, page.Chips(filter).Sum(chip => chip.Count));
            var (_, count, href) = page.Chips(filter)[0];
            Assert.Contains(
                $"共 {count} 处",
                (await served.PageAsync(href!))
                    .OfClass("note")
                    .Select(note => note.Value)
                    .First(note => note.Contains("本页", StringComparison.Ordinal)),
                StringComparison.Ordinal
            );
        }

        var kept = (await served.JsonAsync($"{path}?kind=metadata&target.type=indicator"))["items"]!.AsArray();
        Assert.Equal(all.Count(change => (string?)change!["kind"] is "metadata" && (string?)change["target"]!["type"] is "indicator"), kept.Count);
        var edits = (await served.PageAsync($"{path}.html?kind=metadata&target.type=indicator&lang=en")).OfClass("edits").ToList();
        Assert.Contains(edits, edit => edit.Elements("del").Any() && edit.Value.Contains("green", StringComparison.Ordinal));
        await served.RefusedAsync($"{path}?kind=nonsense", "kind", "one or more of the allowed words");
    }
}
