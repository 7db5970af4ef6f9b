using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>The indicator table: caption, column heads, rows, and the note under it.</summary>
internal static class TableOutline
{
    private const int Cells = 4;

    /// <summary>Reads one table.</summary>
    /// <returns>Null, or the place that breaks a rule.</returns>
    public static Unreadable? Read(BlockReader blocks, HeadingLine heading, string holder, List<Draft> drafts)
    {
        var caption = blocks.Next!;
        var id = $"table{heading.Number}";
        blocks.Advance();

        if (blocks.Next is not { } heads || !blocks.IsRow(heads)) return blocks.ErrorHere($"the column heads of {heading.Printed}");
        if (CellsOf(heads) != Cells) return blocks.Error(heads, $"{Cells} column heads parted by tabs");
        drafts.Add(new Draft(id, NodeType.Table, new(caption.Span.Start, heads.Span.End), holder)
        {
            Number = heading.Printed,
            Heading = heading.Title,
            TextSpan = caption.Span,
        });
        blocks.Advance();

        var number = 0;
        while (blocks.Next is { } row && blocks.IsRow(row))
        {
            if (CellsOf(row) != Cells) return blocks.Error(row, $"{Cells} cells parted by tabs: category, name, baseline, target");
            drafts.Add(new Draft($"{id}.r{++number}", NodeType.TableRow, row.Span, id));
            blocks.Advance();
        }

        if (blocks.Next is { } note && blocks.Text(note).StartsWith("注：", StringComparison.Ordinal))
        {
            drafts.Add(new Draft($"{id}.note", NodeType.TableNote, note.Span, id));
            blocks.Advance();
        }

        return number > 0 ? null : blocks.ErrorHere($"the rows of {heading.Printed}");

        int CellsOf(Block block) => blocks.Text(block).Split('\t').Length;
    }
}
