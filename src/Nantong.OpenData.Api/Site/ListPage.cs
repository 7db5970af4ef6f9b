using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Api.Site;

/// <summary>A page of any collection that is a dataset: its records as a table, under the heads that its files have.</summary>
internal static class ListPage
{
    private const int MostColumns = 7; // more do not stand side by side on any screen

    /// <summary>The page.</summary>
    public static PageContent Of<T>(PageView view, Selection<T> selection)
        where T : notnull
    {
        var (collection, release) = (selection.Collection, view.Release!);
        var dataset = collection.Dataset!(new Datasets(release.Entry.Version));
        string[] shown =
        [
            .. collection.Shown is []
                ? dataset.Columns.Take(MostColumns).Select(column => column.Name)
                : collection.Shown.Select(name => InLanguage(name, dataset, view)),
        ];
        int[] places = [.. shown.Select(name => dataset.Columns.Index().First(column => column.Item.Name == name).Index)];
        var rows = selection.Listing.Items.SelectMany(record =>
            dataset
                .Rows([record])
                .Select(row => new TableRow(
                    collection.PageOf is { } pageOf ? view.Page(pageOf(record)) : null,
                    [.. places.Select(place => CellOf(view, dataset.Columns[place], row[place]))]
                ))
        );
        var model = new ListModel(
            view,
            [
                .. places.Select(place => new TableHead(
                    HeadOf(dataset.Columns[place], view),
                    dataset.Columns[place].Type is DataType.Decimal or DataType.Integer
                )),
            ],
            [.. rows],
            selection.Listing.Page,
            Turn(view, selection.Listing.Page.Next),
            dataset.Name,
            [.. Facet(view, selection)]
        );
        return new PageContent(PageNames.Of(release.Below, view.Language), Slice.Fill<Templates.List, ListModel>(model))
        {
            Section = $"/{release.Below.Trim('/').Split('/')[0]}",
            Cited = CitedPart.Datasets.ContainsKey(dataset.Name) ? dataset.Name : null,
        };
    }

    /// <summary>A column in the language of a page, where the dataset has it in both.</summary>
    private static string InLanguage(string name, Dataset dataset, PageView view) =>
        view.Language == Language.English
        && name.EndsWith("_zh", StringComparison.Ordinal)
        && $"{name[..^2]}en" is var english
        && dataset.Columns.Any(column => column.Name == english)
            ? english
            : name;

    /// <summary>The next page as a page.</summary>
    public static string? Turn(PageView view, string? next) =>
        next is null ? null : $"{view.Page(Uri.UnescapeDataString(view.Release!.Below)).Split('?')[0]}{new Uri(next).Query}";

    /// <summary>What may be chosen: the filters that are on, each with the page without it.</summary>
    private static IEnumerable<FacetModel> Facet<T>(PageView view, Selection<T> selection)
        where T : notnull
    {
        string[] filters = [.. view.Address.Query.Keys.Where(key => FilterName.Parse(key, selection.Collection.Fields) is not null)];
        if (filters is not [])
            yield return new(
                view.Say("筛选", "Filtered by"),
                null,
                [
                    .. filters.Select(key => new FacetChoice(
                        $"{key} = {view.Address.Query[key]} ✕",
                        selection.Listing.Page.Total ?? 0,
                        view.With(key, null)
                    )),
                ]
            );
    }

    /// <summary>A cell as people read it: codes in words, ids of indicators and places by their names.</summary>
    private static string CellOf(PageView view, DataColumn column, string? text)
    {
        if (text is null)
            return "—";
        var snapshot = view.Release!.Snapshot;
        return column switch
        {
            { Codes: not null } when view.Language == Language.English => CodeNames.InEnglish(text),
            { Codes: { } codes } => codes.FirstOrDefault(code => code.Code == text)?.Label.Zh ?? text,
            { Names: NamedRecords.Indicators } => snapshot.FindIndicator(text) is { } indicator ? view.Say(indicator.Label) : text,
            { Names: NamedRecords.Places } => snapshot.Places.FirstOrDefault(place => place.Id == text) is { } place ? view.Say(place.Label) : text,
            { Name: "rule" } => QualityRule.All.FirstOrDefault(rule => rule.Id == text) is { } rule ? view.Say(rule.Label) : text,
            { Type: DataType.Boolean } => text is "true" ? view.Say("是", "yes") : view.Say("否", "no"),
            _ => text,
        };
    }

    private static string HeadOf(DataColumn column, PageView view) =>
        view.Language == Language.Chinese ? column.Label.Zh : column.Name.Replace('_', ' ');
}

/// <summary>A table as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Heads">The heads of its columns.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Page">Which part of the whole it is.</param>
/// <param name="Next">The next page; null on the last one.</param>
/// <param name="Dataset">Name of the dataset that holds all of it.</param>
/// <param name="Facets">The filters that are on.</param>
internal sealed record ListModel(
    PageView View,
    IReadOnlyList<TableHead> Heads,
    IReadOnlyList<TableRow> Rows,
    Page Page,
    string? Next,
    string Dataset,
    IReadOnlyList<FacetModel> Facets
);

/// <summary>The head of a column.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="IsNumber">True when numbers stand in it.</param>
internal sealed record TableHead(string Name, bool IsNumber);

/// <summary>A row of a table.</summary>
/// <param name="Href">The page of its record; null when it has none.</param>
/// <param name="Cells">What stands in it.</param>
internal sealed record TableRow(string? Href, IReadOnlyList<string> Cells);
