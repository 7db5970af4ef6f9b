using Microsoft.AspNetCore.Html;

namespace Nantong.OpenData.Api.Site.Layout;

/// <summary>What a page says, within what all pages have in common.</summary>
/// <param name="Title">Its title, as its heading and for the window.</param>
/// <param name="Main">What stands below the heading.</param>
internal sealed record PageContent(string Title, HtmlString Main)
{
    /// <summary>True when what stands below begins with the heading itself.</summary>
    public bool HasOwnHeading { get; init; }

    /// <summary>What the page is, in a sentence, for search engines and link previews; null when the title says it.</summary>
    public string? Description { get; init; }

    /// <summary>The pages that lead here, between the plan and this one.</summary>
    public IReadOnlyList<(string Name, string Href)> Above { get; init; } = [];

    /// <summary>The entry of the navigation that the page belongs to, by its path below the plan; null when it is none of them.</summary>
    public string? Section { get; init; }

    /// <summary>What is cited of it: the target of its citation; null when nothing is.</summary>
    public string? Cited { get; init; }

    /// <summary>Pages before and behind it, by their relation.</summary>
    public IReadOnlyList<(string Relation, string Name, string Href)> Turns { get; init; } = [];

    /// <summary>The same as an object of JSON-LD, escaped so that no character of it can end a script element; null when there is none.</summary>
    public string? Data { get; init; }
}
