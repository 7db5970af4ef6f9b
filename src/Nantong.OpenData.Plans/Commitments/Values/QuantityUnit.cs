namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>What a unit does to the sentence around it.</summary>
internal enum UnitClass
{
    /// <summary>Measures a level; the subject stands before the number.</summary>
    Measure,

    /// <summary>Counts things; they may stand behind the number.</summary>
    Count,

    /// <summary>Measures time or a distance; a service norm when a circle or radius follows.</summary>
    Reach,
}

/// <summary>A unit that the prose may print behind a number.</summary>
/// <param name="Raw">The unit as printed.</param>
/// <param name="Ucum">Its UCUM code; an annotation in braces where UCUM has none.</param>
/// <param name="Class">What it does to the sentence.</param>
internal sealed record QuantityUnit(string Raw, string Ucum, UnitClass Class);
