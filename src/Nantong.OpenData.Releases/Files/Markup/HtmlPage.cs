namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>A complete page: it needs no script and nothing from elsewhere.</summary>
/// <param name="Title">Title, for the window and for search engines.</param>
/// <param name="Language">Language of the content, as a BCP 47 tag.</param>
/// <param name="Body">What stands in the body.</param>
public sealed record HtmlPage(string Title, string Language, Html Body)
{
    /// <summary>The icon of pages, as an address that holds its picture: a document with a folded corner. Browsers ask for <c>/favicon.ico</c> where
    /// a page names none.</summary>
    public const string Icon =
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230b5a8a' d='M3 1h7l3 "
        + "3v11H3z'/%3E%3Cpath fill='%23fff' d='M5 6h6v1H5zm0 3h6v1H5zm0 3h4v1H5z'/%3E%3C/svg%3E";

    /// <summary>What the page is, in a sentence; null when nothing says it.</summary>
    public string? Description { get; init; }

    /// <summary>Links of the head.</summary>
    public IReadOnlyList<PageLink> Links { get; init; } = [];

    /// <summary>The same as data: an object of JSON-LD, escaped so that no character of it can end a script element; null when there is
    /// none.</summary>
    public string? Data { get; init; }

    /// <summary>The page, as UTF-8 text with line feeds.</summary>
    public string Render()
    {
        var description = Description is null ? Html.Nothing : Html.Of($"<meta name=\"description\" content=\"{Description}\"/>\n");
        var data = Data is null
            ? Html.Nothing
            : Html.Trusted($"<script type=\"application/ld+json\">{Data.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>\n");
        return Html.Of(
                $"""
                <!DOCTYPE html>
                <html lang="{Language}">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{Title}</title>
                {description}<link rel="icon" href="{Icon}"/>
                {Links.Select(Link)}<style>{Html.Trusted(PageStyle.Sheet)}</style>
                {data}</head>
                <body>
                {Body}
                </body>
                </html>

                """
            )
            .ToString()
            .ReplaceLineEndings("\n");
    }

    private static Html Link(PageLink link) =>
        link.MediaType is null
            ? Html.Of($"<link rel=\"{link.Relation}\" href=\"{link.Href}\"/>\n")
            : Html.Of($"<link rel=\"{link.Relation}\" type=\"{link.MediaType}\" href=\"{link.Href}\"/>\n");
}

/// <summary>A link of a page's head.</summary>
/// <param name="Relation">Its relation: <c>canonical</c>, <c>alternate</c>, <c>next</c>.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="MediaType">Media type of what is there; null when it is another page.</param>
public sealed record PageLink(string Relation, string Href, string? MediaType = null);
