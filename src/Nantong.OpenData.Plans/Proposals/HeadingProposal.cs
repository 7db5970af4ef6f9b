using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>Guesses by which patterns the headings of a source are numbered.</summary>
internal static class HeadingProposal
{
    private static readonly string[] Known = ["第{zh}篇", "第{zh}编", "第{zh}章", "第{zh}节", "{zh}、", "（{zh}）", "{n}．", "{n}.", "（{n}）"];
    private static readonly string[] Annexes = ["附件{n}：", "附件{zh}：", "附件{n} ", "附件{zh} ", "附录{n} ", "附录{zh} "];

    /// <summary>The patterns in the order in which they first appear: what comes first stands above. True with one whose numbers run through the
    /// plan.</summary>
    /// <param name="lines">The lines of the source behind the plan's title.</param>
    public static IReadOnlyList<(string Pattern, bool Through)> PatternsOf(IReadOnlyList<string> lines)
    {
        List<(string Pattern, int First, bool Once)> found = [];
        foreach (var pattern in Known)
        {
            var line = new LinePattern(pattern);
            var hits = lines.Index().Where(entry => IsHeading(entry.Item) && line.Match(entry.Item) is { Number: not null }).ToList();
            var numbers = hits.ConvertAll(hit => line.Match(hit.Item)!.Value.Number!.Value);
            if (hits.Count > 0 && numbers[0] == 1 && !IsList(lines, hits[0].Index, line))
                found.Add((pattern, hits[0].Index, numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) && numbers.Count > 2));
        }

        return [.. found.OrderBy(entry => entry.First).Select((entry, level) => (entry.Pattern, level > 0 && entry.Once))];
    }

    /// <summary>The patterns of the headings of annexes.</summary>
    public static IReadOnlyList<string> AnnexesOf(IReadOnlyList<string> lines) =>
        [.. Annexes.Where(pattern => lines.Any(line => IsHeading(line) && new LinePattern(pattern).Match(line) is not null)).Take(1)];

    private static bool IsHeading(string line) =>
        line.Length <= LineKinds.LongestHeading
        && !PageBreaks.EndsSentence(line)
        && !line.Contains('，', StringComparison.Ordinal)
        && !line.Contains('\t', StringComparison.Ordinal);

    /// <summary>Lines one behind the other are the items of a list, not headings.</summary>
    private static bool IsList(IReadOnlyList<string> lines, int at, LinePattern pattern) =>
        at + 1 < lines.Count && pattern.Match(lines[at + 1]) is { Number: 2 };
}
