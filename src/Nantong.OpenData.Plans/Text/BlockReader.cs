using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Walks the blocks of a source one by one.</summary>
internal sealed class BlockReader(SourceText source, IReadOnlyList<Block> blocks, LineKinds kinds)
{
    private int at;

    /// <summary>The block that is read next; null at the end.</summary>
    public Block? Next => at < blocks.Count ? blocks[at] : null;

    /// <summary>Line that is read next, from 1; the last line at the end.</summary>
    public int Line => Next?.FirstLine ?? source.Lines.Count;

    /// <summary>Goes on to the next block.</summary>
    public void Advance() => at++;

    /// <summary>The characters of a block.</summary>
    public string Text(Block block) => source[block.Span].ToString();

    /// <summary>The lines of a block, each with its number.</summary>
    public IEnumerable<(int Line, string Text)> Lines(Block block)
    {
        for (var line = block.FirstLine; line <= block.LastLine; line++)
        {
            if (source[source.Lines[line - 1]].ToString() is var text && !string.IsNullOrWhiteSpace(text))
                yield return (line, text);
        }
    }

    /// <summary>The block as a heading or caption; null when it is none.</summary>
    public HeadingLine? Heading(Block block) => block.Joins == 0 ? kinds.Find(Text(block)) : null;

    /// <summary>True for a table row: cells parted by tabs.</summary>
    public bool IsRow(Block block) => Heading(block) is null && source[block.Span].Contains('\t');

    /// <summary>True for a block of body text; false for a heading, a caption, a row, and at the end.</summary>
    public bool IsBody(Block? block) => block is not null && Heading(block) is null && !IsRow(block);

    /// <summary>An error at a block.</summary>
    public Unreadable Error(Block block, string rule) => SourceText.At(block.FirstLine, source[block.Span], rule);

    /// <summary>An error at the block that is read next, or at the end.</summary>
    public Unreadable ErrorHere(string rule) => Next is { } block ? Error(block, rule) : SourceText.At(Line, "the end of the file", rule);
}
