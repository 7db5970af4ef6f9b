using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>A table of contents.</summary>
/// <param name="Depth">Number of levels that were asked for; null for all.</param>
/// <param name="Flat">True when the entries are one flat list in reading order.</param>
/// <param name="Entries">The entries.</param>
public sealed record TableOfContents(int? Depth, bool Flat, IReadOnlyList<TocEntry> Entries);

/// <summary>An entry of a table of contents: a node with a heading.</summary>
/// <param name="Id">Id of the node.</param>
/// <param name="Path">Path of the node below <c>/text</c>.</param>
/// <param name="Type">What the node is.</param>
/// <param name="Number">The printed number; null when none is printed.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="HeadingEn">What it says in English: an editorial translation, never official; null where there is none.</param>
/// <param name="Level">Level from the top, from 1.</param>
/// <param name="Href">Address of the node's text.</param>
/// <param name="Children">The entries below this one; empty in a flat list.</param>
public sealed record TocEntry(
    string Id,
    string Path,
    NodeType Type,
    string? Number,
    string Heading,
    string? HeadingEn,
    int Level,
    string Href,
    IReadOnlyList<TocEntry> Children
);

internal static class Toc
{
    public static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/toc", Verbs.Read, Get)
            .Named("getToc", "Table of contents")
            .WithTags("Text")
            .Takes(QueryParameter.Depth, QueryParameter.Flat);

    private static Results<Representation<TableOfContents>, Problem> Get(PinnedRelease release)
    {
        if (!TocQuery.Parse(release.Address.Query).Try(out var wanted, out var error))
            return Problems.Invalid(error);

        var nested = Below(release, parent: null, level: 1, wanted.Depth ?? int.MaxValue);
        return new Representation<TableOfContents>(
            new(wanted.Depth, wanted.Flat, wanted.Flat ? [.. Flatten(nested)] : nested),
            Wire.Json.TableOfContents,
            release
        );
    }

    private static IReadOnlyList<TocEntry> Below(PinnedRelease release, string? parent, int level, int depth) =>
        level > depth
            ? []
            :
            [
                .. release
                    .Snapshot.Nodes.Where(node => node.Parent == parent && IsListed(node))
                    .Select(node => new TocEntry(
                        node.Id,
                        node.Path,
                        node.Type,
                        node.Number,
                        node.Heading ?? node.Text,
                        node.HeadingEn,
                        level,
                        release.Href($"/text{node.Path}"),
                        Below(release, node.Id, level + 1, depth)
                    )),
            ];

    /// <summary>Containers have headings of their own; the items of a column do not always, and are found under it.</summary>
    private static bool IsListed(Node node) =>
        node.Type is NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section or NodeType.Table or NodeType.Column;

    private static IEnumerable<TocEntry> Flatten(IEnumerable<TocEntry> entries) =>
        entries.SelectMany(entry => Flatten(entry.Children).Prepend(entry with { Children = [] }));
}

/// <summary>What a request asks of a table of contents.</summary>
internal sealed record TocQuery(int? Depth, bool Flat)
{
    /// <summary>Reads the parameters.</summary>
    public static Parsed<TocQuery> Parse(IReadOnlyDictionary<string, string> query)
    {
        int? depth = null;
        if (query.TryGetValue("depth", out var levels))
        {
            if (!ListQuery.TryWhole(levels, 1, 9, out var number))
                return new Unreadable("depth", levels, "a whole number from 1 to 9");
            depth = number;
        }

        return query.GetValueOrDefault("flat", "false") switch
        {
            "true" => new TocQuery(depth, true),
            "false" => new TocQuery(depth, false),
            var other => new Unreadable("flat", other, "true or false"),
        };
    }
}
