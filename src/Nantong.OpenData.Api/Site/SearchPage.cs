using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Nantong.OpenData.Api.Conventions;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Http;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Site;

/// <summary>What a search found, as a page to read: the hits in their passages, and what else could be chosen.</summary>
internal static class SearchPage
{
    /// <summary>How a search is written.</summary>
    public const string HowTo = "用空格分开的词须同时出现；成对的引号内为整句；词前加 - 表示排除";

    private static readonly FrozenDictionary<string, string> Types = Codelists.All
        .Where(list => list.Id is "node-types" or "search-scopes").SelectMany(list => list.Items)
        .ToFrozenDictionary(item => item.Code, item => item.Label.Zh, StringComparer.Ordinal);

    /// <summary>The page.</summary>
    /// <param name="release">The release that was searched.</param>
    /// <param name="results">What was found.</param>
    /// <param name="nothing">Why nothing was; null when something was.</param>
    public static byte[] Write(PinnedRelease release, SearchResults results, string? nothing)
    {
        var (about, words) = (release.Entry.About, release.Address.Query[TextParameters.Words.Name]);
        var (title, address, data) = ($"检索“{words}”", As(Format.Html, release, release.Permalink), As(Format.Json, release, release.Permalink));
        var canonical = release.LatestHref($"/search.{Format.Html.Extension}{release.Address.Selection}");
        var body = Html.Of(
            $"""
            <div class="page">
            <header>
            <nav class="path" aria-label="位置"><a href="/">首页</a> › <a href="{release.Root}/text.html">{about.Title.Zh}</a></nav>
            <p class="notice-bar">{about.Authority.Statement.Zh}</p>
            </header>
            <main>
            <h1>{title}</h1>
            {Form(release.Root, words)}
            <p class="note">{nothing ?? string.Create(CultureInfo.InvariantCulture, $"共 {results.Page.Total} 条，最相符的在前。")}</p>
            {Choices(release, "类型", TextParameters.Type.Name, results.Facets.Type, type => Types.GetValueOrDefault(type) ?? Types[$"{type}s"])}{Choices(release, "章", TextParameters.Chapter.Name, results.Facets.Chapter, chapter => release.Snapshot.FindNode(chapter) is { } node ? PageTitles.Of(node) : chapter)}
            <ol class="hits">
            {results.Items.Select(hit => Hit(release, hit))}</ol>
            {(results.Page.Next is { } next ? Html.Of($"<nav class=\"turn\" aria-label=\"前后\"><a rel=\"next\" href=\"{As(Format.Html, release, next)}\">下一页</a></nav>\n") : Html.Nothing)}</main>
            {PageFooter.Of(release.Entry, address, citation: null, [(Format.Json, data)])}
            </div>
            """);
        return Encoding.UTF8.GetBytes(new HtmlPage($"{title} · {about.Title.Zh}", about.Language, body)
        {
            Description = $"{about.Title.Zh}（{about.Authority.DocumentNumber}）中检索“{words}”的结果。",
            Links = [new("canonical", canonical), new(PageFooter.Permalink, address), new("alternate", data, Format.Json.MediaType)],
        }.Render());
    }

    /// <summary>The form that leads here.</summary>
    /// <param name="root">Path of the release that is searched.</param>
    /// <param name="words">What stands in it.</param>
    public static Html Form(string root, string words = "") => Html.Of(
        $"""
        <form class="search sans" role="search" action="{root}/search.{Format.Html.Extension}"><label>检索全文、指标与项目 <span lang="en">Search</span> <input type="search" name="{TextParameters.Words.Name}" value="{words}" required="required" pattern=".*\S.*" title="{HowTo}" maxlength="{SearchQuery.MaxLength}"/></label> <button>检索</button></form>

        """);

    private static Html Choices(PinnedRelease release, string name, string parameter, IReadOnlyList<SearchCount> counts, Func<string, string> title)
    {
        var chosen = release.Address.Query.GetValueOrDefault(parameter);
        if (counts.Count < 2 && chosen is null) return Html.Nothing;
        return Html.Of($"<nav class=\"forms\" aria-label=\"{name}\">{name}：{All()}{counts.Select(count => Choice(count.Value, title(count.Value), count.Count))}</nav>\n");

        Html All() => chosen is null ? Html.Nothing : Html.Of($"<a href=\"{Href(null)}\">全部</a> ");

        Html Choice(string value, string label, int count) => chosen == value
            ? Html.Of($"<strong>{label}</strong> <small>{count}</small> ")
            : Html.Of($"<a href=\"{Href(value)}\">{label}</a> <small>{count}</small> ");

        string Href(string? value)
        {
            var asked = release.Address.Query.Where(pair => pair.Key is not ("cursor" or "limit" or "format") && pair.Key != parameter).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));
            return $"{release.Root}/search.{Format.Html.Extension}{QueryString.Create(value is null ? asked : asked.Append(new(parameter, value)))}";
        }
    }

    private static Html Hit(PinnedRelease release, SearchHit hit) => Html.Of(
        $"""
        <li><a href="{PageOf(release, hit)}">{hit.Title}</a> <small>{Types.GetValueOrDefault(hit.Type) ?? Types[$"{hit.Type}s"]}</small>{hit.Snippets.Select(Passage)}</li>

        """);

    /// <summary>Where people read what was found: in the text, where it stands there.</summary>
    private static string PageOf(PinnedRelease release, SearchHit hit)
    {
        var snapshot = release.Snapshot;
        var node = hit.Type switch
        {
            "indicator" => snapshot.FindIndicator(hit.Id)?.Source.Node,
            "commitment" => snapshot.Commitments.FirstOrDefault(commitment => commitment.Id == hit.Id)?.Anchor.Node,
            "place" => snapshot.Places.FirstOrDefault(place => place.Id == hit.Id)?.Mentions.FirstOrDefault()?.Node,
            _ => hit.Id,
        };
        return node is not null && snapshot.FindNode(node) is { } found ? $"{release.Root}/text{found.Path}.{Format.Html.Extension}" : hit.Href;
    }

    private static Html Passage(Snippet snippet)
    {
        List<Html> parts = [];
        var at = 0;
        foreach (var mark in snippet.Highlights)
        {
            parts.Add(Html.Of($"{snippet.Text[at..mark.Start]}<mark>{snippet.Text[mark.Start..mark.End]}</mark>"));
            at = mark.End;
        }

        return Html.Of($"<p class=\"lone\">{(snippet.Start > 0 ? "…" : "")}{parts}{snippet.Text[at..]}</p>");
    }

    /// <summary>An address of this search as that of one of its forms, whatever a browser would rather have.</summary>
    private static string As(Format format, PinnedRelease release, string address) =>
        address.Replace($"{release.Root}/search?", $"{release.Root}/search.{format.Extension}?", StringComparison.Ordinal);
}
