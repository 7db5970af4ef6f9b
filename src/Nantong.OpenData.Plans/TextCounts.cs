using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans;

/// <summary>How much text was read: what <c>expect</c> in <c>plan.json</c> is compared with, what <c>opendata check</c> shows and <c>opendata new</c>
/// proposes.</summary>
/// <param name="Sections">The sections of each chapter, in printed order.</param>
/// <param name="Paragraphs">The body paragraphs.</param>
/// <param name="Joins">The sentences that a page break cuts; those of the preamble, which has no pages of its own, apart.</param>
public sealed record TextCounts(IReadOnlyList<int> Sections, int Paragraphs, int Joins)
{
    /// <summary>The counts of some nodes.</summary>
    public static TextCounts Of(IReadOnlyList<Node> nodes) =>
        new(
            [
                .. nodes
                    .Where(node => node.Type is NodeType.Chapter)
                    .Select(chapter => nodes.Count(node => node.Type is NodeType.Section && node.Parent == chapter.Id)),
            ],
            nodes.Count(node => node.Type is NodeType.Paragraph),
            nodes.Where(node => node.Type is not NodeType.Preamble).Sum(node => node.Source.Joins.Count)
        );
}
