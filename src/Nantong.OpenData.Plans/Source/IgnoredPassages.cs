using System.Globalization;
using Nantong.OpenData.Plans.Layout;

namespace Nantong.OpenData.Plans.Source;

/// <summary>A line of the source that the layout leaves out of the text.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Text">The line.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record IgnoredLine(int Line, string Text, string Reason);

/// <summary>Finds the lines that the layout declares to be no part of the text.</summary>
internal static class IgnoredPassages
{
    /// <summary>The ignored lines in order. What is declared and not there is told.</summary>
    public static IReadOnlyList<IgnoredLine> Find(SourceText source, IReadOnlyList<IgnoredLines> declared, ReadingReport report)
    {
        List<IgnoredLine> found = [];
        var times = new int[declared.Count];
        var (open, opened) = (-1, 0);
        foreach (var (index, span) in source.Lines.Index())
        {
            var text = source[span].Trim().ToString();
            if (text.Length == 0)
                continue;
            var entry = open >= 0 ? open : Entry(text);
            if (entry < 0)
                continue;

            if (open < 0)
                (opened, times[entry]) = (index + 1, times[entry] + 1);
            found.Add(new(index + 1, text, declared[entry].Reason));
            open = declared[entry].Until is { } until && until.Trim() != text ? entry : -1;
        }

        if (open >= 0)
        {
            report.FaultInDescription(Path(open), declared[open].Until!, "a last line that the source has behind the first one");
            found.RemoveAll(line => line.Line > opened); // else all that follows would be gone, and every fault of it
        }

        foreach (var (at, entry) in declared.Index())
        {
            var expected = entry.Times ?? 1;
            if (times[at] != expected)
                report.FaultInDescription(
                    Path(at),
                    $"'{entry.Text}' {times[at]} times",
                    string.Create(CultureInfo.InvariantCulture, $"{expected} times in the source, on a line of its own")
                );
        }

        return found;

        int Entry(string text)
        {
            for (var at = 0; at < declared.Count; at++)
            {
                if (declared[at].Text.Trim() == text)
                    return at;
            }

            return -1;
        }

        static string Path(int at) => string.Create(CultureInfo.InvariantCulture, $"$.layout.ignore[{at}]");
    }
}
