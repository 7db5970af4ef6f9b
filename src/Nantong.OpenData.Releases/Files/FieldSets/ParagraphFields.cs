using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Releases.Files.FieldSets;

/// <summary>The columns of dataset <c>paragraphs</c>.</summary>
internal static class ParagraphFields
{
    public static IReadOnlyList<Field<Node>> All { get; } =
    [
        new Field<Node>("id", "编号", "Id of the node", row => row.Id).Key(),
        new("eid", "AKN 编号", "Akoma Ntoso element id", row => row.Eid),
        new("order", "顺序", "Position in the reading order, from 1", row => (int?)row.Order),
        new("parent", "所在节", "Id of the section or chapter that holds it", row => row.Parent),
        new("lead", "段首句", "Opening sentence that serves as a run-in heading", row => row.Lead),
        new("text", "正文", "Text with page breaks joined and applied errata replaced", row => row.Text),
        new("source_char_start", "原文起点", "First character in the source, from 0", row => (int?)row.Source.CharStart),
        new("source_char_end", "原文终点", "One past the last character in the source", row => (int?)row.Source.CharEnd),
        new("source_lines", "原文行", "First and last line in the source, from 1", row => AnchorFields.Lines(row.Source.Lines)),
        new("sha256", "正文 SHA-256", "SHA-256 of the text in UTF-8", row => row.Sha256),
    ];
}
