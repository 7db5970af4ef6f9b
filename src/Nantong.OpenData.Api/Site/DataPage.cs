using System.Globalization;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site;

/// <summary>Every dataset for people: what its columns mean, its files, and a form that makes the table one wants.</summary>
internal static class DataPage
{
    /// <summary>The endings of names in the order of what people open, not programs.</summary>
    private static readonly string[] Preferred = [".xlsx", ".zip", "-zh.csv", "-excel.csv", ".csv"];

    /// <summary>Names of the datasets whose rows can be asked for, and below which path.</summary>
    private static readonly string[] Asked =
    [
        "columns",
        "commitments",
        "consistency",
        "errata",
        "exclusions",
        "indicators",
        "observations",
        "paragraphs",
        "places",
        "structures",
    ];

    /// <summary>What most people come for, and what the list begins with.</summary>
    private static readonly string[] FirstWanted = ["indicators", "observations", "values"];

    /// <summary>The page.</summary>
    public static PageContent Of(PageView view)
    {
        var snapshot = view.Release!.Snapshot;
        var datasets = new Datasets(snapshot.Release.Version).All;
        var files = snapshot
            .ListFiles()
            .GroupBy(file => file.Path.Split('.', '-')[0])
            .ToDictionary(group => group.Key, group => group.OrderBy(file => Rank(file.Path)).ToList());
        var sets = datasets
            .OrderBy(dataset => FirstWanted.Contains(dataset.Name) ? 0 : 1)
            .Select(dataset => new ShownDataset(
                dataset.Name,
                view.Say(dataset.Title),
                files.GetValueOrDefault(dataset.Name)?.Max(file => file.Rows),
                Files(view, files.GetValueOrDefault(dataset.Name)),
                [.. dataset.Columns.Select(column => new ShownColumn(column.Name, view.Say(column.Label), TypeOf(column.Type, view), column.UnitIn))],
                Asked.Contains(dataset.Name) ? $"{view.Plan}/{dataset.Name}" : null,
                view.Page($"/{dataset.Name}"),
                AskedTables.Has(dataset.Name) ? view.Page($"/table/{dataset.Name}") : null
            ));
        var others = files
            .Where(group => datasets.All(dataset => dataset.Name != group.Key))
            .OrderBy(group =>
                group.Key switch
                {
                    "plan" => 0,
                    "all" => 1,
                    _ => 2,
                }
            )
            .Select(group => new ShownDataset(
                group.Key,
                NameOf(group.Key, view),
                group.Value.Max(file => file.Rows),
                Files(view, group.Value),
                [],
                null,
                null,
                null
            ));
        return new PageContent(
            PageNames.Of("/files", view.Language),
            Slice.Fill<Templates.Data, DataModel>(
                new(view, [.. others.Where(IsForPeople)], [.. sets], [.. others.Where(group => !IsForPeople(group)).SelectMany(group => group.Files)])
            )
        )
        {
            Section = "/files",
            Data = PageData.Dataset(snapshot, view.Address),
        };
    }

    /// <summary>A length for people: <c>12.3 kB</c>.</summary>
    internal static string Size(long bytes) =>
        bytes switch
        {
            < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
            < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        };

    private static IReadOnlyList<ShownFile> Files(PageView view, List<FileEntry>? files) =>
        [.. (files ?? []).Select(file => new ShownFile(file.Path, view.File(file.Path), Size(file.Bytes), file.Sha256))];

    /// <summary>True for what people open; the rest proves and describes it.</summary>
    private static bool IsForPeople(ShownDataset group) => group.Name is "plan" or "all";

    private static string NameOf(string name, PageView view) =>
        name switch
        {
            "plan" => view.Say("全部数据与全文", "Everything in one file"),
            "all" => view.Say("全部文件打包", "All files, packed"),
            _ => name,
        };

    private static string TypeOf(DataType type, PageView view) =>
        view.Say(
            type switch
            {
                DataType.Integer => new Label("整数", "whole number"),
                DataType.Decimal => new Label("数", "number"),
                DataType.Boolean => new Label("是否", "true or false"),
                DataType.Date => new Label("日期", "date"),
                _ => new Label("文字", "text"),
            }
        );

    private static int Rank(string path) =>
        Array.FindIndex(Preferred, ending => path.EndsWith(ending, StringComparison.Ordinal)) is var rank and >= 0 ? rank : Preferred.Length;
}

/// <summary>The datasets as a page shows them.</summary>
internal sealed record DataModel(
    PageView View,
    IReadOnlyList<ShownDataset> Whole,
    IReadOnlyList<ShownDataset> Datasets,
    IReadOnlyList<ShownFile> Others
);

/// <summary>A dataset, or a group of files that is none.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Rows">Number of its rows; null for a text.</param>
/// <param name="Files">Its files.</param>
/// <param name="Columns">Its columns; empty for what is no dataset.</param>
/// <param name="Path">Path below which its rows are asked for; null where they are not.</param>
/// <param name="Href">Its page; null where it has none.</param>
/// <param name="Maker">The page on which a table is made of it, with conditions; null where there is none.</param>
internal sealed record ShownDataset(
    string Name,
    string Title,
    int? Rows,
    IReadOnlyList<ShownFile> Files,
    IReadOnlyList<ShownColumn> Columns,
    string? Path,
    string? Href,
    string? Maker
);

/// <summary>A file.</summary>
internal sealed record ShownFile(string Name, string Href, string Size, string Sha256);

/// <summary>A column of a dataset.</summary>
internal sealed record ShownColumn(string Name, string Meaning, string Type, string? UnitIn);
