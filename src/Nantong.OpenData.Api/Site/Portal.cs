using System.Text;
using Nantong.OpenData.Api.Conventions;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Http;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Api.Site;

/// <summary>The front page for people: what this is, what the plan wants, where to read, download and cite it. In Chinese, with English beside it.</summary>
internal static class Portal
{
    private const string Title = "南通开放数据：城市规划";

    /// <summary>The page.</summary>
    public static byte[] Write(IReadOnlyList<Snapshot> plans, Address address)
    {
        var body = Html.Of(
            $"""
            <div class="page wide">
            <header>
            <nav class="path" aria-label="导航"><a href="/docs">接口文档 API reference</a> · <a href="/docs/guide">示例 Guide</a> · <a href="/v1/catalog.ttl">数据目录 Catalogue</a> · <a href="/v1/status">状态 Status</a></nav>
            </header>
            <main>
            <h1>{Title}</h1>
            <p>把城市规划变成可以查询、下载和引用的数据。<span lang="en">City plans as data to query, download and cite.</span></p>
            <p class="notice-bar">{Notice(plans).Zh} {English(Notice(plans))}</p>
            {(plans is [] ? Html.Of($"<p>数据尚未载入，请稍后再来。<span lang=\"en\">No data is loaded yet.</span></p>\n") : Html.Join(plans.Select(Plan)))}</main>
            <footer class="about">
            <p>供程序使用：<a href="/v1">服务文档</a>、<a href="/openapi/v1.json">OpenAPI 3.1</a>、<a href="/v1/catalog.jsonld">DCAT 3</a>、<a href="/v1/catalog-cn.json">目录（中文字段）</a>、<a href="/llms.txt">llms.txt</a>、<a href="/sitemap.xml">sitemap.xml</a>。</p>
            </footer>
            </div>
            """);
        return Encoding.UTF8.GetBytes(new HtmlPage(Title, "zh-CN", body)
        {
            Description = string.Concat(plans.Take(1).Select(plan => plan.Release.About.Description.Zh)) is { Length: > 0 } text ? text : ServiceAuthority.Instance.Statement.Zh,
            Links =
            [
                new("canonical", address.Href("/")),
                new("alternate", address.Href("/v1/catalog.jsonld"), Format.JsonLd.MediaType),
                new("alternate", address.Href("/v1/catalog.ttl"), Format.Turtle.MediaType),
                new("service-desc", address.Href("/openapi/v1.json"), "application/openapi+json"),
            ],
            Data = plans is [var first, ..] ? PageData.Dataset(first, address) : null,
        }.Render());

        Html Plan(Snapshot plan) => PlanOf(plan, address);
    }

    private static Html PlanOf(Snapshot plan, Address address)
    {
        var (release, about) = (plan.Release, plan.Release.About);
        var root = $"/v1/plans/{release.Plan}@{release.Version}";
        var citation = Config.Terms(release, address).Citation;
        return Html.Of(
            $"""
            <section id="{release.Plan}">
            <h2>{about.Title.Zh}</h2>
            <p>{about.Description.Zh} {English(about.Description)}</p>
            <p class="sans"><a href="{root}/text.html">阅读全文 Read</a> · <a href="{root}/indicators">指标 JSON</a> · <a href="{root}">规划概览 JSON</a> · 数据版本 {release.Version.ToString()}（<a href="/v1/plans/{release.Plan}/releases">历次版本</a>，<a href="/v1/plans/{release.Plan}/changes.atom">订阅 Atom</a>）</p>
            {SearchPage.Form(root)}
            <h3>主要指标 <span lang="en">Indicators</span></h3>
            {Indicators(plan, root)}
            <h3>目录 <span lang="en">Contents</span></h3>
            <ul class="sans">
            {plan.Nodes.Where(node => node.Type is NodeType.Chapter).Select(chapter => Html.Of($"<li>{Read(chapter, root)}{ColumnsOf(plan, chapter, root)}</li>\n"))}</ul>

            <h3>下载 <span lang="en">Downloads</span></h3>
            {Downloads.Of(plan, root)}
            <h3>引用 <span lang="en">How to cite</span></h3>
            <p class="note">{citation.Zh}</p>
            <p class="note" lang="en">{citation.En}</p>

            <h3>来源与许可 <span lang="en">Source and licence</span></h3>
            <p>{about.Authority.OfficialSource.Zh}，{about.Authority.DocumentNumber}。{about.Authority.Statement.Zh}</p>
            <p lang="en">{about.Authority.OfficialSource.En}, {about.Authority.DocumentNumber}. {about.Authority.Statement.En}</p>
            <p>{about.TextRights.Zh} 本服务所加内容：<a rel="license" href="{about.License.Url}">{about.License.Name}</a>。<span lang="en">{about.TextRights.En}</span></p>
            </section>

            """);
    }

    private static Html Indicators(Snapshot plan, string root)
    {
        var years = plan.Release.About.Years;
        var groups = plan.Indicators.GroupBy(indicator => indicator.Category.Id);
        return Html.Of(
            $"""
            <div class="scroll" tabindex="0" role="region" aria-label="主要指标"><table>
            <thead><tr><th scope="col">类别</th><th scope="col">指标</th><th scope="col" class="number">{years.Baseline}年</th><th scope="col" class="number">{years.Target}年目标</th></tr></thead>
            <tbody>
            {groups.SelectMany(group => group.Index().Select(row => Html.Of(
                $"""
                <tr>{(row.Index > 0 ? Html.Nothing : Html.Of($"<th scope=\"rowgroup\" rowspan=\"{group.Count()}\">{row.Item.Category.Label.Zh}<br/><small lang=\"en\">{row.Item.Category.Label.En}</small></th>"))}<td><a href="{RowOf(plan, row.Item, root)}">{row.Item.Name}</a>{Unit(row.Item.Unit.Label)} <small><a href="{root}/indicators/{row.Item.Id}">JSON</a></small><br/><small lang="en">{row.Item.Label.En}</small></td><td class="number">{row.Item.Baseline.Raw}</td><td class="number">{row.Item.Target.Raw}</td></tr>

                """)))}</tbody>
            </table></div>
            {plan.Nodes.Where(node => node.Type is NodeType.TableNote).Select(note => Html.Of($"<p class=\"note\">{note.Text}</p>\n"))}
            """);
    }

    private static Label Notice(IReadOnlyList<Snapshot> plans) => plans is [] ? ServiceAuthority.Instance.Statement : new(
        $"本服务为非官方数据服务；权威文本是所据文件的原件：{string.Join("、", plans.Select(plan => plan.Release.About.Authority.DocumentNumber))}。",
        $"This is an unofficial data service; the documents themselves prevail: {string.Join(", ", plans.Select(plan => plan.Release.About.Authority.DocumentNumber))}.");

    private static Html Read(Node node, string root) => Html.Of($"<a href=\"{root}/text{node.Path}.html\">{PageTitles.Of(node)}</a>");

    private static Html ColumnsOf(Snapshot plan, Node chapter, string root)
    {
        Node[] columns = [.. plan.Columns.Where(column => column.Section == chapter.Id || column.Section.StartsWith($"{chapter.Id}.", StringComparison.Ordinal)).Select(column => plan.FindNode(column.Id)).OfType<Node>()];
        return columns is [] ? Html.Nothing : Html.Of($"<ul>{columns.Select(column => Html.Of($"<li>{Read(column, root)}</li>"))}</ul>");
    }

    /// <summary>Where the row of an indicator stands in the page of its table.</summary>
    private static string RowOf(Snapshot plan, Indicator indicator, string root) =>
        plan.FindNode(indicator.Source.Node) is { Parent: { } table } row ? $"{root}/text{NodePath.FromId(table)}.html#{row.Id}" : $"{root}/indicators/{indicator.Id}";

    private static Html Unit(string? unit) => unit is null ? Html.Nothing : Html.Of($"（{unit}）");

    private static Html English(Label label) => Html.Of($"<span lang=\"en\">{label.En}</span>");
}
