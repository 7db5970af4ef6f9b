using System.Globalization;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>A table: caption, column heads, rows, and the note under it.</summary>
internal static class TableOutline
{
    /// <summary>Reads one table; the blocks stand at its caption.</summary>
    public static void Read(OutlineContext context, TableLayout table, int position, HeadingLine heading, string holder)
    {
        var (blocks, columns) = (context.Blocks, TableColumn.Of(table));
        var caption = blocks.Next!;
        var id = string.Create(CultureInfo.InvariantCulture, $"table{position}");
        blocks.Advance();

        var draft = new Draft(id, NodeType.Table, caption.Span, holder)
        {
            Number = heading.Printed,
            Heading = heading.Title,
            TextSpan = caption.Span,
        };
        if (blocks.Next is { } heads && blocks.IsRow(heads))
        {
            context.Drafts.Add(draft with { Span = new(caption.Span.Start, heads.Span.End) });
            TableHeads.Check(blocks.Text(heads).Split('\t'), columns, heads.FirstLine, context.Report);
            blocks.Advance();
        }
        else
        {
            context.Report.Faults.Add(blocks.ErrorHere($"the column heads of {heading.Printed}"));
            context.Drafts.Add(draft);
        }

        var (number, last) = (0, 0);
        while (blocks.Next is { } row && blocks.IsRow(row))
        {
            if (blocks.Text(row).Split('\t').Length != columns.Count)
                context.Report.Faults.Add(blocks.Error(row, $"{Count(columns.Count)} cells parted by tabs: {string.Join(", ", table.Columns)}"));
            else
                context.Drafts.Add(new Draft(string.Create(CultureInfo.InvariantCulture, $"{id}.r{++number}"), NodeType.TableRow, row.Span, id));
            if (table.Role is not TableRole.Indicators)
                CheckRow(context, columns, row, ref last);
            blocks.Advance();
        }

        if (number == 0)
            context.Report.Faults.Add(blocks.ErrorHere($"the rows of {heading.Printed}"));
        if (table.Note is not { } begins)
            return;
        if (blocks.Next is { } note && blocks.Text(note).StartsWith(begins, StringComparison.Ordinal))
        {
            context.Drafts.Add(new Draft($"{id}.note", NodeType.TableNote, note.Span, id));
            blocks.Advance();
        }
        else
        {
            context.Report.Faults.Add(blocks.ErrorHere($"the note under {heading.Printed}, which begins with {begins} as layout.tables declares"));
        }
    }

    /// <summary>A row of another table than one of indicators: its numbers go on or begin again at 1, and it has a name.</summary>
    /// <param name="context">Where the rows come from.</param>
    /// <param name="columns">The declared columns.</param>
    /// <param name="row">The row.</param>
    /// <param name="last">The number of the row before it.</param>
    private static void CheckRow(OutlineContext context, IReadOnlyList<TableColumn> columns, Block row, ref int last)
    {
        var cells = context.Blocks.Text(row).Split('\t');
        foreach (var (cell, column) in cells.Zip(columns))
        {
            var printed = cell.Trim().TrimEnd('.', '．', '、');
            if (column.Role is ColumnRole.Seq && printed.Length is > 0 and < 4 && printed.All(char.IsDigit))
            {
                var number = LinePattern.NumberOf(printed);
                if (number != last + 1 && number != 1)
                    context.Report.Fault(
                        row.FirstLine,
                        cell,
                        $"number {Count(last + 1)} behind {Count(last)}: the rows of a table are numbered through"
                    );
                last = number;
            }

            if (column.Role is ColumnRole.Name && cells.Length == columns.Count && string.IsNullOrWhiteSpace(cell))
                context.Report.Fault(row.FirstLine, context.Blocks.Text(row), "a name in the column that layout.tables declares as one of names");
        }
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
