using System.Globalization;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Lines to tree: the declared levels of headings, paragraphs, the boxes and the tables, in reading order, each with its id.</summary>
/// <remarks>The number that a heading prints must be the next one. A place that breaks a rule is told, and the reading goes on behind it.</remarks>
internal sealed class Outline
{
    private readonly OutlineContext context;
    private readonly BlockReader blocks;
    private readonly IReadOnlyList<LevelLayout> levels;
    private readonly string?[] open;
    private readonly string?[] printed;
    private readonly int[] positions;
    private readonly int[] numbers;
    private int paragraphs,
        annexes,
        boxes,
        tables;

    private Outline(OutlineContext context)
    {
        (this.context, blocks, levels) = (context, context.Blocks, context.Layout.Levels);
        (open, printed, positions, numbers) = (new string?[levels.Count], new string?[levels.Count], new int[levels.Count], new int[levels.Count]);
    }

    private string Holder => open.LastOrDefault(id => id is not null) ?? Preamble.Id;

    /// <summary>Reads the body, from the preamble on; the blocks stand at the plan's title.</summary>
    public static void Read(OutlineContext context)
    {
        Preamble.Begin(context.Blocks, context.About.Title.Zh, context.Drafts);
        var outline = new Outline(context);
        while (context.Blocks.Next is { } block)
            outline.Take(block);
        outline.TellWhatIsMissing();
    }

    private void Take(Block block)
    {
        switch (blocks.Heading(block))
        {
            case { Kind: LineKind.Heading } heading:
                Begin(block, heading);
                break;
            case { Kind: LineKind.Annex } heading:
                BeginAnnex(block, heading);
                break;
            case { Kind: LineKind.Box } heading:
                ReadBox(block, heading);
                break;
            case { Kind: LineKind.Table } heading:
                ReadTable(block, heading);
                break;
            default:
                ReadParagraph(block);
                break;
        }
    }

    private void Begin(Block block, HeadingLine heading)
    {
        var level = heading.Level;
        if (level > 0 && open[0] is null)
        {
            context.Report.Fault(block.FirstLine, blocks.Text(block), $"a {NameOf(0)} before the first {NameOf(level)}");
            blocks.Advance();
            return;
        }

        if (level == 0 && annexes > 0)
            context.Report.Fault(block.FirstLine, blocks.Text(block), $"no {NameOf(0)} behind an annex: annexes stand at the end");
        Close(level);
        var parent = open.Take(level).LastOrDefault(id => id is not null);
        positions[level]++;
        numbers[level]++;
        if (heading.Number is { } number && number != numbers[level])
        {
            context.Report.Fault(block.FirstLine, blocks.Text(block), RuleOf(level));
            numbers[level] = number;
        }

        var own = string.Create(CultureInfo.InvariantCulture, $"{levels[level].Id}{positions[level]}");
        (open[level], printed[level], paragraphs) = (parent is null ? own : $"{parent}.{own}", heading.Printed ?? heading.Title, 0);
        Add(open[level]!, level == 0 ? NodeType.Chapter : NodeType.Section, parent, block, heading);
    }

    private void BeginAnnex(Block block, HeadingLine heading)
    {
        Close(0);
        annexes++;
        if (heading.Number is { } number && number != annexes)
            context.Report.Fault(block.FirstLine, blocks.Text(block), string.Create(CultureInfo.InvariantCulture, $"annex {annexes} here"));
        (open[0], printed[0], paragraphs) = (string.Create(CultureInfo.InvariantCulture, $"annex{annexes}"), heading.Printed, 0);
        Add(open[0]!, NodeType.Chapter, null, block, heading);
    }

    /// <summary>Closes a level and those below it; their numbers begin again unless they run through.</summary>
    private void Close(int level)
    {
        for (var at = level; at < levels.Count; at++)
        {
            open[at] = null;
            if (at == level)
                continue;
            positions[at] = 0;
            if (!levels[at].Through)
                numbers[at] = 0;
        }
    }

    private string RuleOf(int level)
    {
        var expected = new LinePattern(levels[level].Pattern!).With(numbers[level]);
        if (level == 0)
            return $"{NameOf(0)} {expected} here";
        var above = Enumerable.Range(0, level).Last(at => open[at] is not null);
        var next = levels[above].Pattern is { } pattern ? $", or {NameOf(above)} {new LinePattern(pattern).With(numbers[above] + 1)} before it" : "";
        return $"{NameOf(level)} {expected} of {NameOf(above)} {printed[above]}{next}";
    }

    private void ReadParagraph(Block block)
    {
        if (blocks.IsRow(block))
        {
            context.Report.Fault(block.FirstLine, blocks.Text(block), "table rows only inside a table or a column");
        }
        else
        {
            Suspect(block);
            var holder = Holder;
            context.Drafts.Add(
                new Draft(string.Create(CultureInfo.InvariantCulture, $"{holder}.p{++paragraphs}"), NodeType.Paragraph, block.Span, holder)
            );
        }

        blocks.Advance();
    }

    /// <summary>Tells a line that is set like a heading and declared as none: it would be read as text, or as half of a sentence.</summary>
    private void Suspect(Block block)
    {
        foreach (var (line, text) in blocks.Lines(block))
        {
            if (LineShapes.IsLikeHeading(text) && !PageBreaks.EndsSentence(text))
                context.Report.Fault(
                    line,
                    text,
                    "body text: a heading, caption or list line of this form is declared in plan.json at $.layout, or left out at $.layout.ignore"
                );
            else if (line < block.LastLine && LineShapes.IsUnmarked(text))
                context.Report.Fault(
                    line,
                    text,
                    "half of a sentence that a page break cuts: a line without any mark is declared as a heading in plan.json at "
                        + "$.layout.levels, or left out at $.layout.ignore"
                );
            else if (line == block.LastLine && !PageBreaks.EndsSentence(text))
                context.Report.Warn(line, text, "a paragraph that ends with 。！？；：");
        }
    }

    private void ReadBox(Block block, HeadingLine heading)
    {
        var declared = context.Layout.Boxes ?? [];
        if (boxes >= declared.Count)
        {
            context.Report.Fault(
                block.FirstLine,
                blocks.Text(block),
                string.Create(CultureInfo.InvariantCulture, $"{boxes} boxes, as layout.boxes in plan.json declares")
            );
            boxes++;
            blocks.Advance();
            return;
        }

        var box = declared[boxes++];
        if (heading.Number != box.N)
            context.Report.Fault(block.FirstLine, blocks.Text(block), $"{CaptionOf(box.Caption, box.N)} here");
        BoxOutline.Read(context, box, boxes, heading, Holder);
    }

    private void ReadTable(Block block, HeadingLine heading)
    {
        var declared = context.Layout.Tables ?? [];
        if (tables >= declared.Count)
        {
            context.Report.Fault(
                block.FirstLine,
                blocks.Text(block),
                string.Create(CultureInfo.InvariantCulture, $"{tables} tables, as layout.tables in plan.json declares")
            );
            tables++;
            blocks.Advance();
            return;
        }

        var table = declared[tables++];
        if (heading.Number != table.N)
            context.Report.Fault(block.FirstLine, blocks.Text(block), $"{CaptionOf(table.Caption, table.N)} here");
        TableOutline.Read(context, table, tables, heading, Holder);
    }

    private void TellWhatIsMissing()
    {
        foreach (var (at, level) in levels.Index())
        {
            foreach (var (index, heading) in (level.Headings ?? []).Index())
            {
                if (!context.Drafts.Exists(draft => draft.Type is NodeType.Chapter or NodeType.Section && draft.Heading == heading))
                    context.Report.FaultInDescription(
                        string.Create(CultureInfo.InvariantCulture, $"$.layout.levels[{at}].headings[{index}]"),
                        heading,
                        "a line of the source that stands alone"
                    );
            }
        }

        foreach (var (at, level) in levels.Index().Where(level => level.Item.Headings is not null))
        {
            var read = context
                .Drafts.Where(draft => draft.Type is NodeType.Chapter or NodeType.Section && level.Headings!.Contains(draft.Heading!))
                .Select(draft => draft.Heading!)
                .Distinct(StringComparer.Ordinal)
                .ToList();
            if (read.Zip(level.Headings!.Where(read.Contains)).FirstOrDefault(pair => pair.First != pair.Second) is ({ } found, { } expected))
                context.Report.FaultInDescription(
                    string.Create(CultureInfo.InvariantCulture, $"$.layout.levels[{at}].headings"),
                    expected,
                    $"the headings in the order of the source, which has {found} first"
                );
        }

        var declared = context.Layout.Tables?.Count ?? 0;
        if (tables < declared)
        {
            context.Report.FaultInDescription(
                string.Create(CultureInfo.InvariantCulture, $"$.layout.tables[{tables}]"),
                string.Create(CultureInfo.InvariantCulture, $"{tables} captions of tables"),
                string.Create(CultureInfo.InvariantCulture, $"{declared} in the source, as many as are declared")
            );
        }
    }

    private void Add(string id, NodeType type, string? parent, Block block, HeadingLine heading)
    {
        context.Drafts.Add(new Draft(id, type, block.Span, parent) { Number = heading.Printed, Heading = heading.Title });
        blocks.Advance();
    }

    private static string NameOf(int level) =>
        level switch
        {
            0 => "chapter",
            1 => "section",
            _ => "heading",
        };

    private static string CaptionOf(string pattern, int? number) => new LinePattern(pattern).With(number ?? 0).TrimEnd('：', ':');
}
