using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Columns;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>The project boxes (专栏) for people.</summary>
internal static class ColumnPages
{
    /// <summary>The boxes as cards.</summary>
    public static PageContent OfAll(PageView view, Selection<Column> selection) =>
        new(
            PageNames.Of("/columns", view.Language),
            Slice.Fill<Templates.Columns, ColumnsModel>(new(view, [.. selection.Listing.Items.Select(column => BoxOf(view, column))]))
        )
        {
            Section = "/columns",
            Cited = "columns",
        };

    /// <summary>The page of one box.</summary>
    public static PageContent Of(PageView view, Column column)
    {
        var all = view.Release!.Snapshot.Columns;
        return new PageContent(TitleOf(view, column), Slice.Fill<Templates.ColumnPage, ColumnBox>(BoxOf(view, column)))
        {
            Section = "/columns",
            Above = [(PageNames.Of("/columns", view.Language), view.Page("/columns"))],
            Cited = column.Id,
            Turns =
            [
                .. all.Where(other => other.Number == column.Number - 1)
                    .Select(other => ("prev", TitleOf(view, other), view.Page($"/columns/{other.Number}"))),
                .. all.Where(other => other.Number == column.Number + 1)
                    .Select(other => ("next", TitleOf(view, other), view.Page($"/columns/{other.Number}"))),
            ],
        };
    }

    private static string TitleOf(PageView view, Column column) =>
        view.Say($"专栏{column.Number} {column.Title}", $"Box {column.Number}: {column.TitleEn ?? column.Title}");

    private static ColumnBox BoxOf(PageView view, Column column)
    {
        var (release, snapshot) = (view.Release!, view.Release!.Snapshot);
        return new(
            view,
            TitleOf(view, column),
            view.Page($"/columns/{column.Number}"),
            column.Title,
            snapshot.FindNode(column.Section) is { } section ? (PageTitles.Of(section, view), view.Page($"/text{section.Path}")) : null,
            column.Heads,
            [
                .. column.Items.Select(item => new BoxItem(
                    item.Id,
                    item.Heading,
                    item.HeadingEn,
                    item.Text,
                    view.Page($"/text{snapshot.FindNode(item.Id)?.Path}"),
                    [
                        .. snapshot
                            .Commitments.Where(commitment => commitment.Anchor.Node == item.Id)
                            .Select(commitment => CommitmentPages.RowOf(view, release, commitment)),
                    ],
                    [
                        .. snapshot
                            .Places.Where(place => place.Nodes.Contains(item.Id))
                            .Select(place => (view.Say(place.Label), view.Page($"/places/{place.Id}"))),
                    ]
                )),
            ]
        );
    }
}

/// <summary>Boxes as a page shows them.</summary>
internal sealed record ColumnsModel(PageView View, IReadOnlyList<ColumnBox> Boxes);

/// <summary>A box as a page shows it.</summary>
internal sealed record ColumnBox(
    PageView View,
    string Title,
    string Href,
    string ChineseTitle,
    (string Name, string Href)? Section,
    IReadOnlyList<string> Heads,
    IReadOnlyList<BoxItem> Items
);

/// <summary>An item of a box.</summary>
internal sealed record BoxItem(
    string Id,
    string? Heading,
    string? HeadingEn,
    string Text,
    string Href,
    IReadOnlyList<CommitmentRow> Commitments,
    IReadOnlyList<(string Name, string Href)> Places
);
