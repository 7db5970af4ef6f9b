using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>Digits that belong to a name, a code or a number of order, and so are no quantity.</summary>
/// <param name="Span">The name with its digits.</param>
/// <param name="Reason">What it is.</param>
internal sealed record NameMention(TextSpan Span, ExclusionReason Reason)
{
    /// <summary>Finds them in order; where two rules claim the same digits, the first rule has them.</summary>
    /// <param name="text">The folded text.</param>
    public static IReadOnlyList<NameMention> Find(string text)
    {
        List<NameMention> found = [];
        foreach (var (reason, pattern, holds) in NameRules.All)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var span = new TextSpan(match.Index, match.Index + match.Length);
                if (holds(text, match) && !found.Exists(other => other.Span.Overlaps(span)))
                    found.Add(new NameMention(span, reason));
            }
        }

        return [.. found.OrderBy(name => name.Span.Start)];
    }
}
