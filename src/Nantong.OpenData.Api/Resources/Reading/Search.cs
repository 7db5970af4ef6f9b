using System.Collections.Frozen;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>What a search found.</summary>
/// <param name="Terms">The query as it was read.</param>
/// <param name="Facets">How many records would be left under each filter.</param>
/// <param name="Items">The records of this page, the best first; records that fit equally well stand in reading order.</param>
/// <param name="Page">Which page this is.</param>
/// <param name="Steps">How the search was widened because nothing holds the query as it was asked: by at most two kinds of step; empty when it was
/// not.</param>
public sealed record SearchResults(
    IReadOnlyList<SearchedTerm> Terms,
    SearchFacets Facets,
    IReadOnlyList<SearchHit> Items,
    Page Page,
    IReadOnlyList<WideningStep> Steps
);

/// <summary>A term of the query.</summary>
/// <param name="Text">What was looked for: width and case folded away.</param>
/// <param name="Excluded">True when records that hold it were left out.</param>
/// <param name="Records">Number of records of the release that hold it, whatever else the query says.</param>
public sealed record SearchedTerm(string Text, bool Excluded, int Records);

/// <summary>What the query finds, counted. Each list disregards its own filter, so that it shows what else could be chosen.</summary>
/// <param name="Type">By type of record.</param>
/// <param name="Chapter">By chapter, or other node at the top; a place counts in each one that names it.</param>
public sealed record SearchFacets(IReadOnlyList<SearchCount> Type, IReadOnlyList<SearchCount> Chapter);

/// <summary>A value of a filter.</summary>
/// <param name="Value">The value, as the filter takes it.</param>
/// <param name="Count">Number of records.</param>
public sealed record SearchCount(string Value, int Count);

/// <summary>A record that was found.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Type of node, <c>indicator</c>, <c>commitment</c> or <c>place</c>.</param>
/// <param name="Href">Its address, at exactly this release.</param>
/// <param name="Title">What to call it in a list: its heading, name or lead, or the heading above it.</param>
/// <param name="Score">How well it fits. Okapi BM25 over the whole record, where a hit in a name, heading or lead counts three times; comparable
/// within one query of one release.</param>
/// <param name="Snippets">Up to three passages that show the hits.</param>
public sealed record SearchHit(string Id, string Type, string Href, string Title, decimal Score, IReadOnlyList<Snippet> Snippets);

internal static class Search
{
    private const string QueryRule = "the words to look for";

    private static readonly FrozenDictionary<NodeType, string> NodeTypes = Enum.GetValues<NodeType>()
        .ToFrozenDictionary(type => type, type => RecordJson.Code(type, Wire.Json.NodeType));
    private static readonly FrozenDictionary<SearchScope, string> Scopes = Enum.GetValues<SearchScope>()
        .ToFrozenDictionary(scope => scope, scope => RecordJson.Code(scope, Wire.Json.SearchScope));

    /// <summary>Where can be looked.</summary>
    internal static readonly string[] ScopeNames = [.. Enum.GetValues<SearchScope>().Select(scope => Scopes[scope])];

    /// <summary>What can be found.</summary>
    internal static readonly string[] Types = [.. Enum.GetValues<NodeType>().Select(type => NodeTypes[type]), "indicator", "commitment", "place"];

    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/search", Verbs.Read, Find)
            .WithTags("Search")
            .Offers(Format.OfData)
            .Takes(TextParameters.Words, TextParameters.In, TextParameters.Type, TextParameters.Chapter, QueryParameter.Limit, QueryParameter.Cursor)
            .Named("search", "Search the text, indicators, columns, commitments and places; hits as offsets");

    private static Results<Representation<SearchResults>, Problem> Find(PinnedRelease release)
    {
        var (asked, snapshot) = (release.Address.Query, release.Snapshot);
        string[] chapters = [.. snapshot.Nodes.Where(node => node.Parent is null).Select(node => node.Id)];
        List<Problem> faults = [];
        var query = asked.TryGetValue(TextParameters.Words.Name, out var words) ? Take(SearchQuery.Parse(TextParameters.Words.Name, words)) : null;
        if (words is null)
            faults.Add(Problems.Absent(TextParameters.Words.Name, QueryRule));
        var scopes = Take(Choice.Parse(asked, TextParameters.In.Name, ScopeNames), ScopeNames);
        var types = Take(Choice.Parse(asked, TextParameters.Type.Name, Types), Types);
        var within = Take(Choice.Parse(asked, TextParameters.Chapter.Name, chapters), chapters);
        if (query is null || scopes is null || types is null || within is null)
            return Problems.Together(faults);

        var index = snapshot.Indexes.Search;
        var asIs = query;
        (query, var found, var steps) = WidenedSearch.Of(index, query);
        SearchMatch[] matches = [.. found.Where(match => scopes.Contains(Scopes[match.Document.Scope]))];
        SearchMatch[] ofType = Array.FindAll(matches, match => types.Contains(TypeOf(match.Document)));
        SearchMatch[] ofBoth = Array.FindAll(ofType, match => match.Document.Chapters.Any(within.Contains));
        if (!release.Cut(ofBoth, match => $"{TypeOf(match.Document)}/{match.Document.Id}").Try(out var page, out var error))
            return Problems.Invalid(error);

        var results = new SearchResults(
            [.. asIs.Terms.Select(term => new SearchedTerm(term.Text, term.Excluded, index.Count(term)))],
            new(
                Count(matches.Where(match => match.Document.Chapters.Any(within.Contains)).Select(match => TypeOf(match.Document)), Types),
                Count(ofType.SelectMany(match => match.Document.Chapters), chapters)
            ),
            [.. page.Items.Select(match => Show(match, query, release))],
            page.Page,
            steps
        );
        var nothing = ofBoth is [] ? Explain(results.Terms, matches.Length) : null;
        return new Representation<SearchResults>(results, Wire.Json.SearchResults, release)
        {
            Page = view => SearchPage.Of(view, release, results, nothing),
            Links = Pages.Neighbours(page.Page),
            Warnings =
                nothing is not null ? [new Warning("no-results", release.Address.Language.Of(nothing))]
                : steps is [] ? []
                : [new Warning("search-widened", release.Address.Language.Of(Told(steps)))],
        };

        T? Take<T>(Parsed<T> parsed, params IReadOnlyList<string> allowed)
            where T : class
        {
            if (parsed.Error is { } error)
                faults.Add(Problems.Invalid(error, allowed));
            return parsed.Value;
        }
    }

    private static Label Told(IReadOnlyList<WideningStep> steps) =>
        steps is [{ Kind: WideningKind.English, From: var words }]
            ? new(
                $"规划原文是中文：已按编者的英文名称查“{words}”。",
                $"The text is Chinese: '{words}' was looked for in the English names that the editors gave."
            )
            : new(
                $"没有记录完全符合所查的词，已改查：{string.Join("；", steps.Select(step => $"“{step.From}”→“{step.To}”"))}。",
                $"No record holds what was asked; looked for instead: {string.Join("; ", steps.Select(ToldOf))}."
            );

    private static string ToldOf(WideningStep step) => $"'{step.From}' as '{step.To}' ({RecordJson.Code(step.Kind, Wire.Json.WideningKind)})";

    private static SearchHit Show(SearchMatch match, SearchQuery query, PinnedRelease release)
    {
        var document = match.Document;
        var href = document.Node is null ? release.Href($"/{Scopes[document.Scope]}/{document.Id}") : release.TextHref(document.Id);
        return new(document.Id, TypeOf(document), href, document.Title, match.Score, Snippet.Of(document, query));
    }

    private static string TypeOf(SearchDocument document) =>
        document switch
        {
            { Node: { } node } => NodeTypes[node],
            { Scope: SearchScope.Indicators } => "indicator",
            { Scope: SearchScope.Commitments } => "commitment",
            { Scope: SearchScope.Places } => "place",
            _ => throw new InvalidOperationException($"{document.Id} is a record of {document.Scope}, which has no type."),
        };

    private static SearchCount[] Count(IEnumerable<string> values, IReadOnlyList<string> order)
    {
        var counts = values.CountBy(value => value).ToDictionary();
        return [.. order.Where(counts.ContainsKey).Select(value => new SearchCount(value, counts[value]))];
    }

    private static Label Explain(IReadOnlyList<SearchedTerm> terms, int withoutFilters) =>
        terms.FirstOrDefault(term => term is { Excluded: false, Records: 0 }) is { Text: var unknown }
            ? new($"本版本没有任何记录含有“{unknown}”。", $"No record of this release holds '{unknown}'.")
        : withoutFilters > 0
            ? new(
                $"有 {withoutFilters} 条记录符合查询，但都不属于所选类型和章节。",
                $"{withoutFilters} records fit the query, but none of them this type and chapter."
            )
        : new(
            "每个词都有记录含有，但所选范围内没有任何记录同时符合整个查询。",
            "Each term is held by some record, but no record in this scope holds what the query asks for together."
        );
}
