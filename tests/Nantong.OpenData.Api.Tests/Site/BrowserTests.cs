using System.Text.Json;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The pages in a real browser, and the catalogue in third-party readers. The programs in <c>Browser</c> install what they need on first use.</summary>
[Collection(nameof(ServedPlan))]
public sealed class BrowserTests(ServedPlan served)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Browser");
    private static readonly Lazy<Task> Installed = new(() => Tools.InstallAsync(Folder));
    private static readonly string[] Pages = ["/", "/docs", "/docs/guide", $"{ServedPlan.Plan}/text/ch3/s2.html", $"{ServedPlan.Plan}/text/table1.html", $"{ServedPlan.Plan}/text/col4.html", $"{ServedPlan.Plan}/text.html", $"{ServedPlan.Plan}/search.html?q=%E6%88%B7%E7%B1%8D"];

    private string Origin => served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [BrowserFact]
    public async Task No_page_has_errors_barriers_or_business_elsewhere()
    {
        await Installed.Value;
        var report = JsonDocument.Parse(await Tools.RunAsync(Folder, "node", ["pages.mjs", BrowserFactAttribute.Browser!, Origin, .. Pages])).RootElement;

        Assert.Equal(2 * Pages.Length, report.GetArrayLength());
        Assert.All(report.EnumerateArray(), page => Assert.True(page.GetProperty("faults").GetArrayLength() == 0, page.GetRawText()));
    }

    [Fact]
    public async Task Both_syntaxes_of_the_catalogue_make_the_same_statements()
    {
        await Installed.Value;
        string[] report = (await Tools.RunAsync(Folder, "node", ["catalogue.mjs", Origin])).Trim().Split(' ');

        Assert.Equal((report[0], "same"), (report[1], report[2]));
        Assert.True(int.Parse(report[0], System.Globalization.CultureInfo.InvariantCulture) > 300, report[0]);
    }
}

/// <summary>A fact about pages in a browser; reported as skipped where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Browser is null) Skip = "Neither chromium nor google-chrome is installed on this machine.";
    }

    /// <summary>The browser's program; null when there is none.</summary>
    public static string? Browser { get; } = Tools.Find("chromium", "chromium-browser", "google-chrome", "chrome.exe");
}
