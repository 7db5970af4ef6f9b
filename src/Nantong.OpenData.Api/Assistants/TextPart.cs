using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>A part of a long text, as much of it as an assistant reads at once.</summary>
/// <param name="Part">The part: whole lines, unless one line alone is too long.</param>
/// <param name="Offset">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Length of the whole text.</param>
internal sealed record TextPart(string Part, int Offset, int Length)
{
    /// <summary>Most characters of a part.</summary>
    public const int Most = 8000;

    /// <summary>True when the part begins behind the end of the text.</summary>
    public bool IsPast => Offset > 0 && Offset >= Length;

    /// <summary>The arguments that ask for what follows; null at the end.</summary>
    public JsonObject? Next => Offset + Part.Length < Length ? new() { [ToolRequest.Offset] = Offset + Part.Length } : null;

    /// <summary>The part of a text that begins at a place.</summary>
    public static TextPart Of(string text, int offset)
    {
        var start = Math.Min(offset, text.Length);
        if (start > 0 && start < text.Length && char.IsLowSurrogate(text[start]))
            start--;
        if (text.Length - start <= Most)
            return new(text[start..], offset < text.Length ? start : offset, text.Length);

        var end = text.LastIndexOf('\n', start + Most - 1, Most) + 1;
        if (end <= start)
            end = char.IsHighSurrogate(text[start + Most - 1]) ? start + Most - 1 : start + Most;
        return new(text[start..end], start, text.Length);
    }
}
