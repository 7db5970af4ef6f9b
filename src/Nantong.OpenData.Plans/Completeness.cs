using System.Globalization;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans;

/// <summary>Compares what was read with the counts that <c>plan.json</c> expects: a chapter lost at the end breaks no other rule.</summary>
internal static class Completeness
{
    /// <summary>Checks every count.</summary>
    /// <returns>Every count that differs, at the line where the counted part ends.</returns>
    public static IEnumerable<Unreadable> Check(Plan plan) => Counts(plan).OfType<Unreadable>();

    /// <summary>The counts in order; null for one that agrees.</summary>
    private static IEnumerable<Unreadable?> Counts(Plan plan)
    {
        var expect = plan.About.Expect;
        var counts = TextCounts.Of(plan.Nodes);
        yield return Differs(null, "chapters", counts.Sections.Count, expect.Sections.Count);
        foreach (var (chapter, found, sections) in plan.Nodes.Where(node => node.Type is NodeType.Chapter).Zip(counts.Sections, expect.Sections))
        {
            yield return Differs(chapter, $"sections in chapter {chapter.Number ?? chapter.Heading}", found, sections);
        }

        yield return Differs(null, "columns (专栏)", plan.Columns.Count, expect.Columns.Count);
        foreach (var (column, expected) in plan.Columns.Zip(expect.Columns))
        {
            var node = plan.Nodes.First(node => node.Id == column.Id);
            yield return column.Kind == expected.Kind
                ? null
                : At(node, $"专栏{column.Number} set as {column.Kind}", $"{expected.Kind}, as plan.json expects");
            yield return Differs(node, $"items in 专栏{column.Number}", column.Items.Count, expected.Items);
        }

        yield return Differs(null, "indicators", plan.Indicators.Count, expect.Indicators);
        yield return Differs(null, "sentences cut by a page break", counts.Joins, expect.Joins);
        yield return Differs(null, "body paragraphs", counts.Paragraphs, expect.Paragraphs);

        Unreadable? Differs(Node? place, string what, int found, int expected) =>
            found == expected ? null : At(place ?? plan.Nodes[^1], Count(found, what), $"{Count(expected, what)}, as plan.json expects");

        static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");

        static Unreadable At(Node place, string found, string rule) => SourceText.At(place.Source.Lines[^1], found, rule);
    }
}
