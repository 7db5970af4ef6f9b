using System.Globalization;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Api.Site.Figures;

/// <summary>The figures for people: which there are, and each as a table.</summary>
internal static class FigurePages
{
    /// <summary>The figures that were asked for, as cards.</summary>
    public static PageContent OfAll(PageView view, Selection<AggregateTable> selection) =>
        new(
            PageNames.Of("/aggregates", view.Language),
            Slice.Fill<Templates.Figures, FiguresModel>(
                new(
                    view,
                    [.. selection.Listing.Items.Select(table => (view.Say(table.Label), view.Page($"/aggregates/{table.Id}"), table.Rows.Count))],
                    ListPage.Turn(view, selection.Listing.Page.Next)
                )
            )
        )
        {
            Section = "/aggregates",
        };

    /// <summary>One table of figures: what each row counts, and its numbers.</summary>
    public static PageContent Of(PageView view, AggregateTable table)
    {
        string[] measures = [.. table.Rows.SelectMany(row => row.Measures.Keys).Distinct()];
        var withUnit = table.Rows.Any(row => row.Unit is not null);
        var model = new FigureModel(
            view,
            [.. measures.Select(measure => FieldNames.Of(measure, view.Language))],
            withUnit,
            [
                .. table.Rows.Select(row => new FigureRow(
                    LabelOf(view, row),
                    PageOf(view, row),
                    [.. measures.Select(measure => TargetOf(view, row, measure) ?? Text(row.Measures.GetValueOrDefault(measure)))],
                    row.Unit ?? ""
                )),
            ],
            table.BuiltAt,
            table.AsOfRelease.ToString()
        );
        return new PageContent(view.Say(table.Label), Slice.Fill<Templates.Figure, FigureModel>(model))
        {
            Section = "/aggregates",
            Above = [(PageNames.Of("/aggregates", view.Language), view.Page("/aggregates"))],
        };
    }

    /// <summary>What a row counts; with the year, where rows differ by that alone.</summary>
    private static string LabelOf(PageView view, AggregateRow row) =>
        row.Dimensions.TryGetValue("year", out var year) && year is not "" ? $"{view.Say(row.Label)} ({year})" : view.Say(row.Label);

    /// <summary>The page of what a row is about; null where it is about no single record.</summary>
    private static string? PageOf(PageView view, AggregateRow row)
    {
        var snapshot = view.Release!.Snapshot;
        if (row.Dimensions.TryGetValue("indicator", out var id) && snapshot.FindIndicator(id) is not null)
            return view.Page($"/indicators/{id}");
        foreach (var dimension in (string[])["column", "section", "chapter"])
            if (row.Dimensions.TryGetValue(dimension, out var node) && snapshot.FindNode(node) is { } found)
                return view.Page($"/text{found.Path}");
        return null;
    }

    /// <summary>The target of an indicator as the plan prints it, with its bound; null for any other number.</summary>
    private static string? TargetOf(PageView view, AggregateRow row, string measure) =>
        measure is "target" && row.Dimensions.TryGetValue("indicator", out var id) && view.Release!.Snapshot.FindIndicator(id) is { } indicator
            ? IndicatorPages.TargetText(indicator, view)
            : null;

    private static string Text(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "—";
}

/// <summary>Tables of figures as a page shows them.</summary>
internal sealed record FiguresModel(PageView View, IReadOnlyList<(string Name, string Href, int Rows)> Tables, string? Next);

/// <summary>A table of figures as a page shows it.</summary>
internal sealed record FigureModel(
    PageView View,
    IReadOnlyList<string> Measures,
    bool WithUnit,
    IReadOnlyList<FigureRow> Rows,
    DateTimeOffset BuiltAt,
    string AsOf
);

/// <summary>A row of figures.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Href">The page of that; null where it is no single record.</param>
/// <param name="Values">Its numbers.</param>
/// <param name="Unit">Their unit; empty when they have none.</param>
internal sealed record FigureRow(string Label, string? Href, IReadOnlyList<string> Values, string Unit);
