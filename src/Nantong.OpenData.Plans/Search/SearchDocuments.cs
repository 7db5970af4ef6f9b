using System.Globalization;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>Which members of which records are searched.</summary>
internal sealed class SearchDocuments
{
    private readonly Dictionary<string, Node> nodes;
    private readonly Dictionary<string, string> tops = new(StringComparer.Ordinal);

    /// <summary>Prepares the nodes that all records refer to.</summary>
    /// <param name="all">Every node, in reading order: a parent comes before its children.</param>
    public SearchDocuments(IReadOnlyList<Node> all)
    {
        nodes = all.ToDictionary(node => node.Id, StringComparer.Ordinal);
        foreach (var node in all)
            tops[node.Id] = node.Parent is { } parent ? tops[parent] : node.Id;
    }

    /// <summary>A node of the text.</summary>
    public SearchDocument Of(Node node)
    {
        var named = node.Type switch
        {
            NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section or NodeType.Table or NodeType.Column => node.Text.Length,
            NodeType.ColumnItem when node.Heading is { } heading && node.Text.StartsWith(heading, StringComparison.Ordinal) => heading.Length,
            _ => node.Lead?.Length ?? 0,
        };
        SearchField[] cell = node is { Type: NodeType.ColumnItem, Heading: { } first } && named is 0 ? [Name("heading", first)] : [];
        var scope = node.Type is NodeType.Column or NodeType.ColumnItem ? SearchScope.Columns : SearchScope.Text;
        return new(scope, node.Id, node.Type, TitleOf(node), [tops[node.Id]], node.Order, [.. cell, new("text", node.Text, named)]);
    }

    /// <summary>An indicator.</summary>
    public SearchDocument Of(Indicator indicator) =>
        new(
            SearchScope.Indicators,
            indicator.Id,
            null,
            indicator.Name,
            [tops[indicator.Source.Node]],
            nodes[indicator.Source.Node].Order,
            [
                Name("name", indicator.Name),
                Name("label.en", indicator.Label.En),
                Body("category.name", indicator.Category.Name),
                .. Optional("unit.label", indicator.Unit.Label),
                Body("statement.zh", indicator.Statement.Zh),
                .. indicator
                    .Notes.Index()
                    .Select(note => Body(string.Create(CultureInfo.InvariantCulture, $"notes[{note.Index}].text.zh"), note.Item.Text.Zh)),
            ]
        );

    /// <summary>A commitment.</summary>
    public SearchDocument Of(Commitment commitment)
    {
        var (subject, quoted) = (commitment.Subject, commitment.Anchor.Quote.Exact);
        var title = subject == quoted ? subject : $"{subject}：{quoted}";
        return new(
            SearchScope.Commitments,
            commitment.Id,
            null,
            title,
            [tops[commitment.Anchor.Node]],
            nodes[commitment.Anchor.Node].Order,
            [Name("subject", subject), Body("anchor.quote.exact", quoted), .. Optional("deadline.raw", commitment.Deadline?.Raw)]
        );
    }

    /// <summary>A place.</summary>
    public SearchDocument Of(Place place) =>
        new(
            SearchScope.Places,
            place.Id,
            null,
            place.Name,
            [.. place.Nodes.Select(node => tops[node]).Distinct()],
            place.Nodes is [var first, ..] ? nodes[first].Order : 0,
            [
                Name("name", place.Name),
                Name("label.en", place.Label.En),
                .. place.Aliases.Index().Select(alias => Name(string.Create(CultureInfo.InvariantCulture, $"aliases[{alias.Index}]"), alias.Item)),
            ]
        );

    /// <summary>A node by its heading in English; null where it has none.</summary>
    public SearchDocument? InEnglish(Node node) => node.HeadingEn is { } heading ? Of(node) with { Fields = [Name("headingEn", heading)] } : null;

    /// <summary>An indicator by its name in English.</summary>
    public SearchDocument? InEnglish(Indicator indicator) => Of(indicator) with { Fields = [Name("label.en", indicator.Label.En)] };

    /// <summary>A commitment by its subject in English; null where it has none.</summary>
    public SearchDocument? InEnglish(Commitment commitment) =>
        commitment.SubjectEn is { } subject ? Of(commitment) with { Fields = [Name("subjectEn", subject)] } : null;

    /// <summary>A place by its name in English.</summary>
    public SearchDocument? InEnglish(Place place) => Of(place) with { Fields = [Name("label.en", place.Label.En)] };

    private string TitleOf(Node node) =>
        (node.Heading ?? node.Lead?.TrimEnd('。'))
        ?? (node.Parent is { } parent && nodes[parent].Heading is { } above ? above : NodeNames.Of(node.Id).Zh);

    private static SearchField Name(string member, string text) => new(member, text, text.Length);

    private static SearchField Body(string member, string text) => new(member, text, 0);

    private static SearchField[] Optional(string member, string? text) => text is null ? [] : [Body(member, text)];
}
