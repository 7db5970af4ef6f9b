using System.Text.Json;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>Three people walk the portal in a real browser, by what they see and nothing else; and take it home on paper.</summary>
[Collection(nameof(ServedPlan))]
public sealed class PeopleTests(ServedPlan served)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Browser");
    private static readonly Lazy<Task> Installed = new(() => Tools.InstallAsync(Folder));

    private string Origin => served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [BrowserFact]
    public Task A_resident_on_a_phone_finds_what_concerns_her_who_says_so_and_what_changed() => WalkAsync("resident");

    [BrowserFact]
    public Task A_data_journalist_takes_a_table_a_chart_and_a_sentence_that_she_can_cite() => WalkAsync("journalist");

    [BrowserFact]
    public Task A_clerk_who_publishes_sees_that_it_is_in_what_it_changed_and_what_readers_see() => WalkAsync("clerk");

    [BrowserFact]
    public async Task An_indicator_prints_on_one_sheet_and_a_chapter_without_the_tools_of_the_page()
    {
        await Installed.Value;
        string[] paths =
        [
            $"{ServedPlan.Plan}/indicators/good-air-days-share.html?lang=zh",
            $"{ServedPlan.Plan}/indicators/urbanization-rate.html?lang=en",
            $"{ServedPlan.Plan}/text/ch5.html?lang=zh",
        ];
        var report = JsonDocument
            .Parse(await Tools.RunAsync(Folder, "node", ["paper.mjs", BrowserFactAttribute.Browser!, Origin, "-", .. paths]))
            .RootElement;
        Assert.All(report.EnumerateArray(), page => Assert.True(page.GetProperty("tools").GetArrayLength() == 0, page.GetRawText()));
        int[] sheets = [.. report.EnumerateArray().Select(page => page.GetProperty("sheets").GetInt32())];
        Assert.Equal([1, 1], sheets[..2]);
        Assert.InRange(sheets[2], 3, 20);
    }

    private async Task WalkAsync(string person)
    {
        await Installed.Value;
        var told = await Tools.RunAsync(Folder, "node", ["people.mjs", BrowserFactAttribute.Browser!, Origin, person]);
        Assert.EndsWith("done\n", told, StringComparison.Ordinal);
    }
}
