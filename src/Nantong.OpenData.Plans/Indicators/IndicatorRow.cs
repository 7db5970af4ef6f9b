using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>A row of an indicator table taken apart by the declared columns.</summary>
/// <param name="Node">The row.</param>
/// <param name="Seq">The printed number, as printed; null for a table without numbers.</param>
/// <param name="Name">The printed name, without number and unit.</param>
/// <param name="Unit">The printed unit; null where none is printed.</param>
internal sealed partial record IndicatorRow(Node Node, string? Seq, string Name, string? Unit)
{
    private readonly Dictionary<ColumnRole, string> cells = [];

    /// <summary>The cell of a column; null for a table without that column.</summary>
    public string? this[ColumnRole role] => cells.GetValueOrDefault(role);

    /// <summary>Takes a row apart.</summary>
    /// <param name="row">The row.</param>
    /// <param name="columns">The columns of its table; the row has as many cells.</param>
    /// <returns>The row; null where the cell with number, name and unit is of another form.</returns>
    public static IndicatorRow? Find(Node row, IReadOnlyList<TableColumn> columns)
    {
        var (seq, name, unit) = ((string?)null, "", (string?)null);
        Dictionary<ColumnRole, string> cells = [];
        foreach (var (cell, column) in row.Source.Verbatim.Split('\t').Zip(columns))
        {
            cells.TryAdd(column.Role, cell);
            switch (column.Role)
            {
                case ColumnRole.Seq:
                    seq = cell.Trim().TrimEnd('.', '．', '、');
                    break;
                case ColumnRole.Unit:
                    unit = cell.Trim() is { Length: > 0 } printed and not ("—" or "-" or "/") ? printed : unit;
                    break;
                case ColumnRole.Name or ColumnRole.SeqAndName:
                    var match = (column.Role is ColumnRole.Name ? Plain() : Numbered()).Match(cell);
                    if (!match.Success)
                        return null;
                    if (column.Role is ColumnRole.SeqAndName)
                        seq = match.Groups["seq"].Value;
                    name = match.Groups["name"].Value.Trim();
                    if (!column.HasUnit && match.Groups["unit"].Success)
                        name += match.Groups["brackets"].Value;
                    else if (match.Groups["unit"].Success)
                        unit = match.Groups["unit"].Value;
                    break;
                default:
                    break;
            }
        }

        var read = new IndicatorRow(row, seq, name, unit);
        foreach (var (role, cell) in cells)
            read.cells[role] = cell;
        return read;
    }

    /// <summary>The cell with the name as printed, for messages.</summary>
    public static string NameCell(Node row, IReadOnlyList<TableColumn> columns) =>
        row.Source.Verbatim.Split('\t').Zip(columns).FirstOrDefault(cell => cell.Second.Role is ColumnRole.Name or ColumnRole.SeqAndName).First ?? "";

    /// <summary>A name, and the unit in brackets of either width, which may be absent.</summary>
    private const string NameAndUnit = "(?<name>.+?)(?<brackets>(?:（(?<unit>[^（）]*)）|\\((?<unit>[^()]*)\\)))?$";

    [GeneratedRegex("^" + NameAndUnit, RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex("^(?<seq>\\d{1,3})[.．、]\\s*" + NameAndUnit, RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
