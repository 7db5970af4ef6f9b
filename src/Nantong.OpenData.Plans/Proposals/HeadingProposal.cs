using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>Guesses by which patterns the headings of a source are numbered.</summary>
internal static class HeadingProposal
{
    private static readonly string[] Known = ["第{zh}篇", "第{zh}编", "第{zh}章", "第{zh}节", "{zh}、", "（{zh}）", "{n}．", "{n}.", "（{n}）"];

    /// <summary>The patterns in the order in which they first appear: what comes first stands above.</summary>
    /// <param name="lines">The lines of the source behind the plan's title.</param>
    public static IReadOnlyList<string> PatternsOf(IReadOnlyList<string> lines)
    {
        List<(string Pattern, int First)> found = [];
        foreach (var pattern in Known)
        {
            var line = new LinePattern(pattern);
            var hits = lines.Index().Where(entry => IsHeading(entry.Item) && line.Match(entry.Item) is { Number: not null }).ToList();
            if (hits.Count > 0 && line.Match(hits[0].Item) is { Number: 1 } && !IsList(lines, hits[0].Index, line)) found.Add((pattern, hits[0].Index));
        }

        return [.. found.OrderBy(entry => entry.First).Select(entry => entry.Pattern)];
    }

    private static bool IsHeading(string line) => line.Length <= LineKinds.LongestHeading && !PageBreaks.EndsSentence(line)
        && !line.Contains('，', StringComparison.Ordinal) && !line.Contains('\t', StringComparison.Ordinal);

    /// <summary>Lines one behind the other are the items of a list, not headings.</summary>
    private static bool IsList(IReadOnlyList<string> lines, int at, LinePattern pattern) =>
        at + 1 < lines.Count && pattern.Match(lines[at + 1]) is { Number: 2 };
}
