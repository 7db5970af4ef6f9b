using System.Collections.Frozen;
using System.Globalization;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Search;

namespace Nantong.OpenData.Api.Site.Reading;

/// <summary>What a search found, as a page to read: the hits in their passages, and what else could be chosen.</summary>
internal static class SearchPage
{
    /// <summary>How a search is written.</summary>
    public static Label HowTo { get; } =
        new(
            "用空格分开的词须同时出现；成对的引号内为整句；词前加 - 表示排除",
            "Words parted by spaces must all occur; quotation marks hold a phrase; a - in front of a word excludes it. The text is "
                + "Chinese; English words are looked for in the editors' names and headings"
        );

    private static readonly FrozenDictionary<string, Label> Types = Codelists
        .All.Where(list => list.Id is "node-types" or "search-scopes")
        .SelectMany(list => list.Items)
        .ToFrozenDictionary(item => item.Code, item => item.Label, StringComparer.Ordinal);

    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="release">The release that was searched.</param>
    /// <param name="results">What was found.</param>
    /// <param name="nothing">Why nothing was; null when something was.</param>
    public static PageContent Of(PageView view, PinnedRelease release, SearchResults results, Label? nothing)
    {
        var words = release.Address.Query[TextParameters.Words.Name];
        var told = nothing is not null
            ? view.Say(nothing)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{view.Say($"共 {results.Page.Total} 条，最相符的在前。", $"{results.Page.Total} found, the best first.")}"
            );
        var model = new SearchModel(
            view,
            words,
            told,
            [
                .. Facet(view, view.Say("类型", "Type"), TextParameters.Type.Name, results.Facets.Type, TypeName),
                .. Facet(view, view.Say("章", "Chapter"), TextParameters.Chapter.Name, results.Facets.Chapter, ChapterName),
            ],
            [
                .. results.Items.Select(hit => new SearchedPage(
                    TitleOf(view, release, hit),
                    TypeName(hit.Type),
                    PageOf(view, release, hit),
                    [.. hit.Snippets.Select(snippet => (IsEnglish(snippet), Passage(snippet)))]
                )),
            ],
            ListPage.Turn(view, results.Page.Next)
        );
        return new PageContent(view.Say($"检索“{words}”", $"Search: {words}"), Slice.Fill<Templates.Search, SearchModel>(model))
        {
            Description = view.Say($"{release.Entry.About.Title.Zh}中检索“{words}”的结果。", $"What {release.Entry.About.Title.En} says of {words}."),
        };

        string TypeName(string type) =>
            view.Language == Language.English ? CodeNames.InEnglish(type) : (Types.GetValueOrDefault(type) ?? Types[$"{type}s"]).Zh;
        string ChapterName(string chapter) => release.Snapshot.FindNode(chapter) is { } node ? PageTitles.Of(node, view) : chapter;
    }

    private static IEnumerable<FacetModel> Facet(
        PageView view,
        string name,
        string parameter,
        IReadOnlyList<SearchCount> counts,
        Func<string, string> title
    )
    {
        var chosen = view.Address.Query.GetValueOrDefault(parameter);
        if (counts.Count < 2 && chosen is null)
            yield break;
        yield return new(
            name,
            chosen is null ? null : view.With(parameter, null),
            [
                .. counts.Select(count => new FacetChoice(
                    title(count.Value),
                    count.Count,
                    chosen == count.Value ? null : view.With(parameter, count.Value)
                )),
            ]
        );
    }

    /// <summary>Where people read what was found: its own page, or the passage where it stands.</summary>
    private static string PageOf(PageView view, PinnedRelease release, SearchHit hit) =>
        hit.Type switch
        {
            "indicator" => view.Page($"/indicators/{hit.Id}"),
            "commitment" => view.Page($"/commitments/{hit.Id}"),
            "place" => view.Page($"/places/{hit.Id}"),
            _ => release.Snapshot.FindNode(hit.Id) is { } node ? $"{view.Page($"/text{node.Path}")}{FragmentOf(hit)}" : hit.Href,
        };

    /// <summary>The words found, as a text fragment, so that the browser goes there and marks them; nothing for what stands in English names
    /// alone.</summary>
    private static string FragmentOf(SearchHit hit) =>
        hit.Snippets.FirstOrDefault(snippet => !IsEnglish(snippet) && snippet.Highlights is not []) is { Highlights: [var mark, ..] } snippet
            ? $"#:~:text={Uri.EscapeDataString(snippet.Text[mark.Start..mark.End])}"
            : "";

    /// <summary>What a hit is called in the language of the page.</summary>
    private static string TitleOf(PageView view, PinnedRelease release, SearchHit hit)
    {
        var snapshot = release.Snapshot;
        if (view.Language == Language.Chinese)
            return hit.Title;
        return hit.Type switch
            {
                "indicator" => snapshot.FindIndicator(hit.Id)?.Label.En,
                "place" => snapshot.Places.FirstOrDefault(place => place.Id == hit.Id)?.Label.En,
                "commitment" => snapshot.Commitments.FirstOrDefault(commitment => commitment.Id == hit.Id)?.SubjectEn,
                _ => snapshot.FindNode(hit.Id) is { } node ? PageTitles.WithHolder(node, view) : null,
            } ?? hit.Title;
    }

    private static bool IsEnglish(Snippet snippet) => snippet.Field is "label.en" or "headingEn" or "subjectEn";

    private static IReadOnlyList<(string Text, bool Marked)> Passage(Snippet snippet)
    {
        List<(string Text, bool Marked)> parts = [];
        if (snippet.Start > 0)
            parts.Add(("…", false));
        var at = 0;
        foreach (var mark in snippet.Highlights)
        {
            parts.Add((snippet.Text[at..mark.Start], false));
            parts.Add((snippet.Text[mark.Start..mark.End], true));
            at = mark.End;
        }

        parts.Add((snippet.Text[at..], false));
        return [.. parts.Select(part => (part.Text.Replace("\t", " · ", StringComparison.Ordinal), part.Marked))]; // tabs part the cells of a row
    }
}

/// <summary>A search as a page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Words">What was looked for.</param>
/// <param name="Told">How much was found, or why nothing was.</param>
/// <param name="Facets">What else could be chosen.</param>
/// <param name="Hits">What was found.</param>
/// <param name="Next">The next page; null on the last one.</param>
internal sealed record SearchModel(
    PageView View,
    string Words,
    string Told,
    IReadOnlyList<FacetModel> Facets,
    IReadOnlyList<SearchedPage> Hits,
    string? Next
);

/// <summary>The values of a filter, with how much is left under each.</summary>
/// <param name="Name">What it filters by.</param>
/// <param name="All">The page without it; null when nothing is chosen.</param>
/// <param name="Choices">The values.</param>
internal sealed record FacetModel(string Name, string? All, IReadOnlyList<FacetChoice> Choices);

/// <summary>One value of a filter.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">How much is left under it.</param>
/// <param name="Href">The page under it; null when it is the one chosen.</param>
internal sealed record FacetChoice(string Name, int Count, string? Href);

/// <summary>A record that was found.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Type">What it is.</param>
/// <param name="Href">Its page.</param>
/// <param name="Passages">The passages that show the hits, in parts that are marked or not, and whether they are English.</param>
internal sealed record SearchedPage(
    string Title,
    string Type,
    string Href,
    IReadOnlyList<(bool IsEnglish, IReadOnlyList<(string Text, bool Marked)> Parts)> Passages
);
