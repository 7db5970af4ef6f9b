using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Filters;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>What the plan promises, for people: each promise with the sentence that makes it.</summary>
internal static class CommitmentPages
{
    /// <summary>The promises that were asked for.</summary>
    public static PageContent OfAll(PageView view, Selection<Commitment> selection)
    {
        var release = view.Release!;
        var all = release.Snapshot.Commitments;
        var sections = SectionsByChapter(all);
        var chips = new FilterChips<Commitment>(view, selection.Collection.Fields, all);
        var model = new CommitmentsModel(
            view,
            [
                chips.Of(view.Say("种类", "Kind"), "kind", one => [Kind(one)], code => CodeNames.Of("commitment-kinds", code, view)),
                chips.Of(
                    view.Say("章", "Chapter"),
                    "section[in]",
                    one => [sections[ChapterOf(one.Section)]],
                    within => ChapterName(view, within),
                    inOrder: true
                ),
                chips.Of(view.Say("期限", "By"), "deadline.raw", one => Values(one.Deadline?.Raw), raw => DeadlineName(view, all, raw)),
                chips.Of(view.Say("单位", "Unit"), "unit.label", one => Values(one.Unit?.Label), unit => UnitName(view, all, unit)),
            ],
            [.. selection.Listing.Items.Select(commitment => RowOf(view, release, commitment))],
            selection.Listing.Page,
            ListPage.Turn(view, selection.Listing.Page.Next)
        );
        return new PageContent(PageNames.Of("/commitments", view.Language), Slice.Fill<Templates.Commitments, CommitmentsModel>(model))
        {
            Section = "/commitments",
            Cited = "commitments",
        };
    }

    /// <summary>The page of one promise.</summary>
    public static PageContent Of(PageView view, Commitment commitment)
    {
        var release = view.Release!;
        var row = RowOf(view, release, commitment);
        var model = new CommitmentModel(
            view,
            commitment,
            row,
            CodeNames.Of("quantity-measures", RecordJson.Code(commitment.Measure, RecordJson.Line.QuantityMeasure), view),
            commitment.Indicator is { } id && release.Snapshot.FindIndicator(id) is { } indicator
                ? (view.Say(indicator.Label), view.Page($"/indicators/{id}"))
                : null,
            [
                .. release
                    .Snapshot.Places.Where(place => place.Commitments.Contains(commitment.Id))
                    .Select(place => (view.Say(place.Label), view.Page($"/places/{place.Id}"))),
            ]
        );
        return new PageContent(TitleOf(row, view), Slice.Fill<Templates.CommitmentPage, CommitmentModel>(model))
        {
            Section = "/commitments",
            Above = [(PageNames.Of("/commitments", view.Language), view.Page("/commitments"))],
            Cited = commitment.Anchor.Node,
            Description = string.Concat(row.Sentence.Select(part => part.Text)),
        };
    }

    /// <summary>A promise with the sentence that makes it.</summary>
    public static CommitmentRow RowOf(PageView view, PinnedRelease release, Commitment commitment)
    {
        var node = release.Snapshot.FindNode(commitment.Anchor.Node)!;
        return new(
            view.Page($"/commitments/{commitment.Id}"),
            SubjectOf(commitment, view),
            CommitmentWords.Quantity(commitment, view),
            CodeNames.Of("commitment-kinds", Kind(commitment), view),
            CommitmentWords.Deadline(commitment, view),
            Sentence(node, commitment.Anchor),
            PageTitles.WithHolder(node, view),
            view.Page($"/text{node.Path}")
        );
    }

    /// <summary>The sentence of a node in which an anchor stands, in parts that are marked or not.</summary>
    public static IReadOnlyList<(string Text, bool Marked)> Sentence(Node node, Anchor anchor)
    {
        if (anchor is not { CharStart: { } from, CharEnd: { } to })
            return [(anchor.Quote.Exact, true)];

        var sentence = Sentences.Split(node.Text).FirstOrDefault(range => range.Start <= from && from < range.End);
        var end = Math.Max(sentence.End, to);
        return [(node.Text[sentence.Start..from], false), (node.Text[from..to], true), (node.Text[to..end], false)];
    }

    /// <summary>The sections that hold any, by chapter, as a filter names them.</summary>
    private static Dictionary<string, string> SectionsByChapter(IReadOnlyList<Commitment> all) =>
        all.Select(commitment => commitment.Section)
            .Distinct()
            .GroupBy(ChapterOf)
            .ToDictionary(chapter => chapter.Key, chapter => string.Join(',', chapter));

    private static string ChapterOf(string section) => section.Split('.')[0];

    /// <summary>What a promise is about, in the language of a page.</summary>
    public static string SubjectOf(Commitment commitment, PageView view) =>
        view.Language == Language.Chinese ? commitment.Subject : commitment.SubjectEn ?? commitment.Subject;

    private static string Kind(Commitment commitment) => RecordJson.Code(commitment.Kind, Wire.Json.CommitmentKind);

    private static string TitleOf(CommitmentRow row, PageView view) =>
        row.Quantity is "" ? row.Subject : $"{row.Subject}{view.Say("：", ": ")}{row.Quantity}";

    private static string DeadlineName(PageView view, IReadOnlyList<Commitment> all, string raw) =>
        all.FirstOrDefault(one => one.Deadline?.Raw == raw) is { } dated ? CommitmentWords.Deadline(dated, view) : raw;

    private static string UnitName(PageView view, IReadOnlyList<Commitment> all, string label) =>
        all.FirstOrDefault(one => one.Unit?.Label == label)?.Unit is { } unit ? view.Say(unit) ?? label : label;

    private static IEnumerable<string> Values(string? value) => value is null ? [] : [value];

    private static string ChapterName(PageView view, string sections) =>
        view.Release!.Snapshot.FindNode(sections.Split('.', ',')[0]) is { } chapter ? PageTitles.Of(chapter, view) : sections;
}

/// <summary>Promises as a page shows them.</summary>
internal sealed record CommitmentsModel(PageView View, IReadOnlyList<FacetModel> Facets, IReadOnlyList<CommitmentRow> Rows, Page Page, string? Next);

/// <summary>A promise in a list.</summary>
internal sealed record CommitmentRow(
    string Href,
    string Subject,
    string Quantity,
    string Kind,
    string Deadline,
    IReadOnlyList<(string Text, bool Marked)> Sentence,
    string Where,
    string WhereHref
);

/// <summary>A promise as its page shows it.</summary>
internal sealed record CommitmentModel(
    PageView View,
    Commitment Commitment,
    CommitmentRow Row,
    string Measure,
    (string Name, string Href)? Indicator,
    IReadOnlyList<(string Name, string Href)> Places
);
