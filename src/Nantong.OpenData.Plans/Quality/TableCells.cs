using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>Anchors for the cells of the indicator table.</summary>
internal sealed class TableCells(IReadOnlyList<Node> nodes)
{
    private const int Name = 1;
    private const int Baseline = 2;
    private const int Target = 3;

    private readonly Dictionary<string, Node> rows = nodes.Where(node => node.Type is NodeType.TableRow).ToDictionary(node => node.Id, StringComparer.Ordinal);

    /// <summary>The cell with number, name and unit.</summary>
    public FindingSide NameOf(Indicator indicator) => Side(indicator, Name);

    /// <summary>The cell of the base year.</summary>
    public FindingSide BaselineOf(Indicator indicator) => Side(indicator, Baseline);

    /// <summary>The cell of the target year.</summary>
    public FindingSide TargetOf(Indicator indicator) => Side(indicator, Target);

    private FindingSide Side(Indicator indicator, int cell)
    {
        var row = rows[indicator.Source.Node];
        var start = 0;
        for (var passed = 0; passed < cell; passed++) start = row.Text.IndexOf('\t', start) + 1;
        var end = row.Text.IndexOf('\t', start) is >= 0 and var tab ? tab : row.Text.Length;
        var anchor = new Anchors(row).Of(new TextSpan(start, end));
        return new FindingSide(anchor.Quote.Exact, anchor, null);
    }
}
