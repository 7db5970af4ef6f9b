using Nantong.OpenData.Plans.Commitments.Values;

namespace Nantong.OpenData.Plans.Commitments.Subjects;

/// <summary>What a quantity is about, and the words that say how it is meant.</summary>
/// <param name="Phrase">The subject, in the words of the text; empty when the sentence prints none near the number.</param>
/// <param name="Modality">The words taken off around it.</param>
internal sealed record Subject(string Phrase, IReadOnlyList<string> Modality)
{
    /// <summary>Finds the subject of one quantity.</summary>
    /// <param name="before">The clause up to the number, from the quantity before it where the two are listed.</param>
    /// <param name="behind">The clause behind the number and its unit.</param>
    /// <param name="quantity">The quantity.</param>
    public static Subject Find(string before, string behind, Quantity quantity)
    {
        var (front, words) = SubjectWords.Trim(before, quantity.Unit.Ucum is "{rank}");
        IReadOnlyList<string> modality = quantity.Bound is { } bound ? [.. words, bound] : words;
        if (quantity.Unit.Ucum is "{titles}" || quantity.Unit is { Ucum: "{CNY}", Inferred: true })
            front = SubjectWords.BehindVerb(front);
        if (SubjectWords.Inside(behind) is { } promised)
            return new Subject(promised, modality);
        var follower = SubjectWords.Following(behind);
        var counted = quantity.Class is not UnitClass.Measure || quantity.Unit.Raw?.EndsWith('级') is true;
        var phrase =
            counted && follower.Length > 1 && !SubjectWords.IsSize(behind) && !IsUnknownUnit(quantity, front, follower) ? follower
            : front.Length > 0 ? front
            : follower;
        return new Subject(phrase, modality);
    }

    /// <summary>True for a word behind a bare number that is rather a unit which no list has: 货物吞吐量达到4亿箱次.</summary>
    private static bool IsUnknownUnit(Quantity quantity, string front, string follower) =>
        quantity.Unit.Label is null && follower.Length == 2 && front.Length > follower.Length;
}
