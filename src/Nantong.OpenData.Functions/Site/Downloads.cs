using System.Globalization;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Site;

/// <summary>The files of a release as a table: a row for each thing, in it every format with its size.</summary>
internal static class Downloads
{
    /// <summary>The table.</summary>
    public static Html Of(Snapshot plan, string root) => Html.Of(
        $"""
        <div class="scroll" tabindex="0" role="region" aria-label="下载"><table>
        <thead><tr><th scope="col">内容</th><th scope="col" class="number">记录</th><th scope="col">文件</th></tr></thead>
        <tbody>
        {ManifestFile.ListFiles(plan.Manifest).GroupBy(file => file.Path.Split('.', '-')[0]).Select(group => Row(group.Key, [.. group], root))}</tbody>
        </table></div>

        """);

    private static Html Row(string name, IReadOnlyList<FileEntry> files, string root)
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
