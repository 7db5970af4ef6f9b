using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Where a column (专栏) ends and what its items are. No mark closes a column, so the form of its first block decides.</summary>
/// <remarks>
/// A row: the column is a table and ends with its last row. A paragraph that opens with the name of a project (…工程。): so does each item, and the
/// first paragraph that does not belongs to the section again. Anything else: one paragraph of prose. Checked against the counts in <c>plan.json</c>.
/// </remarks>
internal static partial class ColumnOutline
{
    /// <summary>Reads one column.</summary>
    /// <returns>Null, or the place that breaks a rule.</returns>
    public static Unreadable? Read(SourceText source, BlockReader blocks, HeadingLine heading, string holder, List<Draft> drafts)
    {
        var title = blocks.Next!;
        var id = $"col{heading.Number}";
        var column = new Draft(id, NodeType.Column, title.Span, holder)
        {
            Number = heading.Printed,
            Heading = heading.Title,
            TextSpan = title.Span with { End = title.Span.Start + blocks.Text(title).TrimEnd().Length },
        };
        blocks.Advance();

        if (blocks.Next is not { } first || blocks.Heading(first) is not null) return blocks.ErrorHere($"the text of {heading.Printed}");
        if (blocks.IsRow(first)) return ReadTable(source, blocks, column with { Span = new(title.Span.Start, first.Span.End) }, drafts);

        drafts.Add(column);
        var number = 0;
        do
        {
            var item = blocks.Next!;
            var project = Project().Match(blocks.Text(item));
            drafts.Add(new Draft($"{id}.i{++number}", NodeType.ColumnItem, item.Span, id) { Heading = project.Success ? project.Groups[1].Value : null });
            blocks.Advance();
            if (!project.Success) break;
        }
        while (blocks.Next is { } next && Project().IsMatch(blocks.Text(next)));

        return null;
    }

    private static Unreadable? ReadTable(SourceText source, BlockReader blocks, Draft column, List<Draft> drafts)
    {
        drafts.Add(column);
        blocks.Advance();
        var number = 0;
        while (blocks.Next is { } row && blocks.IsRow(row))
        {
            var text = blocks.Text(row);
            if (text.Split('\t') is not [{ Length: > 0 } scene, { Length: > 0 }]) return blocks.Error(row, "2 cells parted by a tab");
            drafts.Add(new Draft($"{column.Id}.i{++number}", NodeType.ColumnItem, row.Span, column.Id)
            {
                Heading = scene,
                TextSpan = new SourceSpan(row.Span.Start + scene.Length + 1, row.Span.End),
            });
            blocks.Advance();
        }

        return number > 0 ? null : SourceText.At(source.LineOf(column.Span.Start), column.Heading, "rows below the column heads");
    }

    [GeneratedRegex("^([^。，；：\\t\\n]{2,24}工程)。.", RegexOptions.CultureInvariant)]
    private static partial Regex Project();
}
