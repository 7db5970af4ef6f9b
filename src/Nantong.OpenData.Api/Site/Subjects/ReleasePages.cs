using System.Text.Json;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Site.Comparing;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>Releases for people: as a time line, and any two side by side.</summary>
internal static class ReleasePages
{
    private const int LongestValue = 300; // of a record's member that is shown before and after

    /// <summary>The releases that were asked for, newest first.</summary>
    public static PageContent OfAll(PageView view, Selection<ReleaseSummary> selection)
    {
        var releases = selection.Listing.Items;
        var model = new TimeLineModel(
            view,
            [.. releases.Select(release => EntryOf(view, release))],
            ListPage.Turn(view, selection.Listing.Page.Next),
            [.. view.Release!.History.Where(entry => entry.Status is not ReleaseStatus.Withdrawn).Select(entry => entry.Version.ToString())]
        );
        return new PageContent(PageNames.Of("/releases", view.Language), Slice.Fill<Templates.TimeLine, TimeLineModel>(model))
        {
            Section = "/releases",
        };
    }

    /// <summary>One release.</summary>
    public static PageContent Of(PageView view, ReleaseSummary release) =>
        new(
            view.Say($"版本 {release.Version}", $"Release {release.Version}"),
            Slice.Fill<Templates.TimeLine, TimeLineModel>(new(view, [EntryOf(view, release)], null, []))
        )
        {
            Section = "/releases",
            Above = [(PageNames.Of("/releases", view.Language), view.Page("/releases"))],
        };

    /// <summary>Two releases side by side.</summary>
    /// <param name="view">From where they are looked at.</param>
    /// <param name="comparison">What turns one into the other.</param>
    /// <param name="all">All changes, whatever is asked for.</param>
    /// <param name="sourceChanged">True when they were made from different source texts.</param>
    public static PageContent OfComparison(PageView view, ReleaseComparison comparison, IReadOnlyList<Change> all, bool sourceChanged)
    {
        var (from, to) = (comparison.From.Version.ToString(), comparison.To.Version.ToString());
        var model = new ComparisonModel(
            view,
            SummaryOf(view, comparison.Summary, sourceChanged),
            from,
            to,
            [.. comparison.Reasons.Select(reason => CodeNames.Of("version-rules", reason.Rule, view)).Distinct()],
            ChangeChips.Of(view, all),
            [.. comparison.Items.Select(change => ChangeOf(view, change, to))],
            comparison.Page,
            ListPage.Turn(view, comparison.Page.Next)
        );
        return new PageContent(
            view.Say($"版本 {from} 到 {to} 的变化", $"What changed from {from} to {to}"),
            Slice.Fill<Templates.Comparison, ComparisonModel>(model)
        )
        {
            Section = "/releases",
            Above = [(PageNames.Of("/releases", view.Language), view.Page("/releases"))],
        };
    }

    /// <summary>The log of changes.</summary>
    public static PageContent OfLog(PageView view, Selection<LoggedChange> selection)
    {
        var model = new ComparisonModel(
            view,
            null,
            null,
            null,
            [],
            [],
            [.. selection.Listing.Items.Select(change => ChangeOf(view, change))],
            selection.Listing.Page,
            ListPage.Turn(view, selection.Listing.Page.Next)
        );
        return new PageContent(PageNames.Of("/changes", view.Language), Slice.Fill<Templates.Comparison, ComparisonModel>(model))
        {
            Section = "/releases",
            Above = [(PageNames.Of("/releases", view.Language), view.Page("/releases"))],
        };
    }

    /// <summary>What changed since the release before, where both can be read.</summary>
    private static string? ChangesOf(PageView view, ReleaseSummary release) =>
        release is { Status: not ReleaseStatus.Withdrawn, Predecessor: { } before }
        && view.Release!.History.Any(entry => entry.Version == before && entry.Status is not ReleaseStatus.Withdrawn)
            ? view.LatestPage($"/changes/{before}..{release.Version}")
            : null;

    private static TimeLineEntry EntryOf(PageView view, ReleaseSummary release) =>
        new(
            release.Version.ToString(),
            view.PageAt(release.Version.ToString(), ""),
            release.Status is not ReleaseStatus.Withdrawn,
            CodeNames.Of("release-statuses", RecordJson.Code(release.Status, Wire.Json.ReleaseStatus), view),
            release.Note?.Reason,
            release.PublishedAt,
            release.Message,
            release.Predecessor?.ToString(),
            ChangesOf(view, release),
            release.Signed,
            view.PageAt(release.Version.ToString(), "/files"),
            release.ContentHash
        );

    private static ShownChange ChangeOf(PageView view, Change change, string? release)
    {
        var (before, after) = change.Sentences is [] ? (TextOf(view, change.From), TextOf(view, change.To)) : (null, null);
        var words = before is not null && after is not null ? WordEdits.Of(before, after) : null;
        return new(
            release,
            CodeNames.Of("change-operations", RecordJson.Code(change.Op, Wire.Json.ChangeOp), view),
            CodeNames.Of("change-kinds", ComparisonFilter.KindOf(change.Kind), view),
            ChangeChips.TypeName(change.Target.Type, view),
            change.Target.Id,
            PageOf(view, change.Target),
            change.Path,
            CodeNames.Of("bumps", ComparisonFilter.SeverityOf(change.Severity), view),
            change.Reason,
            words is null ? [.. change.Sentences.Select(sentence => EditsOf(sentence.From, sentence.To))] : [words],
            words is null ? Shorten(before) : null,
            words is null ? Shorten(after) : null
        );
    }

    /// <summary>A change of the log is a change with the release that made it.</summary>
    private static ShownChange ChangeOf(PageView view, LoggedChange logged) =>
        ChangeOf(
            view,
            new Change(
                logged.Op,
                logged.Kind,
                logged.Target,
                logged.Path,
                logged.From,
                logged.To,
                logged.Severity,
                logged.Rule,
                logged.Reason,
                logged.PreviousId,
                logged.Sentences
            ),
            logged.Release.ToString()
        );

    /// <summary>What a reader wants to know first: whether the plan itself says something else, and whether any number does.</summary>
    private static string SummaryOf(PageView view, ChangeSummary summary, bool sourceChanged) =>
        view.Say(
            $"规划原文{(sourceChanged ? "变了" : "没有变")}；数值{(summary.ValuesChanged is 0 ? "没有改" : $"改了 {summary.ValuesChanged} 处")}；数据共 "
                + $"{summary.Total} 处变化，其中 {summary.Breaking} 处不兼容。",
            $"The text of the plan {(sourceChanged ? "has changed" : "has not changed")}; "
                + $"{(summary.ValuesChanged is 0 ? "no number differs" : $"{summary.ValuesChanged} numbers differ")}; the data has "
                + $"{summary.Total} changes, {summary.Breaking} of them breaking."
        );

    private static string? PageOf(PageView view, ChangeTarget target) =>
        target switch
        {
            { Type: "node", Id: { } id } when view.Release is { HasContent: true } release && release.Snapshot.FindNode(id) is { } node =>
                view.LatestPage($"/text{node.Path}"),
            { Type: "indicator", Id: { } id } => view.LatestPage($"/indicators/{id}"),
            { Type: "commitment", Id: { } id } => view.LatestPage($"/commitments/{id}"),
            { Type: "place", Id: { } id } => view.LatestPage($"/places/{id}"),
            _ => null,
        };

    private static IReadOnlyList<TextEdit> EditsOf(string? from, string? to) =>
        (from, to) switch
        {
            (null, { } added) => [new(EditOp.Insert, added)],
            ({ } removed, null) => [new(EditOp.Delete, removed)],
            ({ } before, { } after) => TextEdits.Of(before, after),
            _ => [],
        };

    private static string? TextOf(PageView view, JsonElement? value) =>
        value switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Object } record => RecordPage.InWords(view, record),
            { } json => JsonSerializer.Serialize(json, Wire.Json.JsonElement),
        };

    private static string? Shorten(string? text) => text is { Length: > LongestValue } ? $"{text[..LongestValue]}…" : text;
}

/// <summary>Releases as a page shows them.</summary>
internal sealed record TimeLineModel(PageView View, IReadOnlyList<TimeLineEntry> Entries, string? Next, IReadOnlyList<string> Versions);

/// <summary>A release in a time line.</summary>
internal sealed record TimeLineEntry(
    string Version,
    string Href,
    bool Readable,
    string Status,
    string? Note,
    DateTimeOffset? PublishedAt,
    string Message,
    string? Before,
    string? Changes,
    bool Signed,
    string Files,
    string ContentHash
);

/// <summary>Changes as a page shows them.</summary>
internal sealed record ComparisonModel(
    PageView View,
    string? Summary,
    string? From,
    string? To,
    IReadOnlyList<string> Rules,
    IReadOnlyList<FacetModel> Facets,
    IReadOnlyList<ShownChange> Changes,
    Page Page,
    string? Next
);

/// <summary>A change as a page shows it.</summary>
internal sealed record ShownChange(
    string? Release,
    string Op,
    string Kind,
    string Type,
    string? Id,
    string? Href,
    string Path,
    string Severity,
    string? Reason,
    IReadOnlyList<IReadOnlyList<TextEdit>> Sentences,
    string? Before,
    string? After
)
{
    /// <summary>True when what differs is Chinese, as the text is.</summary>
    public bool IsChinese => Sentences.Any(sentence => sentence.Any(edit => edit.Text.Any(character => character is >= '一' and <= '鿿')));
}
