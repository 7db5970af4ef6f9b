using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Follows the boxes line by line: the lines of a list, and the headings inside a box, are whole without a stop at their end.</summary>
/// <param name="boxes">The boxes in reading order.</param>
internal sealed class BoxLines(IReadOnlyList<BoxLayout> boxes)
{
    private int next;
    private int seen;
    private BoxLayout? box;
    private ItemPattern? item;

    /// <summary>True for a line that no sentence runs into or out of.</summary>
    /// <param name="line">The line.</param>
    /// <param name="heading">The line as a heading or caption; null for any other.</param>
    public bool StandsAlone(string line, HeadingLine? heading)
    {
        if (heading is not null)
        {
            (box, seen) = (heading.Kind is LineKind.Box && next < boxes.Count ? boxes[next++] : null, 0);
            item = box is { Layout: BoxForm.List, Item: { } pattern } ? new ItemPattern(pattern) : null;
            return true;
        }

        if (box is null)
            return false;
        var (current, alone) = (box, false);
        switch (current.Layout)
        {
            case BoxForm.List:
                alone = item?.Opens(line) ?? true;
                if (!alone && current is { Ends: null, Items: null })
                    box = null;
                seen++;
                break;
            case BoxForm.Headed:
                alone = IsHead(line);
                if (!alone && PageBreaks.EndsSentence(line))
                    seen++;
                break;
            default:
                return false;
        }

        if (seen == current.Items || (current.Ends is { } ends && line.Contains(ends, StringComparison.Ordinal)))
            box = null;
        return alone;
    }

    /// <summary>True for a line that heads the paragraph below it inside a box.</summary>
    public static bool IsHead(string line) =>
        !PageBreaks.EndsSentence(line) && line.Length <= LineKinds.LongestHeading && line.AsSpan().IndexOfAny("，。；") < 0;
}
