using System.Globalization;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>The items of a box (专栏) and where it ends. No mark closes a box: the declared form, number of items or last words tell.</summary>
internal sealed class BoxOutline
{
    private readonly OutlineContext context;
    private readonly BlockReader blocks;
    private readonly BoxLayout box;
    private readonly string id;
    private int number;

    private BoxOutline(OutlineContext context, BoxLayout box, string id) =>
        (this.context, blocks, this.box, this.id) = (context, context.Blocks, box, id);

    /// <summary>Reads one box; the blocks stand at its caption.</summary>
    public static void Read(OutlineContext context, BoxLayout box, int position, HeadingLine heading, string holder)
    {
        var blocks = context.Blocks;
        var title = blocks.Next!;
        var reader = new BoxOutline(context, box, string.Create(CultureInfo.InvariantCulture, $"col{position}"));
        var column = new Draft(reader.id, NodeType.Column, title.Span, holder)
        {
            Number = heading.Printed,
            Heading = heading.Title,
            TextSpan = title.Span with { End = title.Span.Start + blocks.Text(title).TrimEnd().Length },
        };
        blocks.Advance();

        if (blocks.Next is not { } first || blocks.Heading(first) is not null)
        {
            context.Report.Faults.Add(blocks.ErrorHere($"the text of {heading.Printed}"));
            context.Drafts.Add(column);
        }
        else if (box.Layout is BoxForm.Table)
        {
            reader.ReadTable(column, first);
        }
        else
        {
            context.Drafts.Add(column);
            reader.ReadItems(heading.Printed!);
        }
    }

    private void ReadItems(string printed)
    {
        var pattern =
            box.Layout is BoxForm.Items ? new ItemPattern(box.Item ?? ItemPattern.Default)
            : box is { Layout: BoxForm.List, Item: { } item } ? new ItemPattern(item)
            : null;
        var (ended, last) = (false, 0);
        for (; !ended && blocks.Next is { } block && blocks.IsBody(block) && number != box.Items; blocks.Advance())
        {
            var text = blocks.Text(block);
            ended = box.Ends is { } ends && text.Contains(ends, StringComparison.Ordinal);
            if (box.Layout is BoxForm.Headed && BoxLines.IsHead(text) && block.Joins == 0)
            {
                ended |= !ReadHeaded(block, text);
                continue;
            }

            var opens = pattern?.Opens(text) ?? true;
            if (!opens && box is { Ends: null, Items: null })
            {
                if (number > 0)
                    break;
                context.Report.Fault(
                    block.FirstLine,
                    text,
                    $"the first item of {printed}, which opens as layout.boxes declares: {box.Item ?? ItemPattern.Default}"
                );
            }

            if (pattern?.NumberOf(text) is { } own)
            {
                if (own != last + 1 && own != 1)
                    context.Report.Fault(
                        block.FirstLine,
                        text,
                        string.Create(CultureInfo.InvariantCulture, $"number {last + 1} behind {last}: the items of {printed} are numbered")
                    );
                last = own;
            }

            if (box.Layout is BoxForm.Headed)
                context.Report.Fault(block.FirstLine, text, $"a heading before this paragraph of {printed}, as layout.boxes declares");
            Add(block.Span, block.Span, pattern?.HeadingOf(text));
            if (box is { Layout: BoxForm.Prose, Ends: null, Items: null })
                ended = true;
        }

        if (box.Ends is { } words && !ended)
            context.Report.Faults.Add(blocks.ErrorHere($"the last line of {printed}, with the words that layout.boxes declares: {words}"));
        if (box.Items is { } expected && number != expected)
            context.Report.Faults.Add(
                blocks.ErrorHere(string.Create(CultureInfo.InvariantCulture, $"item {number + 1} of {printed}: layout.boxes declares {expected}"))
            );
    }

    /// <summary>Reads a heading inside a box with the paragraph below it.</summary>
    /// <returns>False when that paragraph is the declared last one.</returns>
    private bool ReadHeaded(Block head, string heading)
    {
        blocks.Advance();
        if (!blocks.IsBody(blocks.Next))
        {
            context.Report.Fault(head.FirstLine, heading, "a paragraph below this heading inside a box");
            Add(head.Span, head.Span, null);
            return false;
        }

        var text = blocks.Next!;
        Add(new SourceSpan(head.Span.Start, text.Span.End), text.Span, heading.Trim());
        return box.Ends is not { } ends || !blocks.Text(text).Contains(ends, StringComparison.Ordinal);
    }

    private void ReadTable(Draft column, Block heads)
    {
        var cells = box.Columns ?? 2;
        if (!blocks.IsRow(heads) || blocks.Text(heads).Split('\t').Length != cells)
            context.Report.Faults.Add(blocks.Error(heads, string.Create(CultureInfo.InvariantCulture, $"{cells} column heads parted by tabs")));
        context.Drafts.Add(column with { Span = new(column.Span.Start, heads.Span.End) });
        blocks.Advance();
        while (blocks.Next is { } row && blocks.IsRow(row))
        {
            var text = blocks.Text(row);
            var parts = text.Split('\t');
            if (parts.Length != cells || parts.All(string.IsNullOrWhiteSpace))
                context.Report.Faults.Add(blocks.Error(row, string.Create(CultureInfo.InvariantCulture, $"{cells} cells parted by tabs")));
            else if (cells == 2 && parts.Any(part => part.Length == 0))
                context.Report.Faults.Add(blocks.Error(row, "2 cells parted by a tab"));
            Add(
                row.Span,
                cells == 2 ? new SourceSpan(row.Span.Start + parts[0].Length + 1, row.Span.End) : row.Span,
                parts[0].Length > 0 ? parts[0] : null
            );
            blocks.Advance();
        }

        if (number == 0)
            context.Report.Faults.Add(SourceText.At(context.Source.LineOf(column.Span.Start), column.Heading, "rows below the column heads"));
    }

    private void Add(SourceSpan span, SourceSpan text, string? heading) =>
        context.Drafts.Add(
            new Draft(string.Create(CultureInfo.InvariantCulture, $"{id}.i{++number}"), NodeType.ColumnItem, span, id)
            {
                Heading = heading,
                TextSpan = text,
            }
        );
}
