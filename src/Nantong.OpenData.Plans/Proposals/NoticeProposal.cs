using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>Guesses which line of a notice is what.</summary>
internal static partial class NoticeProposal
{
    /// <summary>The parts in order, as <c>plan.json</c> names them; a text of several paragraphs once.</summary>
    /// <param name="lines">The lines before the plan's title.</param>
    public static IReadOnlyList<string> PartsOf(IReadOnlyList<string> lines)
    {
        List<string> parts = [];
        foreach (var (at, line) in lines.Select(line => line.Trim()).Index())
        {
            var part =
                at == 0 ? "title"
                : NumberOf(line) is not null ? "number"
                : Date().IsMatch(line) ? "date"
                : line is ['（', .., '）'] ? "publicity"
                : at + 1 < lines.Count && Date().IsMatch(lines[at + 1].Trim()) ? "issuer"
                : line.EndsWith('：') ? "addressees"
                : "text";
            if (part is not "text" || parts[^1] is not "text")
                parts.Add(part);
        }

        return parts;
    }

    /// <summary>The document number that a line is; null for any other line.</summary>
    public static string? NumberOf(string line) => Number().IsMatch(line.Trim()) ? line.Trim() : null;

    [GeneratedRegex("^\\S+[〔［\\[（(]\\d{4}[〕］\\]）)]\\d+号$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^\\d{4}年\\d{1,2}月\\d{1,2}日$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
