using Spectre.Console;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>The two forms of a table. Its cells stand for themselves: nothing in them is markup.</summary>
internal static class TableForms
{
    /// <summary>For a program: a line for the heads and one for each row, columns two spaces apart, the last as long as it is.</summary>
    public static IEnumerable<string> Plain(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows)
    {
        string[] heads = [.. columns.Select(column => column.Head)];
        string[][] lines = [heads, .. rows];
        int[] widths = [.. columns.Select((column, index) => lines.Max(cells => Math.Max(column.Least, cells[index].Length)))];
        return lines.Select(cells =>
            string.Join(
                "  ",
                cells.Select(
                    (cell, index) =>
                        columns[index].Right ? cell.PadLeft(widths[index])
                        : index == columns.Count - 1 ? cell
                        : cell.PadRight(widths[index])
                )
            )
        );
    }

    /// <summary>For a person at a terminal: as wide as the terminal at most; where that is too narrow, the widest columns wrap.</summary>
    public static Table Drawn(IReadOnlyList<Column> columns, IReadOnlyList<string[]> rows)
    {
        var dim = new Style(decoration: Decoration.Dim);
        var table = new Table { Border = TableBorder.Simple, BorderStyle = dim };
        foreach (var column in columns)
            table.AddColumn(
                new TableColumn(new Text(column.Head, dim))
                {
                    Alignment = column.Right ? Justify.Right : Justify.Left,
                    Padding = new Padding(left: 0, top: 0, right: 1, bottom: 0),
                }
            );
        foreach (var cells in rows)
            table.AddRow(cells.Select(cell => new Text(cell)));
        return table;
    }
}
