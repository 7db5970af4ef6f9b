using System.Text;
using Nantong.OpenData.Api.Conventions;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site;

/// <summary>The text as pages to read: a node with all that is below it, or the whole.</summary>
/// <remarks>Every link that a reader follows is to exactly the release of the page, as in the other forms: a page that was saved or cited keeps
/// saying the same.</remarks>
internal static class TextPage
{
    /// <summary>The page of one node.</summary>
    public static byte[] Write(PinnedRelease release, Node node, IReadOnlyList<Node> below)
    {
        Node[] holders = [.. Holders(release, node)];
        var name = PageTitles.HasHeading(node) ? PageTitles.Of(node) : $"{string.Concat(holders.TakeLast(1).Select(holder => $"{PageTitles.Of(holder)} "))}{PageTitles.Of(node)}";
        var heading = PageTitles.HasHeading(node) ? Html.Nothing : Html.Of($"<h1>{name}</h1>\n");
        var (previous, next) = Neighbours(release, node);
        var main = Html.Of($"{heading}{NodeHtml.Render(below, PageTitles.HasHeading(node) ? 1 : 2)}");
        return Page(release, $"/text{node.Path}", name, holders, main, node, [("prev", previous), ("up", holders.LastOrDefault()), ("next", next)]);
    }

    /// <summary>The page of the whole text.</summary>
    public static byte[] WriteWhole(PinnedRelease release)
    {
        var nodes = release.Snapshot.Nodes;
        var contents = nodes.Where(node => node.Parent is null).Select(top => Html.Of(
            $"""
            <li><a href="#{top.Id}">{PageTitles.Of(top)}</a>{Sections(nodes, top)}</li>

            """));
        var main = Html.Of(
            $"""
            <h1>{release.Entry.About.Title.Zh}</h1>
            <nav aria-label="目录"><details><summary>目录</summary><ul>
            {contents}</ul></details></nav>
            {NodeHtml.Render(nodes, level: 2)}
            """);
        return Page(release, "/text", release.Entry.About.Title.Zh, [], main, null, []);
    }

    private static Html Sections(IReadOnlyList<Node> nodes, Node top)
    {
        Node[] below = [.. nodes.Where(node => node.Parent == top.Id && PageTitles.HasHeading(node))];
        return below is [] ? Html.Nothing : Html.Of($"<ul>{below.Select(node => Html.Of($"<li><a href=\"#{node.Id}\">{PageTitles.Of(node)}</a></li>"))}</ul>");
    }

    private static byte[] Page(
        PinnedRelease release, string below, string name, Node[] holders, Html main, Node? node, IReadOnlyList<(string Relation, Node? Node)> turns)
    {
        var title = release.Entry.About.Title.Zh;
        var (canonical, permalink) = (release.LatestHref($"{below}.{Format.Html.Extension}"), release.Href($"{below}.{Format.Html.Extension}"));
        var body = Html.Of(
            $"""
            <div class="page">
            <header>
            <nav class="path" aria-label="位置"><a href="/">首页</a> › <a href="{Of("/text")}">{title}</a>{holders.Select(holder => Html.Of($" › <a href=\"{Of($"/text{holder.Path}")}\">{PageTitles.Of(holder)}</a>"))}</nav>
            <p class="notice-bar">{release.Entry.About.Authority.Statement.Zh}</p>
            </header>
            <main>
            {main}</main>
            {Turn(turns, Of)}{PageFooter.Of(release.Entry, permalink, release.Href($"/cite.{Format.Text.Extension}?target={node?.Id ?? "text"}"), Forms(release, below))}
            </div>
            """);
        var page = new HtmlPage(name == title ? title : $"{name} · {title}", release.Entry.About.Language, body)
        {
            Description = node is null ? release.Entry.About.Description.Zh : $"{title}（{release.Entry.About.Authority.DocumentNumber}）{name}",
            Links =
            [
                new("canonical", canonical), // where search engines look: one page for all releases, the newest (RFC 6596, 3)
                new(PageFooter.Permalink, permalink),
                .. Forms(release, below).Select(form => new PageLink("alternate", form.Href, form.Format.MediaType)),
                new("license", release.Entry.About.License.Url),
                .. turns.Where(turn => turn.Node is not null).Select(turn => new PageLink(turn.Relation, Of($"/text{turn.Node!.Path}"))),
            ],
            Data = PageData.Passage(release, node, name, canonical),
        };
        return Encoding.UTF8.GetBytes(page.Render());

        string Of(string path) => $"{release.Root}{path}.{Format.Html.Extension}";
    }

    private static Html Turn(IReadOnlyList<(string Relation, Node? Node)> turns, Func<string, string> address)
    {
        var links = turns.Where(turn => turn.Node is not null).Select(turn => Html.Of(
            $"<a rel=\"{turn.Relation}\" href=\"{address($"/text{turn.Node!.Path}")}\">{Mark(turn.Relation)}{PageTitles.Of(turn.Node)}</a>\n")).ToArray();
        return links is [] ? Html.Nothing : Html.Of($"<nav class=\"turn\" aria-label=\"前后\">\n{links}</nav>\n");
    }

    private static string Mark(string relation) => relation switch { "prev" => "上一：", "next" => "下一：", _ => "上级：" };

    private static IReadOnlyList<(Format Format, string Href)> Forms(PinnedRelease release, string below) =>
        [.. Format.OfText.Where(format => format != Format.Html).Select(format => (format, release.Href($"{below}.{format.Extension}")))];

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
