using Microsoft.AspNetCore.Html;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Resources;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Api.Site.Reading;

/// <summary>The text as pages to read: a node with all that is below it, or the whole.</summary>
internal static class TextPage
{
    /// <summary>The page of one node.</summary>
    public static PageContent Of(PageView view, PinnedRelease release, Node node, IReadOnlyList<Node> below)
    {
        Node[] holders = [.. Holders(release, node)];
        var own = PageTitles.HasHeading(node);
        var name = own
            ? PageTitles.Of(node, view)
            : $"{string.Concat(holders.TakeLast(1).Select(holder => $"{PageTitles.Of(holder, view)} "))}{PageTitles.Of(node, view)}";
        var (previous, next) = Neighbours(release, node);
        (string Relation, Node? Node)[] turns = [("prev", previous), ("up", holders.LastOrDefault()), ("next", next)];
        var text = NodeHtml.Render(below, own ? 1 : 2, Aids.Of(view, release));
        return new PageContent(
            name,
            Slice.Fill<Templates.Text, TextModel>(
                new(
                    view,
                    node,
                    own ? node.HeadingEn : null,
                    new HtmlString(text.ToString()),
                    Contents(view, release, node),
                    Marks(view, release, below)
                )
            )
        )
        {
            HasOwnHeading = own,
            Section = node.Type is NodeType.Column or NodeType.ColumnItem ? "/columns" : "/text",
            Above =
            [
                (view.Say("全文", "Text"), view.Page("/text")),
                .. holders.Select(holder => (PageTitles.Of(holder, view), view.Page($"/text{holder.Path}"))),
            ],
            Cited = node.Id,
            Turns =
            [
                .. turns
                    .Where(turn => turn.Node is not null)
                    .Select(turn => (turn.Relation, PageTitles.Of(turn.Node!, view), view.Page($"/text{turn.Node!.Path}"))),
            ],
            Data = PageData.Passage(release, node, PageTitles.Of(node), release.LatestHref($"/text{node.Path}.html")),
        };
    }

    /// <summary>The page of the whole text.</summary>
    public static PageContent OfWhole(PageView view, PinnedRelease release)
    {
        var title = release.Entry.About.Title;
        var text = NodeHtml.Render(release.Snapshot.Nodes, level: 2, Aids.OfSentences);
        return new PageContent(
            view.Say(title),
            Slice.Fill<Templates.Text, TextModel>(new(view, null, null, new HtmlString(text.ToString()), Contents(view, release, null), []))
        )
        {
            Section = "/text",
            Description = view.Say(release.Entry.About.Description),
            Cited = "text",
            Data = PageData.Passage(release, null, title.Zh, release.LatestHref("/text.html")),
        };
    }

    /// <summary>The chapters, and below the one in hand its sections.</summary>
    private static IReadOnlyList<ContentsEntry> Contents(PageView view, PinnedRelease release, Node? here)
    {
        var nodes = release.Snapshot.Nodes;
        HashSet<string> open = here is null ? [] : [here.Id, .. Holders(release, here).Select(holder => holder.Id)];
        return
        [
            .. nodes
                .Where(node => node.Parent is null)
                .Select(top => new ContentsEntry(
                    PageTitles.Of(top, view),
                    view.Page($"/text{top.Path}"),
                    open.Contains(top.Id),
                    here is null || open.Contains(top.Id)
                        ?
                        [
                            .. nodes
                                .Where(node => node.Parent == top.Id && PageTitles.HasHeading(node))
                                .Select(node => new ContentsEntry(
                                    PageTitles.Of(node, view),
                                    view.Page($"/text{node.Path}"),
                                    open.Contains(node.Id),
                                    []
                                )),
                        ]
                        : []
                )),
        ];
    }

    /// <summary>What the passage holds besides its words: promises, places, defects of the source.</summary>
    private static IReadOnlyList<TextMark> Marks(PageView view, PinnedRelease release, IReadOnlyList<Node> below)
    {
        var (found, snapshot) = (release.ReferencesOf(below), release.Snapshot);
        return
        [
            .. found.Indicators.Select(one => new TextMark(
                view.Say("指标", "Indicator"),
                view.Say(snapshot.FindIndicator(one.Id)!.Label),
                view.Page($"/indicators/{one.Id}")
            )),
            .. found
                .Commitments.Select(one => snapshot.Commitments.First(commitment => commitment.Id == one.Id))
                .Select(commitment => new TextMark(
                    view.Say("数量与承诺", "Quantity or promise"),
                    $"{commitment.Subject} {commitment.Anchor.Quote.Exact}",
                    view.Page($"/commitments/{commitment.Id}")
                )),
            .. found.Places.Select(one => new TextMark(
                view.Say("地名", "Place"),
                view.Say(snapshot.Places.First(place => place.Id == one.Id).Label),
                view.Page($"/places/{one.Id}")
            )),
            .. found.Errata.Select(one => new TextMark(view.Say("勘误", "Erratum"), one.Id, view.Page($"/errata?id={one.Id}"))),
        ];
    }

    private static IEnumerable<Node> Holders(PinnedRelease release, Node node) =>
        node.Parent is { } id && release.Snapshot.FindNode(id) is { } holder ? Holders(release, holder).Append(holder) : [];

    /// <summary>The nodes of the same kind before and after: a reader turns from section to section, not from a section into itself.</summary>
    private static (Node? Previous, Node? Next) Neighbours(PinnedRelease release, Node node)
    {
        Node[] alike = [.. release.Snapshot.Nodes.Where(other => other.Type == node.Type)];
        var at = Array.FindIndex(alike, other => other.Id == node.Id);
        return (alike.ElementAtOrDefault(at - 1), alike.ElementAtOrDefault(at + 1));
    }
}

/// <summary>A passage of the text as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Node">The node; null for the whole text.</param>
/// <param name="English">Its heading in English; null where there is none.</param>
/// <param name="Text">The passage as markup.</param>
/// <param name="Contents">The contents of the plan.</param>
/// <param name="Marks">What the passage holds besides its words.</param>
internal sealed record TextModel(
    PageView View,
    Node? Node,
    string? English,
    HtmlString Text,
    IReadOnlyList<ContentsEntry> Contents,
    IReadOnlyList<TextMark> Marks
);

/// <summary>An entry of the contents.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Href">Its page.</param>
/// <param name="Here">True when the page in hand is it, or below it.</param>
/// <param name="Below">The entries below it.</param>
internal sealed record ContentsEntry(string Name, string Href, bool Here, IReadOnlyList<ContentsEntry> Below);

/// <summary>Something that a passage holds besides its words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Href">Its page.</param>
internal sealed record TextMark(string Kind, string Name, string Href);
