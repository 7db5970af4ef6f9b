using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Api.Site.Comparing;

/// <summary>How a long value became another, in words: a Latin word or a number is changed as a whole, a Chinese character alone. Long runs that
/// stand in both are shortened.</summary>
internal static class WordEdits
{
    private const int MostPieces = 3000; // finding what two texts share takes the square of it
    private const int LongestEqual = 80;
    private const int Kept = 30; // characters at each end of a shortened run

    /// <summary>The runs in order; null where the values are too long to be compared for a page.</summary>
    public static IReadOnlyList<TextEdit>? Of(string from, string to)
    {
        var (left, right) = (Pieces(from), Pieces(to));
        if (left.Count > MostPieces || right.Count > MostPieces)
            return null;

        Dictionary<string, char> codes = new(StringComparer.Ordinal);
        List<TextEdit> edits = [];
        var (i, j) = (0, 0);
        foreach (var edit in TextEdits.Of(string.Concat(left.Select(Code)), string.Concat(right.Select(Code))))
        {
            var length = edit.Text.Length;
            var text = string.Concat(edit.Op is EditOp.Insert ? right.Skip(j).Take(length) : left.Skip(i).Take(length));
            edits.Add(edit with { Text = edit.Op is EditOp.Equal ? Shorten(text) : text });
            if (edit.Op is not EditOp.Insert)
                i += length;
            if (edit.Op is not EditOp.Delete)
                j += length;
        }

        return edits;

        char Code(string piece) => codes.TryGetValue(piece, out var code) ? code : codes[piece] = (char)(codes.Count + 1);
    }

    private static string Shorten(string text) => text.Length <= LongestEqual ? text : $"{text[..Kept]}…{text[^Kept..]}";

    private static List<string> Pieces(string text)
    {
        List<string> pieces = [];
        for (var at = 0; at < text.Length; )
        {
            var end = at + 1;
            while (IsOfWord(text[at]) && end < text.Length && IsOfWord(text[end]))
                end++;
            pieces.Add(text[at..end]);
            at = end;
        }

        return pieces;
    }

    private static bool IsOfWord(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '\'';
}
