using System.Text.Json;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>The pages in a real browser, and the catalogue in third-party readers. The programs in <c>Browser</c> install what they need on first
/// use.</summary>
[Collection(nameof(ServedPlan))]
public sealed class BrowserTests(ServedPlan served)
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Browser");
    private static readonly Lazy<Task> Installed = new(() => Tools.InstallAsync(Folder));
    private static readonly string[] Pages =
    [
        "/",
        "/?lang=en",
        "/docs",
        "/docs/guide?lang=en",
        "/v1/status.html?lang=zh",
        "/v1/codelists/units.html?lang=en",
        "/nothing-here.html",
        .. new[]
        {
            ".html",
            "/indicators.html",
            "/indicators/urbanization-rate.html",
            "/indicators/dual-gigabit-city.html",
            "/indicators/urbanization-rate/evaluate.html?value=74",
            "/aggregates/attainment.html",
            "/text/ch3/s2.html",
            "/text/table1.html",
            "/text.html",
            "/columns.html",
            "/columns/4.html",
            "/commitments.html",
            "/commitments/ch5.s5.p2.c1.html",
            "/places.html",
            "/places/haian.html",
            "/structures.html",
            "/observations.html",
            "/errata.html",
            "/releases.html",
            "/changes/1.0.0..1.1.0.html",
            "/files.html",
            "/cite.html",
            "/search.html?q=%E6%88%B7%E7%B1%8D",
            "/verify.html?quote=%E5%88%B02025%E5%B9%B4",
            "/table/indicators.html?where1=target_value&is1=gte&value1=50",
            "/aggregates/required-change.html",
            "/consistency.html",
        }.Select(
            (page, index) =>
                $"{ServedPlan.Plan}{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={(index % 2 is 0 ? "zh" : "en")}"
        ),
    ];

    private string Origin => served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

    [BrowserFact]
    public async Task No_page_has_errors_barriers_or_business_elsewhere()
    {
        await Installed.Value;
        var report = JsonDocument
            .Parse(await Tools.RunAsync(Folder, "node", ["pages.mjs", BrowserFactAttribute.Browser!, Origin, .. Pages]))
            .RootElement;

        Assert.Equal(3 * Pages.Length, report.GetArrayLength());
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
        if (Browser is null)
            Skip = "Neither chromium nor google-chrome is installed on this machine.";
    }

    /// <summary>The browser's program; null when there is none.</summary>
    public static string? Browser { get; } = Tools.Find("chromium", "chromium-browser", "google-chrome", "chrome.exe");
}
