namespace Nantong.OpenData.Releases.Changes;

/// <summary>A longest common subsequence of two lists, in bounded time and memory.</summary>
/// <remarks>
/// Equal ends are taken first, then entries that stand once in each list (patience), then the gaps between them by the usual table.
/// A gap whose table would be larger than <see cref="LargestTable"/> keeps its equal ends alone: the answer is then common, but perhaps not the
/// longest.
/// </remarks>
internal static class CommonSubsequence
{
    /// <summary>Cells of the largest table that is made: 8 MB.</summary>
    public const int LargestTable = 4_000_000;

    /// <summary>Positions of equal entries, rising in both lists.</summary>
    public static List<(int From, int To)> Of(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        List<(int From, int To)> common = [];
        var (start, end) = Ends(from, to);
        for (var at = 0; at < start; at++)
            common.Add((at, at));

        var (i, j) = (start, start);
        foreach (var (nextFrom, nextTo) in Anchors(from[start..^end], to[start..^end]).Append((from.Length - end - start, to.Length - end - start)))
        {
            Gap(from[i..(start + nextFrom)], to[j..(start + nextTo)], i, j, common);
            (i, j) = (start + nextFrom, start + nextTo);
        }

        for (var at = end; at > 0; at--)
            common.Add((from.Length - at, to.Length - at));
        return common;
    }

    private static (int Start, int End) Ends(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var start = from.CommonPrefixLength(to);
        var end = 0;
        while (end < Math.Min(from.Length, to.Length) - start && from[^(end + 1)] == to[^(end + 1)])
            end++;
        return (start, end);
    }

    /// <summary>Entries that stand once in each list: the longest run of them that rises in both.</summary>
    private static List<(int From, int To)> Anchors(ReadOnlySpan<int> from, ReadOnlySpan<int> to)
    {
        var (inFrom, inTo) = (Once(from), Once(to));
        List<(int From, int To)> unique =
        [
            .. inFrom
                .Where(entry => entry.Value >= 0 && inTo.GetValueOrDefault(entry.Key, -1) >= 0)
                .Select(entry => (From: entry.Value, To: inTo[entry.Key]))
                .OrderBy(pair => pair.From),
        ];

        var before = new int[unique.Count];
        List<int> tails = []; // for each length the pair that ends the rising run with the smallest position in the second list
        for (var at = 0; at < unique.Count; at++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (unique[tails[middle]].To < unique[at].To)
                    low = middle + 1;
                else
                    high = middle;
            }

            before[at] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(at);
            else
                tails[low] = at;
        }

        List<(int From, int To)> anchors = [];
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = before[at])
            anchors.Add(unique[at]);
        anchors.Reverse();
        return anchors;
    }

    private static Dictionary<int, int> Once(ReadOnlySpan<int> entries)
    {
        Dictionary<int, int> positions = [];
        for (var at = 0; at < entries.Length; at++)
        {
            if (!positions.TryAdd(entries[at], at))
                positions[entries[at]] = -1;
        }

        return positions;
    }

    private static void Gap(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int fromAt, int toAt, List<(int From, int To)> common)
    {
        var (start, end) = Ends(from, to);
        for (var at = 0; at < start; at++)
            common.Add((fromAt + at, toAt + at));
        var (n, m) = (from.Length - start - end, to.Length - start - end);
        if (n > 0 && m > 0 && (long)(n + 1) * (m + 1) <= LargestTable)
            Table(from[start..^end], to[start..^end], fromAt + start, toAt + start, common);
        for (var at = end; at > 0; at--)
            common.Add((fromAt + from.Length - at, toAt + to.Length - at));
    }

    private static void Table(ReadOnlySpan<int> from, ReadOnlySpan<int> to, int fromAt, int toAt, List<(int From, int To)> common)
    {
        var longest = new ushort[from.Length + 1, to.Length + 1]; // the shorter side is below 2,000, so that lengths fit
        for (var i = from.Length - 1; i >= 0; i--)
        {
            for (var j = to.Length - 1; j >= 0; j--)
                longest[i, j] = from[i] == to[j] ? (ushort)(longest[i + 1, j + 1] + 1) : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        for (var (i, j) = (0, 0); i < from.Length && j < to.Length; )
        {
            if (from[i] == to[j])
                common.Add((fromAt + i++, toAt + j++));
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }
    }
}
