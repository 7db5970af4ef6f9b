namespace Nantong.OpenData.Plans.Text;

/// <summary>Finds a string in a text.</summary>
internal static class Occurrences
{
    /// <summary>Every place where it stands, in order, none overlapping the one before.</summary>
    public static IEnumerable<TextSpan> Of(string words, string text)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
            yield return new TextSpan(at, at + words.Length);
    }
}
