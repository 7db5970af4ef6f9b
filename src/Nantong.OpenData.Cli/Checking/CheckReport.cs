using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Cli.Checking;

/// <summary>What a plan folder holds as it is read, and what is wrong with it.</summary>
/// <param name="Plan">Id of the plan; null where <c>plan.json</c> cannot be read.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publishable">True when it could be published.</param>
/// <param name="Counts">How much of each it has.</param>
/// <param name="Outline">The headings, tables and boxes in reading order.</param>
/// <param name="Indicators">The indicators as read.</param>
/// <param name="Boxes">The boxes as read.</param>
/// <param name="Tables">The rows of the tables that are none of indicators.</param>
/// <param name="Joins">The sentences that page breaks cut, joined.</param>
/// <param name="Ignored">The lines that are left out.</param>
/// <param name="Commitments">The commitments.</param>
/// <param name="Exclusions">The digits that are none.</param>
/// <param name="Places">The places with their mentions.</param>
/// <param name="Faults">What keeps it from being published; the first hundred.</param>
/// <param name="FaultCount">The number of all faults.</param>
/// <param name="Warnings">What an editor should look at; the first hundred.</param>
/// <param name="WarningCount">The number of all warnings.</param>
internal sealed record CheckReport(
    string? Plan,
    string? Title,
    bool Publishable,
    CheckedCounts Counts,
    IReadOnlyList<CheckedNode> Outline,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Column> Boxes,
    IReadOnlyList<CheckedRow> Tables,
    IReadOnlyList<CheckedJoin> Joins,
    IReadOnlyList<IgnoredLine> Ignored,
    IReadOnlyList<Commitment> Commitments,
    IReadOnlyList<Exclusion> Exclusions,
    IReadOnlyList<CheckedPlace> Places,
    IReadOnlyList<Unreadable> Faults,
    int FaultCount,
    IReadOnlyList<Unreadable> Warnings,
    int WarningCount
)
{
    /// <summary>The report of a reading.</summary>
    /// <param name="reading">What was read.</param>
    public static CheckReport Of(PlanReading reading) =>
        new(
            reading.About?.Id,
            reading.About?.Title.Zh,
            reading.Plan is not null,
            CheckedCounts.Of(reading),
            [.. reading.Nodes.Where(IsShown).Select(node => CheckedNode.Of(node, reading.Nodes))],
            reading.Indicators,
            reading.Columns,
            CheckedRow.Of(reading),
            [.. reading.Nodes.SelectMany(CheckedJoin.Of)],
            reading.Ignored,
            reading.Facts.Commitments,
            reading.Facts.Exclusions,
            [.. reading.Places.Select(place => new CheckedPlace(place.Id, place.Name, place.Mentions.Count))],
            reading.Plan is null ? reading.Faults.Shown : [],
            reading.Plan is null ? reading.Faults.Count : 0,
            reading.Warnings.Shown,
            reading.Warnings.Count
        );

    private static bool IsShown(Node node) =>
        node.Type is NodeType.Notice or NodeType.Preamble or NodeType.Chapter or NodeType.Section or NodeType.Table or NodeType.Column;
}

/// <summary>How much a plan has, in the order of <c>expect</c> in <c>plan.json</c>.</summary>
internal sealed record CheckedCounts(
    IReadOnlyList<int> Sections,
    int Paragraphs,
    int Boxes,
    int Indicators,
    int Joins,
    int Nodes,
    int Commitments,
    int Exclusions,
    int Places
)
{
    /// <summary>The counts of a reading.</summary>
    public static CheckedCounts Of(PlanReading reading)
    {
        var counts = TextCounts.Of(reading.Nodes);
        return new(
            counts.Sections,
            counts.Paragraphs,
            reading.Columns.Count,
            reading.Indicators.Count,
            counts.Joins,
            reading.Nodes.Count,
            reading.Facts.Commitments.Count,
            reading.Facts.Exclusions.Count,
            reading.Places.Count
        );
    }
}

/// <summary>A heading, table or box of the outline.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Depth">How deep it stands, from 0.</param>
/// <param name="Line">Its line in the source.</param>
/// <param name="Number">Its number as printed.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Below">How many paragraphs, items or rows stand directly below it.</param>
internal sealed record CheckedNode(string Id, int Depth, int Line, string? Number, string? Heading, int Below)
{
    /// <summary>The entry of a node.</summary>
    public static CheckedNode Of(Node node, IReadOnlyList<Node> nodes)
    {
        var depth = 0;
        for (var above = node.Parent; above is not null; above = nodes.First(other => other.Id == above).Parent)
            depth++;
        return new(
            node.Id,
            depth,
            node.Source.Lines[0],
            node.Number,
            node.Heading,
            nodes.Count(below =>
                below.Parent == node.Id && below.Type is NodeType.Paragraph or NodeType.ColumnItem or NodeType.TableRow or NodeType.NoticeLine
            )
        );
    }
}

/// <summary>A row of a table that is none of indicators.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Line">Its line in the source.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record CheckedRow(string Id, int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The rows in reading order.</summary>
    public static IReadOnlyList<CheckedRow> Of(PlanReading reading)
    {
        var read = reading.Indicators.Select(indicator => indicator.Source.Node).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. reading
                .Nodes.Where(node => node.Type is NodeType.TableRow && !read.Contains(node.Id))
                .Select(node => new CheckedRow(node.Id, node.Source.Lines[0], node.Source.Verbatim.Split('\t'))),
        ];
    }
}

/// <summary>A sentence that goes on behind a page break.</summary>
/// <param name="Line">The line that the break ends.</param>
/// <param name="Node">Id of the node.</param>
/// <param name="Before">The last characters before it.</param>
/// <param name="Behind">The first characters behind it.</param>
internal sealed record CheckedJoin(int Line, string Node, string Before, string Behind)
{
    private const int Around = 12;

    /// <summary>The joins of a node.</summary>
    public static IEnumerable<CheckedJoin> Of(Node node) =>
        node.Source.Joins.Select(join => new CheckedJoin(
            join.Line,
            node.Id,
            node.Text[Math.Max(0, join.At - Around)..join.At],
            node.Text[join.At..Math.Min(node.Text.Length, join.At + Around)]
        ));
}

/// <summary>A place and how often the text names it.</summary>
internal sealed record CheckedPlace(string Id, string Name, int Mentions);
