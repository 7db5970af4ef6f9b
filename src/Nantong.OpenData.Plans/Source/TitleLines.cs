namespace Nantong.OpenData.Plans.Source;

/// <summary>The lines on which the plan's title stands: one as a rule, up to three where the setting breaks it.</summary>
/// <param name="First">First line, from 1.</param>
/// <param name="Last">Last line.</param>
internal readonly record struct TitleLines(int First, int Last)
{
    private const int Most = 3;

    /// <summary>Finds the title on lines of its own; null when it stands nowhere.</summary>
    public static TitleLines? Find(SourceText source, string title)
    {
        var wanted = Bare(title);
        for (var first = 0; first < source.Lines.Count; first++)
        {
            if (source[source.Lines[first]].SequenceEqual(title))
                return new(first + 1, first + 1);
        }

        for (var first = 0; first < source.Lines.Count; first++)
        {
            if (source[source.Lines[first]].IsWhiteSpace())
                continue;
            var (together, pieces) = ("", 0);
            for (var last = first; last < source.Lines.Count && pieces < Most; last++)
            {
                var piece = Bare(source[source.Lines[last]].ToString());
                if (piece.Length == 0)
                    continue;
                (together, pieces) = (together + piece, pieces + 1);
                if (together == wanted)
                    return new(first + 1, last + 1);
                if (!wanted.StartsWith(together, StringComparison.Ordinal))
                    break;
            }
        }

        return null;
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
