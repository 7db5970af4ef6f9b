using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Commitments.Values;

/// <summary>Runs of digits, and the folding that lets one rule read both widths of them.</summary>
internal static partial class Digits
{
    /// <summary>The text with full-width digits, percent signs, points, colons and the several dashes made one; positions do not change.</summary>
    public static string Fold(string text) =>
        string.Create(
            text.Length,
            text,
            static (folded, original) =>
            {
                for (var at = 0; at < folded.Length; at++)
                    folded[at] = Fold(original[at]);
            }
        );

    /// <summary>Every run of digits, a decimal fraction counting as one run.</summary>
    [GeneratedRegex("[0-9０-９]+(?:[.．][0-9０-９]+)?", RegexOptions.CultureInvariant)]
    public static partial Regex Run();

    private static char Fold(char character) =>
        character switch
        {
            >= '０' and <= '９' => (char)(character - '０' + '0'),
            '％' => '%',
            '．' => '.',
            '：' or '∶' => ':',
            '＋' => '+',
            '–' or '－' or '～' or '~' or '―' => '—',
            _ => character,
        };
}
