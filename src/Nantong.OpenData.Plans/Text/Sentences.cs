using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>Splits a text into its sentences; put together again they are the text.</summary>
public static class Sentences
{
    private const string Openers = "“‘「『（(《〈〔【[";
    private const string Closers = "”’」』）)》〉〕】]";

    /// <summary>The ranges of the sentences, from the first character to the last without gaps; empty for an empty text.</summary>
    /// <remarks>
    /// A sentence ends behind 。！？； or a line feed, unless that stands inside quotation marks or brackets; a whole sentence within them ends where
    /// they close.
    /// A mark that is never closed, or never opened, does not count. Linear in the length of the text.
    /// </remarks>
    public static IReadOnlyList<SourceSpan> Split(string text)
    {
        var depths = Depths(text);
        List<SourceSpan> sentences = [];
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!EndsAt(text, depths, at))
                continue;
            while (at + 1 < text.Length && (char.IsWhiteSpace(text[at + 1]) || IsStop(text[at + 1])))
                at++; // ？！ and spaces stay with what they end
            sentences.Add(new SourceSpan(start, at + 1));
            start = at + 1;
        }

        if (start < text.Length)
            sentences.Add(new SourceSpan(start, text.Length));
        return sentences;
    }

    private static bool EndsAt(string text, int[] depths, int at) =>
        text[at] switch
        {
            '\n' => depths[at] == 0,
            '。' or '！' or '？' or '；' => depths[at] == 0,
            _ => at > 0 && depths[at] == 0 && depths[at - 1] > 0 && text[at - 1] is '。' or '！' or '？',
        };

    private static bool IsStop(char character) => character is '。' or '！' or '？' or '；';

    /// <summary>How many closed pairs of marks each character stands in; a closing mark stands outside its own.</summary>
    private static int[] Depths(string text)
    {
        var change = new int[text.Length];
        var open = new Stack<int>();
        var waiting = new int[Openers.Length];
        for (var at = 0; at < text.Length; at++)
        {
            if (Openers.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var opener)
            {
                open.Push(at);
                waiting[opener]++;
            }
            else if (Closers.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var closer && waiting[closer] > 0)
            {
                while (open.TryPop(out var opened))
                {
                    var kind = Openers.IndexOf(text[opened], StringComparison.Ordinal);
                    waiting[kind]--;
                    if (kind != closer)
                        continue; // opened inside and never closed
                    change[opened]++;
                    change[at]--;
                    break;
                }
            }
        }

        for (var at = 1; at < change.Length; at++)
            change[at] += change[at - 1];
        return change;
    }
}
