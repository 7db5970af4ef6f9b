namespace Nantong.OpenData.Plans.Source;

/// <summary>A range of characters in the source.</summary>
/// <param name="Start">First character, from 0, counted in Unicode code points.</param>
/// <param name="End">One past the last character.</param>
public readonly record struct SourceSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}
