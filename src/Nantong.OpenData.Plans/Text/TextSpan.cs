namespace Nantong.OpenData.Plans.Text;

/// <summary>A range of characters in a node's text.</summary>
/// <param name="Start">First character, from 0.</param>
/// <param name="End">One past the last character.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>True when both ranges share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>True when the whole of another range lies in this one.</summary>
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The characters.</summary>
    public string Of(string text) => text[Start..End];
}
