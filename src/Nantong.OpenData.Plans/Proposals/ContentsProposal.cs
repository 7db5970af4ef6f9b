using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>Guesses where a source has a table of contents: from 目录 to the last line that ends with a page number.</summary>
internal static partial class ContentsProposal
{
    /// <summary>Position of its first and last line; null where there is none.</summary>
    /// <param name="lines">The lines of the source.</param>
    public static (int First, int Last)? Of(IReadOnlyList<string> lines)
    {
        var first = lines.ToList().FindIndex(line => Head().IsMatch(line));
        if (first < 0)
            return null;
        var last = first;
        while (last + 1 < lines.Count && Entry().IsMatch(lines[last + 1]))
            last++;
        return (first, last);
    }

    [GeneratedRegex("^\\s*目\\s*[录次]\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex("[….·\\s\\t]\\s*\\d{1,3}\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();
}
