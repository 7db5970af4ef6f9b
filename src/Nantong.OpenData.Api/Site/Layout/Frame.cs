using System.Text;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>A page whole: its content within what all pages have in common.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Content">What it says.</param>
/// <param name="Forms">The other forms in which the same can be had.</param>
/// <param name="Warnings">What a reader should know first.</param>
internal sealed record Frame(PageView View, PageContent Content, IReadOnlyList<Format> Forms, IReadOnlyList<Warning> Warnings)
{
    private const string ServiceName = "南通开放数据",
        ServiceNameEn = "Nantong Open Data";

    /// <summary>Path of the only plan that is served, which a page of the service itself searches; null where there are several, or none.</summary>
    public string? OnlyPlan { get; init; }

    /// <summary>Where the search box looks; null where there is none, and on the front page, which has one for each plan.</summary>
    public string? Searched =>
        View.Release is not null ? View.Plan
        : Content.HasOwnHeading ? null
        : OnlyPlan;

    /// <summary>The only plan that is served, for a page of the service.</summary>
    public static string? FindOnlyPlan(HttpContext context) =>
        context.RequestServices.GetService<Snapshots>()?.Latest is [var only] ? $"/v1/plans/{only.Release.Plan}" : null;

    /// <summary>What the service is called.</summary>
    public string Service => View.Say(ServiceName, ServiceNameEn);

    /// <summary>The title of the window.</summary>
    public string WindowTitle =>
        View.Release is { Entry.About.Title: var plan } && View.Say(plan) != Content.Title ? $"{Content.Title} · {View.Say(plan)}"
        : Content.Title == Service ? Service
        : $"{Content.Title} · {Service}";

    /// <summary>What the page is, in a sentence.</summary>
    public string Description =>
        Content.Description
        ?? (
            View.Release is { Entry.About: var about }
                ? $"{Content.Title} · {View.Say(about.Title)} ({about.Authority.DocumentNumber})"
                : Content.Title
        );

    /// <summary>The address that search engines shall show: the floating one (RFC 6596, 3).</summary>
    public string Canonical => View.Address.Href(Floating(View.InAnyLanguage));

    /// <summary>The address of exactly this release, for citations and bookmarks (RFC 8574); null for a page of the service itself.</summary>
    public string? Permalink => View.Release is { } release ? $"{release.Href(release.Below)}.{Format.Html.Extension}{View.Address.Selection}" : null;

    /// <summary>The navigation of a plan.</summary>
    public IReadOnlyList<(string Below, string Name)> Sections =>
        View.Release is null
            ? []
            :
            [
                ("/indicators", View.Say("指标", "Indicators")),
                ("/aggregates/attainment", View.Say("进展", "Progress")),
                ("/text", View.Say("全文", "Text")),
                ("/columns", View.Say("专栏", "Project boxes")),
                ("/commitments", View.Say("承诺", "Commitments")),
                ("/places", View.Say("地名", "Places")),
                ("/verify", View.Say("核对引文", "Check a quotation")),
                ("/files", View.Say("数据", "Data")),
                ("/releases", View.Say("版本", "Releases")),
            ];

    /// <summary>What to say of the age of the release that is shown; null when it is the newest, plainly published.</summary>
    public ReleaseBanner? Banner => View.Release is { } release ? ReleaseBanner.Find(release, View) : null;

    /// <summary>True for what pages say in their own way: by the banner, or by a field to fill in.</summary>
    public static bool SaysItself(Warning warning) => warning.Code is Deprecations.Code or Cite.NoAccessDate;

    /// <summary>The page, as UTF-8.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(Slice.Fill<Templates.Layout, Frame>(this).Value!.ReplaceLineEndings("\n"));

    /// <summary>This page's address in a language, floating, for the alternates of the head.</summary>
    public string AlternateIn(Language language) => View.Address.Href(Floating(View.InLanguage(language)));

    private string Floating(string target) =>
        View.Release is { } release && target.StartsWith(View.Plan, StringComparison.Ordinal)
            ? $"/v1/plans/{release.Entry.Plan}{target[View.Plan.Length..]}"
            : target;
}

/// <summary>What a page of a release that is not the newest says first.</summary>
/// <param name="Text">Which release this is, and what became of it.</param>
/// <param name="Newest">The newest release.</param>
/// <param name="Same">The same page there.</param>
/// <param name="Changes">What changed in between; null where that cannot be read any more.</param>
internal sealed record ReleaseBanner(string Text, string Newest, string Same, string? Changes)
{
    /// <summary>The banner; null when the release is the newest, plainly published.</summary>
    public static ReleaseBanner? Find(PinnedRelease release, PageView view)
    {
        var (entry, newest) = (release.Entry, release.History.FirstOrDefault(known => known.Status is ReleaseStatus.Published)?.Version);
        if (newest is not { } latest || (latest == entry.Version && entry.Status is ReleaseStatus.Published))
            return null;

        var text = (entry.Status, entry.Note) switch
        {
            (ReleaseStatus.Withdrawn, { Reason: var reason }) => view.Say(
                $"版本 {entry.Version} 已撤回：{reason}",
                $"Release {entry.Version} has been withdrawn: {reason}"
            ),
            (ReleaseStatus.Deprecated, { Reason: var reason }) => view.Say(
                $"版本 {entry.Version} 不再推荐使用：{reason}",
                $"Release {entry.Version} is deprecated: {reason}"
            ),
            _ => view.Say($"您正在看的是旧版本 {entry.Version}。", $"This is an older release, {entry.Version}."),
        };
        return new(
            text,
            latest.ToString(),
            view.LatestPage(Uri.UnescapeDataString(release.Below) + view.Selection),
            entry.Status is ReleaseStatus.Withdrawn ? null : view.LatestPage($"/changes/{entry.Version}..{latest}")
        );
    }
}
