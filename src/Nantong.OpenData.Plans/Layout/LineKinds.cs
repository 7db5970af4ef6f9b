using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>Tells what a line is by the declared layout: a heading, an annex, the caption of a box or table, or a line to be ignored.</summary>
internal sealed class LineKinds
{
    /// <summary>Longest heading or caption, in characters, where the level declares no other length.</summary>
    public const int LongestHeading = 40;

    private readonly List<(LineKind Kind, int Level, LinePattern Pattern, int Longest)> patterns = [];
    private readonly Dictionary<string, int> unnumbered = new(StringComparer.Ordinal);
    private readonly HashSet<(string Caption, int? Number)> tables;

    /// <summary>Takes a layout.</summary>
    public LineKinds(PlanLayout layout)
    {
        Layout = layout;
        tables =
        [
            .. (layout.Tables ?? []).Select(table => (table.Caption, table.N)).Except((layout.Boxes ?? []).Select(box => (box.Caption, box.N))),
        ];
        foreach (var (index, level) in layout.Levels.Index())
        {
            if (level.Pattern is { } pattern)
                patterns.Add((LineKind.Heading, index, new LinePattern(pattern), level.Longest ?? LongestHeading));
            foreach (var heading in level.Headings ?? [])
                unnumbered.TryAdd(heading, index);
        }

        Add(LineKind.Annex, layout.Annexes ?? []);
        Add(LineKind.Box, (layout.Boxes ?? []).Select(box => box.Caption));
        Add(LineKind.Table, (layout.Tables ?? []).Select(table => table.Caption));
    }

    /// <summary>The layout.</summary>
    public PlanLayout Layout { get; }

    /// <summary>Reads a line; null for body text.</summary>
    /// <remarks>A heading is short and holds no sentence; one may end with 。 all the same.</remarks>
    public HeadingLine? Find(string line)
    {
        if (unnumbered.TryGetValue(line.Trim(), out var listed))
            return new(LineKind.Heading, listed, null, null, line.Trim());
        if (line.TrimEnd('。').Contains('。', StringComparison.Ordinal))
            return null;
        foreach (var (kind, level, pattern, longest) in patterns)
        {
            if (line.Length > longest || pattern.Match(line) is not var (printed, number, title))
                continue;
            var isTable = kind is LineKind.Box && tables.Contains((pattern.Pattern, number)); // a table may be captioned like a box (专栏1)
            return new(isTable ? LineKind.Table : kind, level, printed, number, title);
        }

        return null;
    }

    private void Add(LineKind kind, IEnumerable<string> declared)
    {
        foreach (var pattern in declared.Distinct(StringComparer.Ordinal))
            patterns.Add((kind, 0, new LinePattern(pattern), LongestHeading));
    }
}
