using System.Text;
using Nantong.OpenData.Api.Conventions;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site;

/// <summary>The guide: how addresses, versions and refusals work, and a program in five languages for each main task. It needs no script.</summary>
internal static class Guide
{
    private const string Title = "使用指南 Guide · Nantong.OpenData";

    private static readonly (string Operation, string Zh, string En)[] Tasks =
    [
        ("listIndicators", "读取指标", "Read the indicators"),
        ("getNode", "读取一段正文", "Read a passage of the text"),
        ("listCommitments", "逐页读取全部承诺", "Read all commitments, page by page"),
        ("getFile", "下载文件并校验", "Download a file and check it"),
    ];

    /// <summary>The page.</summary>
    public static byte[] Write(Address address)
    {
        var body = Html.Of(
            $"""
            <div class="page wide">
            <header>
            <nav class="path" aria-label="导航"><a href="/">首页 Home</a> › <a href="/docs">接口文档 API reference</a></nav>
            </header>
            <main>
            <h1>使用指南 <span lang="en">Guide</span></h1>
            <p class="notice-bar">{ServiceAuthority.Instance.Statement.Zh} <span lang="en">{ServiceAuthority.Instance.Statement.En}</span></p>
            <section id="basics">
            <h2>要点 <span lang="en">Basics</span></h2>
            <ul>
            <li>规划的地址如同软件包：<code>urbanization-14fyp</code> 指最新版本，<code>urbanization-14fyp@1.0.0</code> 指固定版本，其内容永不改变。<span lang="en">A plan is addressed like a package: without a version the latest release, with one exactly that release, which never changes. Cite the <code>permalink</code> of an answer.</span></li>
            <li>格式：扩展名优先于 <code>format=</code>，再次是 <code>Accept</code>。<span lang="en">The form of an answer: an extension (<code>.json</code>, <code>.md</code>, <code>.html</code>) wins over <code>format=</code>, and that over <code>Accept</code>.</span></li>
            <li>缺失的值为 null 并附原因，推断的内容均有标注。<span lang="en">A missing value is null with a reason; what is inferred is marked so.</span></li>
            <li>出错时返回 <code>application/problem+json</code>，说明违反的规则和补救办法。<span lang="en">A refusal is <code>application/problem+json</code>: the rule that was broken, what is allowed, the way out.</span></li>
            <li>全部参数见<a href="/docs">接口文档</a>，限额见 <a href="/v1/config">/v1/config</a>。<span lang="en">Every parameter stands in the <a href="/docs">reference</a>, every limit in <a href="/v1/config">/v1/config</a>.</span></li>
            </ul>
            </section>
            {Tasks.Select(task => Task(task, address))}</main>
            <footer class="about"><p>示例可直接运行；环境变量 <code>OPENDATA</code> 指定服务地址。<span lang="en">The samples run as they stand; the environment variable <code>OPENDATA</code> names another service.</span></p></footer>
            </div>
            """);
        return Encoding.UTF8.GetBytes(new HtmlPage(Title, "zh-CN", body)
        {
            Description = "Nantong.OpenData 使用指南：curl、JavaScript、Python、R、C# 示例。",
            Links = [new("canonical", address.Href("/docs/guide")), new("service-desc", address.Href("/openapi/v1.json"), "application/openapi+json")],
        }.Render());
    }

    private static Html Task((string Operation, string Zh, string En) task, Address address) => Html.Of(
        $"""
        <section id="{task.Operation}">
        <h2>{task.Zh} <span lang="en">{task.En}</span></h2>
        {Samples.All.Where(sample => sample.Operation == task.Operation).Select(sample => Html.Of(
            $"""
            <h3>{sample.Label}</h3>
            <pre tabindex="0"><code>{sample.Source.Replace(Samples.LocalBase, address.Base, StringComparison.Ordinal)}</code></pre>

            """))}</section>

        """);
}
