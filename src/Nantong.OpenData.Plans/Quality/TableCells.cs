using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>Anchors for the cells of the indicator table.</summary>
internal sealed class TableCells(IReadOnlyList<Node> nodes)
{
    private readonly Dictionary<string, Node> rows = nodes
        .Where(node => node.Type is NodeType.TableRow)
        .ToDictionary(node => node.Id, StringComparer.Ordinal);

    /// <summary>The cell with number, name and unit.</summary>
    public FindingSide NameOf(Indicator indicator) =>
        Side(indicator, cells => cells.FindIndex(cell => cell.Contains(indicator.Name, StringComparison.Ordinal)));

    /// <summary>The cell of the base year.</summary>
    public FindingSide BaselineOf(Indicator indicator) => Side(indicator, cells => cells.FindIndex(cell => cell == indicator.Baseline.Raw));

    /// <summary>The cell of the target year.</summary>
    public FindingSide TargetOf(Indicator indicator) => Side(indicator, cells => cells.FindLastIndex(cell => cell == indicator.Target.Raw));

    private FindingSide Side(Indicator indicator, Func<List<string>, int> find)
    {
        var row = rows[indicator.Source.Node];
        var (start, cell) = (0, find([.. row.Text.Split('\t')]));
        for (var passed = 0; passed < cell; passed++)
            start = row.Text.IndexOf('\t', start) + 1;
        var end = row.Text.IndexOf('\t', start) is >= 0 and var tab ? tab : row.Text.Length;
        var anchor = new Anchors(row).Of(new TextSpan(start, end));
        return new FindingSide(anchor.Quote.Exact, anchor, null);
    }
}
