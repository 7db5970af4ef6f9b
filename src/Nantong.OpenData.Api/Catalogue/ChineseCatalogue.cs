using System.Text.Json.Serialization;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Catalogue;

/// <summary>The catalogue under the field names that Chinese open data portals use. The names are a convenience: no conformance to any standard is
/// claimed.</summary>
/// <param name="Statement">That sentence, in Chinese.</param>
/// <param name="Resources">The plans, each as an information resource (信息资源).</param>
public sealed record ChineseCatalogue(
    [property: JsonPropertyName("说明")] string Statement,
    [property: JsonPropertyName("信息资源")] IReadOnlyList<ChineseEntry> Resources
)
{
    /// <summary>The entries as this catalogue writes them.</summary>
    internal static ChineseCatalogue Of(CatalogueEntries entries) =>
        new("字段名取自常见的政务信息资源目录，仅为便于对照；不声明符合任何标准。", [.. entries.Plans.Select(plan => Entry(plan, entries.Base))]);

    private static ChineseEntry Entry(CataloguedPlan plan, string @base)
    {
        var (release, files) = (plan.Latest.Release, plan.Files);
        var (about, notice) = (release.About, release.TitleBlock);
        return new(
            $"{about.Title.Zh}：开放数据",
            about.Description.Zh,
            release.Plan,
            "Nantong.OpenData（非官方）",
            notice.Issuer,
            notice.DocumentNumber,
            notice.NoticeTitle,
            $"{notice.Issued:yyyy-MM-dd}",
            notice.Publicity,
            null,
            null,
            [.. about.Categories.Select(category => category.Label.Zh)],
            "不定期",
            release.Version.ToString(),
            Day(plan.Releases[^1].Release.PublishedAt),
            Day(plan.Releases.Max(listed => listed.Modified)),
            files.Sum(file => file.Bytes),
            RecordsOf(files),
            "无条件开放",
            about.License.Name,
            about.TextRights.Zh,
            [.. files.Select(file => file.Path[(file.Path.LastIndexOf('.') + 1)..].ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)],
            plan.Href,
            $"{@base}/docs",
            null,
            about.Authority.Statement.Zh,
            [
                .. files.Select(file => new ChineseFile(
                    file.Path,
                    file.MediaType,
                    file.Bytes,
                    file.Rows,
                    file.Sha256,
                    $"{plan.HrefAt(release.Version)}/files/{file.Path}"
                )),
            ]
        );
    }

    /// <remarks>The line-delimited JSON of a dataset holds each record once; its other forms hold the same ones.</remarks>
    private static int RecordsOf(IReadOnlyList<FileEntry> files) =>
        files.Where(file => file.Path.EndsWith($".{Format.Ndjson.Extension}", StringComparison.Ordinal)).Sum(file => file.Rows ?? 0);

    private static string? Day(DateTimeOffset? moment) => moment is { UtcDateTime: var time } ? $"{time:yyyy-MM-dd}" : null;
}

/// <summary>A plan as an information resource.</summary>
/// <param name="Name">Name of the resource.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Id">Id of the plan.</param>
/// <param name="Provider">Who provides the data.</param>
/// <param name="Issuer">Who issued the document.</param>
/// <param name="DocumentNumber">Number of the document.</param>
/// <param name="DocumentTitle">Title of the notice that issued it.</param>
/// <param name="Issued">Date of the document.</param>
/// <param name="Publicity">Its remark on publicity.</param>
/// <param name="IndexNumber">Index number: null, the source has none.</param>
/// <param name="Subject">Class of subject: null, the source has none.</param>
/// <param name="Keywords">Keywords: the categories of the indicator table.</param>
/// <param name="Frequency">How often it changes.</param>
/// <param name="Version">Latest release.</param>
/// <param name="Published">When the first release that is served was published, as a date in UTC.</param>
/// <param name="Updated">When the data last changed, as a date in UTC.</param>
/// <param name="Bytes">Length of all files, in bytes.</param>
/// <param name="Rows">Number of records; what several files hold counts once.</param>
/// <param name="Openness">On what condition it is open.</param>
/// <param name="License">Licence of what this service adds.</param>
/// <param name="TextRights">Rights statement for the text itself.</param>
/// <param name="Formats">Formats of its files, as extensions.</param>
/// <param name="Link">Address of the plan.</param>
/// <param name="Documentation">Address of the documentation.</param>
/// <param name="Contact">Contact: null, the service names none.</param>
/// <param name="Authority">That the service is not official.</param>
/// <param name="Files">The files of the latest release.</param>
public sealed record ChineseEntry(
    [property: JsonPropertyName("信息资源名称")] string Name,
    [property: JsonPropertyName("摘要")] string Summary,
    [property: JsonPropertyName("标识符")] string Id,
    [property: JsonPropertyName("提供方")] string Provider,
    [property: JsonPropertyName("发文机关")] string Issuer,
    [property: JsonPropertyName("发文字号")] string DocumentNumber,
    [property: JsonPropertyName("公文标题")] string DocumentTitle,
    [property: JsonPropertyName("成文日期")] string Issued,
    [property: JsonPropertyName("公开方式")] string Publicity,
    [property: JsonPropertyName("索引号")] string? IndexNumber,
    [property: JsonPropertyName("主题分类")] string? Subject,
    [property: JsonPropertyName("关键词")] IReadOnlyList<string> Keywords,
    [property: JsonPropertyName("更新周期")] string Frequency,
    [property: JsonPropertyName("数据版本")] string Version,
    [property: JsonPropertyName("发布日期")] string? Published,
    [property: JsonPropertyName("数据更新时间")] string? Updated,
    [property: JsonPropertyName("数据量字节")] long Bytes,
    [property: JsonPropertyName("数据量记录")] int Rows,
    [property: JsonPropertyName("开放属性")] string Openness,
    [property: JsonPropertyName("许可")] string License,
    [property: JsonPropertyName("文本权利")] string TextRights,
    [property: JsonPropertyName("格式")] IReadOnlyList<string> Formats,
    [property: JsonPropertyName("在线链接")] string Link,
    [property: JsonPropertyName("使用说明")] string Documentation,
    [property: JsonPropertyName("联系方式")] string? Contact,
    [property: JsonPropertyName("权威性说明")] string Authority,
    [property: JsonPropertyName("数据文件")] IReadOnlyList<ChineseFile> Files
);

/// <summary>A file of a resource.</summary>
/// <param name="Name">File name.</param>
/// <param name="Format">Media type with parameters.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Rows">Number of records in it; null for a text.</param>
/// <param name="Sha256">SHA-256, as lower-case hexadecimal digits.</param>
/// <param name="Link">Where it is.</param>
public sealed record ChineseFile(
    [property: JsonPropertyName("名称")] string Name,
    [property: JsonPropertyName("格式")] string Format,
    [property: JsonPropertyName("字节数")] long Bytes,
    [property: JsonPropertyName("记录数")] int? Rows,
    [property: JsonPropertyName("SHA256")] string Sha256,
    [property: JsonPropertyName("下载地址")] string Link
);
