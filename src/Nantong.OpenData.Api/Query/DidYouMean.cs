namespace Nantong.OpenData.Api.Query;

/// <summary>Finds what a mistyped word was meant to be.</summary>
internal static class DidYouMean
{
    private const int Most = 3;

    /// <summary>The known words nearest to a mistyped one, nearest first; empty when none is near.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known)
    {
        if (typed.Length is 0 or > 100)
            return [];
        var words = known as IReadOnlyCollection<string> ?? [.. known];
        var slips = OfSlips(typed, words);
        if (slips is not [var (_, least), ..] || least > Math.Max(1, typed.Length / 6))
        {
            if (OfOtherSpellings(typed, words) is [_, ..] others)
                return others;
        }

        return [.. slips.Select(slip => slip.Word)];
    }

    /// <summary>The nearest words with their distance, the nearest first.</summary>
    private static IReadOnlyList<(string Word, int Distance)> OfSlips(string typed, IEnumerable<string> known)
    {
        var reach = Math.Max(2, typed.Length / 3);
        return
        [
            .. known
                .Select(word => (Word: word, Distance: Distance(typed.ToLowerInvariant(), word)))
                // A word of which no letter is left is another word.
                .Where(candidate => candidate.Distance <= reach && candidate.Distance < typed.Length)
                .OrderBy(candidate => candidate.Distance)
                .ThenBy(candidate => candidate.Word, StringComparer.Ordinal)
                .Take(Most),
        ];
    }

    /// <summary>The words that are the same but for signs and case, or of which one begins with the other: <c>gb</c> and <c>GB/T 7714</c> for
    /// <c>gbt7714</c>.</summary>
    private static IReadOnlyList<string> OfOtherSpellings(string typed, IEnumerable<string> known)
    {
        var bare = Bare(typed);
        return bare.Length < 2
            ? []
            :
            [
                .. known
                    .Where(word =>
                        Bare(word) is var other
                        && (
                            other.StartsWith(bare, StringComparison.Ordinal) || (other.Length > 2 && bare.StartsWith(other, StringComparison.Ordinal))
                        )
                    )
                    .Order(StringComparer.Ordinal)
                    .Take(Most),
            ];
    }

    private static string Bare(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The known parameters that a name may mean: those that other services call so, else the nearest.</summary>
    public static IReadOnlyList<string> OfParameter(string typed, IReadOnlyList<string> known) =>
        Elsewhere.TryGetValue(typed, out var here) && known.Contains(here) ? [here] : Of(typed, known);

    /// <summary>Names of parameters elsewhere, and what does their work here.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["offset"] = "cursor",
        ["page"] = "cursor",
        ["skip"] = "cursor",
        ["start"] = "cursor",
        ["after"] = "cursor",
        ["count"] = "limit",
        ["size"] = "limit",
        ["top"] = "limit",
        ["per_page"] = "limit",
        ["page_size"] = "limit",
        ["pageSize"] = "limit",
        ["order"] = "sort",
        ["order_by"] = "sort",
        ["orderBy"] = "sort",
        ["select"] = "fields",
        ["expand"] = "include",
    };

    /// <summary>Levenshtein distance: the fewest characters to insert, delete or replace.</summary>
    private static int Distance(string a, string b)
    {
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, c) in a.Index())
        {
            var row = new int[above.Length];
            row[0] = i + 1;
            for (var j = 1; j < row.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (c == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[^1];
    }
}
