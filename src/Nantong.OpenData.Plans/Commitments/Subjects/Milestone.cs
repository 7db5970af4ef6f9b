using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>A clause that says what is to be done by a date, without a number.</summary>
/// <param name="Span">The clause, from its first word on.</param>
/// <param name="Subject">What is to be done, without the verb where it leads.</param>
/// <param name="Modality">The words that say how it is meant.</param>
internal sealed record Milestone(TextSpan Span, string Subject, IReadOnlyList<string> Modality)
{
    /// <summary>Reads a clause as a milestone; null when it says nothing that can be seen to be done.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause, behind the date where that opens it.</param>
    public static Milestone? Read(string text, TextSpan clause)
    {
        var words = clause.Of(text);
        var start = MilestoneWords.Joint().Match(words).Length;
        if (MilestoneWords.Done().Match(words, start) is not { Success: true } done)
            return null;
        var (trimmed, modality) = SubjectWords.Trim(words[start..]);
        var subject = SubjectWords.Thing(trimmed);
        var span = clause with { Start = clause.Start + start };
        return new Milestone(span, subject.Length > 1 ? subject : words[start..], ModalityOf(words, done, modality));
    }

    /// <summary>The modal words, those of degree (基本, 率先) among them, in printed order; the verb alone where there are none.</summary>
    private static List<string> ModalityOf(string words, Match done, IReadOnlyList<string> modal) =>
        [
            .. done.Groups["how"]
                .Captures.Select(capture => capture.Value)
                .Concat(modal.Count > 0 ? modal : [done.Groups["verb"].Value])
                .Distinct()
                .OrderBy(word => words.IndexOf(word, StringComparison.Ordinal)),
        ];

    /// <summary>True when a clause promises all of something that a date delimits: 2000年底前建成的…应改尽改.</summary>
    public static bool PromisesAll(string clause) => MilestoneWords.All().IsMatch(clause);
}
