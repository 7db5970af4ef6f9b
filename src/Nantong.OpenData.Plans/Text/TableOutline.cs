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

        var number = 0;
        while (blocks.Next is { } row && blocks.IsRow(row))
        {
            if (blocks.Text(row).Split('\t').Length != columns.Count)
                context.Report.Faults.Add(blocks.Error(row, $"{Count(columns.Count)} cells parted by tabs: {string.Join(", ", table.Columns)}"));
            else
                context.Drafts.Add(new Draft(string.Create(CultureInfo.InvariantCulture, $"{id}.r{++number}"), NodeType.TableRow, row.Span, id));
            if (table.Role is not TableRole.Indicators)
                CheckRow(context, columns, row, number);
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

    /// <summary>A row of another table than one of indicators: its numbers run through, and it has a name.</summary>
    private static void CheckRow(OutlineContext context, IReadOnlyList<TableColumn> columns, Block row, int number)
    {
        foreach (var (cell, column) in context.Blocks.Text(row).Split('\t').Zip(columns))
        {
            if (column.Role is ColumnRole.Seq && cell.Trim().TrimEnd('.', '．', '、') != Count(number))
                context.Report.Fault(row.FirstLine, cell, $"number {Count(number)}: the rows of a table are numbered through");
            if (column.Role is ColumnRole.Name && string.IsNullOrWhiteSpace(cell))
                context.Report.Fault(row.FirstLine, context.Blocks.Text(row), "a name in the column that layout.tables declares as one of names");
        }
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
