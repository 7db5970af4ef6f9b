using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Lines to tree: chapters, sections, paragraphs, the boxed columns and the table, in reading order, each with its id.</summary>
/// <remarks>The number that a heading prints must be the next one. A place that breaks a rule ends the reading and is named.</remarks>
internal sealed class Outline
{
    private readonly SourceText source;
    private readonly BlockReader blocks;
    private readonly List<Draft> drafts;
    private string? chapter;
    private string? section;
    private int chapters, sections, paragraphs, columns, tables;

    private Outline(SourceText source, BlockReader blocks, List<Draft> drafts) => (this.source, this.blocks, this.drafts) = (source, blocks, drafts);

    private string Holder => section ?? chapter ?? Preamble.Id;

    /// <summary>Reads the body, from the preamble on.</summary>
    /// <param name="source">The source.</param>
    /// <param name="blocks">Its blocks, standing at the plan's title.</param>
    /// <param name="drafts">Takes the nodes.</param>
    /// <returns>Null, or the first place that breaks a rule.</returns>
    public static Unreadable? Read(SourceText source, BlockReader blocks, List<Draft> drafts)
    {
        Preamble.Begin(blocks, drafts);
        var outline = new Outline(source, blocks, drafts);
        while (blocks.Next is { } block)
        {
            if (outline.Take(block) is { } error) return error;
        }

        return null;
    }

    private Unreadable? Take(Block block) => blocks.Heading(block) switch
    {
        { Level: NodeType.Chapter } heading => BeginChapter(block, heading),
        { Level: NodeType.Section } heading => BeginSection(block, heading),
        { Level: NodeType.Column } heading => ReadColumn(block, heading),
        { Level: NodeType.Table } heading => ReadTable(block, heading),
        _ => ReadParagraph(block),
    };

    private Unreadable? BeginChapter(Block block, HeadingLine heading)
    {
        if (heading.Number != ++chapters) return blocks.Error(block, $"chapter {Headings.ToChinese(chapters)}、 here");
        (chapter, section, sections, paragraphs) = ($"ch{chapters}", null, 0, 0);
        return Add(chapter, null, block, heading);
    }

    private Unreadable? BeginSection(Block block, HeadingLine heading)
    {
        if (chapter is null) return blocks.Error(block, "a chapter before the first section");
        if (heading.Number != ++sections)
            return blocks.Error(block, $"section （{Headings.ToChinese(sections)}） of chapter {Headings.ToChinese(chapters)}, or chapter {Headings.ToChinese(chapters + 1)}、 before it");
        (section, paragraphs) = ($"{chapter}.s{sections}", 0);
        return Add(section, chapter, block, heading);
    }

    private Unreadable? ReadParagraph(Block block)
    {
        if (blocks.IsRow(block)) return blocks.Error(block, "table rows only inside a table or a column");
        drafts.Add(new Draft($"{Holder}.p{++paragraphs}", NodeType.Paragraph, block.Span, Holder));
        blocks.Advance();
        return null;
    }

    private Unreadable? ReadColumn(Block block, HeadingLine heading)
    {
        if (heading.Number != ++columns) return blocks.Error(block, $"专栏{columns} here");
        return ColumnOutline.Read(source, blocks, heading, Holder, drafts);
    }

    private Unreadable? ReadTable(Block block, HeadingLine heading)
    {
        if (heading.Number != ++tables) return blocks.Error(block, $"表{tables} here");
        return TableOutline.Read(blocks, heading, Holder, drafts);
    }

    private Unreadable? Add(string id, string? parent, Block block, HeadingLine heading)
    {
        drafts.Add(new Draft(id, heading.Level, block.Span, parent) { Number = heading.Printed, Heading = heading.Title });
        blocks.Advance();
        return null;
    }
}
