using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Api.Site;

/// <summary>The files of a release as a table: a row for each thing, in it every format with its size. What most people want stands first.</summary>
internal static class Downloads
{
    /// <summary>The endings of names in the order of what people open, not programs.</summary>
    private static readonly string[] Preferred = [".xlsx", ".zip", "-zh.csv", "-excel.csv", ".csv"];

    /// <summary>The table.</summary>
    public static Html Of(Snapshot plan, string root)
    {
        var titles = new Datasets(plan.Release.Version).All.ToDictionary(dataset => dataset.Name, dataset => dataset.Title, StringComparer.Ordinal);
        var rows = plan.ListFiles()
            .GroupBy(file => file.Path.Split('.', '-')[0])
            .OrderBy(group => group.Key switch { "plan" => 0, "all" => 1, var name => titles.ContainsKey(name) ? 2 : 3 });
        return Html.Of(
            $"""
            <div class="scroll" tabindex="0" role="region" aria-label="下载"><table>
            <thead><tr><th scope="col">内容</th><th scope="col" class="number">记录</th><th scope="col">文件</th></tr></thead>
            <tbody>
            {rows.Select(group => Row(NameOf(group.Key, titles), [.. group.OrderBy(file => Rank(file.Path))], root))}</tbody>
            </table></div>

            """);
    }

    private static Html NameOf(string name, Dictionary<string, Label> titles) => name switch
    {
        "plan" => Titled(new("全部数据与全文", "Everything in one file")),
        "all" => Titled(new("全部文件打包", "All files")),
        _ => titles.GetValueOrDefault(name) is { } title ? Titled(title) : Html.Of($"{name}"),
    };

    private static Html Titled(Label title) => Html.Of($"{title.Zh}<br/><small lang=\"en\">{title.En}</small>");

    private static int Rank(string path) => Array.FindIndex(Preferred, ending => path.EndsWith(ending, StringComparison.Ordinal)) is var rank and >= 0 ? rank : Preferred.Length;

    private static Html Row(Html name, IReadOnlyList<FileEntry> files, string root)
    {
        var rows = files.Max(file => file.Rows);
        return Html.Of(
            $"""
            <tr><th scope="row">{name}</th><td class="number">{(rows is { } count ? count.ToString(CultureInfo.InvariantCulture) : "")}</td><td>{Html.Join(files.Select(file => Html.Of(
                $"<a href=\"{root}/files/{file.Path}\">{file.Path}</a> <small>{Size(file.Bytes)}</small> ")))}</td></tr>

            """);
    }

    /// <summary>A length for people: <c>12.3 kB</c>.</summary>
    internal static string Size(long bytes) => bytes switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
    };
}
