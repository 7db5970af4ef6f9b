namespace Nantong.OpenData.Benchmarks.Extraction;

/// <summary>How many labels were found, and how many findings were labelled.</summary>
/// <param name="Labels">How many labels there are.</param>
/// <param name="Found">How many of them were found.</param>
/// <param name="Findings">How many findings there are.</param>
/// <param name="Right">How many of them are labelled.</param>
internal readonly record struct Score(int Labels, int Found, int Findings, int Right)
{
    /// <summary>Share of the findings that are right; 1 when there are none.</summary>
    public decimal Precision => Findings == 0 ? 1 : (decimal)Right / Findings;

    /// <summary>Share of the labels that were found; 1 when there are none.</summary>
    public decimal Recall => Labels == 0 ? 1 : (decimal)Found / Labels;

    /// <summary>Both counted together.</summary>
    public static Score operator +(Score one, Score other) =>
        new(one.Labels + other.Labels, one.Found + other.Found, one.Findings + other.Findings, one.Right + other.Right);
}
