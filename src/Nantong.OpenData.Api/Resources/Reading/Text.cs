using System.Text;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Api.Site.Tables;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>The whole text of a plan.</summary>
/// <param name="Title">Title of the plan, as printed.</param>
/// <param name="Children">The nodes at the top, each with all that is below it.</param>
public sealed record WholeText(string Title, IReadOnlyList<Node> Children);

internal static class Text
{
    private static readonly Collection<Node> Divisions = OfNodes(["type", "parent"], dataset: null);
    private static readonly Collection<Node> Body = OfNodes(["parent"], sets => sets.Paragraphs);

    /// <summary>The paragraphs as a table to ask.</summary>
    internal static AskedTable Table { get; } =
        new AskedTable<Node>(Body, snapshot => [.. snapshot.Nodes.Where(node => node.Type is NodeType.Paragraph)]);

    public static void Map(RouteGroupBuilder plan)
    {
        var text = plan.MapGroup("").WithTags("Text").Offers(Format.OfText);
        text.MapMethods("/text", Verbs.Read, GetWhole).Named("getText", "The whole text, as nested nodes, plain text, Markdown or a page");
        text.MapMethods("/text/{**path}", Verbs.Read, Get).Named("getNode", "Any node of the text with all that is below it").Shows(Divisions);

        var sections = plan.MapGroup("/sections").WithTags("Text");
        sections.MapMethods("", Verbs.Read, ListSections).Named("listSections", "List chapters and sections, in reading order").Lists(Divisions);
        sections
            .MapMethods("/facets", Verbs.Read, CountSections)
            .Named("countSections", "Count the values of the sections' fields, under a filter")
            .Counts(Divisions);

        var paragraphs = plan.MapGroup("/paragraphs").WithTags("Text");
        paragraphs.MapMethods("", Verbs.Read, ListParagraphs).Named("listParagraphs", "List the body paragraphs, in reading order").Lists(Body);
        paragraphs
            .MapMethods("/facets", Verbs.Read, CountParagraphs)
            .Named("countParagraphs", "Count the values of the paragraphs' fields, under a filter")
            .Counts(Body);
    }

    private static Representation<WholeText> GetWhole(PinnedRelease release)
    {
        var nodes = release.Snapshot.Nodes;
        return new(
            new(
                release.Snapshot.Release.TitleBlock.Title,
                [.. nodes.Where(node => node.Parent is null).Select(node => WithChildren(release.Snapshot, node))]
            ),
            Wire.Json.WholeText,
            release
        )
        {
            Write = format => Render(format, nodes),
            Page = view => TextPage.OfWhole(view, release),
            Links = new Dictionary<string, string> { ["contents"] = release.Href("/toc") },
        };
    }

    private static Results<CrossReferenced<Node>, Problem> Get(PinnedRelease release, string path)
    {
        var snapshot = release.Snapshot;
        if (snapshot.FindNode(NodePath.ToId(path)) is not { } node)
            return OtherForm(snapshot, path) is { } form
                ? Problems.NotAcceptable(Format.OfText, new RequestedFormat(form, null, null))
                : Problems.NotFound("node", path, snapshot.Nodes.Select(known => known.Path[1..]), parameter: "path");

        var below = NodeTree.Below(snapshot.Nodes, node);
        release.Spelled($"/text{node.Path}");
        return new CrossReferenced<Node>(
            new(WithChildren(snapshot, node), Wire.Json.Node, release)
            {
                Write = format => Render(format, below),
                Page = view => TextPage.Of(view, release, node, below),
                Links = Neighbours(release, node),
            },
            release.ReferencesOf(below)
        );
    }

    /// <summary>The form in which a known node is asked for, but which no text has: <c>xml</c> of <c>ch5/s5/p2.xml</c>; null when that is not what
    /// the path says.</summary>
    private static string? OtherForm(Snapshot snapshot, string path)
    {
        var dot = path.LastIndexOf('.');
        return
            dot > 0
            && path[(dot + 1)..] is { Length: > 0 } form
            && form.All(char.IsAsciiLetter)
            && snapshot.FindNode(NodePath.ToId(path[..dot])) is not null
            ? form
            : null;
    }

    private static Results<Representation<Listing<Node>>, Problem> ListSections(PinnedRelease release) =>
        release.Page(SectionsOf(release), Divisions);

    private static Results<Representation<FacetCounts>, Problem> CountSections(PinnedRelease release) =>
        release.Count(SectionsOf(release), Divisions);

    private static Results<Representation<Listing<Node>>, Problem> ListParagraphs(PinnedRelease release) => release.Page(ParagraphsOf(release), Body);

    private static Results<Representation<FacetCounts>, Problem> CountParagraphs(PinnedRelease release) => release.Count(ParagraphsOf(release), Body);

    private static Node[] SectionsOf(PinnedRelease release) =>
        [.. release.Snapshot.Nodes.Where(node => node.Type is NodeType.Chapter or NodeType.Section)];

    private static Node[] ParagraphsOf(PinnedRelease release) => [.. release.Snapshot.Nodes.Where(node => node.Type is NodeType.Paragraph)];

    private static Collection<Node> OfNodes(IReadOnlyList<string> categories, Func<Datasets, Dataset<Node>>? dataset) =>
        new(node => node.Id, () => Wire.Json.Node, () => Wire.Json.ListingNode)
        {
            Categories = categories,
            Expansions =
            [
                Expansions.References<Node>((release, node) => release.ReferencesOf(NodeTree.Below(release.Snapshot.Nodes, node))),
                Expansions.Commitments<Node>(
                    (node, commitment) =>
                        commitment.Anchor.Node == node.Id || commitment.Anchor.Node.StartsWith($"{node.Id}.", StringComparison.Ordinal)
                ),
            ],
            Dataset = dataset,
            Shown = ["id", "parent", "text"],
            PageOf = node => $"/text{node.Path}",
        };

    private static Node WithChildren(Snapshot snapshot, Node node) =>
        node with
        {
            Children = [.. snapshot.Nodes.Where(child => child.Parent == node.Id).Select(child => WithChildren(snapshot, child))],
        };

    private static byte[] Render(Format format, IReadOnlyList<Node> nodes) =>
        Encoding.UTF8.GetBytes(format == Format.Markdown ? Markdown.Render(nodes) : PlainText.Render(nodes));

    private static Dictionary<string, string> Neighbours(PinnedRelease release, Node node)
    {
        var links = new Dictionary<string, string>
        {
            ["contents"] = release.Href("/toc"),
            ["related"] = release.Href($"/text{node.Path}/links"),
            ["cite"] = release.CiteHref(node.Id),
        };
        foreach (var (relation, id) in new[] { ("up", node.Parent), ("prev", node.Previous), ("next", node.Next) })
            if (id is not null && release.Snapshot.FindNode(id) is { } neighbour)
                links[relation] = release.Href($"/text{neighbour.Path}");
        return links;
    }
}
