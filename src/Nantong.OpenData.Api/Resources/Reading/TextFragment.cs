using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>Addresses with a text directive (<c>#:~:text=</c>, URL Fragment Text Directives), which browsers scroll to and mark.</summary>
internal static class TextFragment
{
    private const int Longest = 100; // beyond it the beginning and the end say enough
    private const int End = 20;

    /// <summary>The form that a browser shows: a page where nodes have one, plain text otherwise.</summary>
    private static readonly Format Shown = Format.OfText.FirstOrDefault(format => format.MediaType == "text/html") ?? Format.Text;

    /// <summary>The address of some words in a node.</summary>
    /// <param name="href">Address of the node.</param>
    /// <param name="text">Its text.</param>
    /// <param name="anchor">The words.</param>
    public static string Of(string href, string text, Anchor anchor)
    {
        var (exact, prefix, suffix) = (anchor.Quote.Exact, anchor.Quote.Prefix, anchor.Quote.Suffix);
        var several = text.AsSpan().Count(exact) > 1;
        var words = exact.Length > Longest ? $"{Escape(exact[..End])},{Escape(exact[^End..])}" : Escape(exact);
        var before = several && prefix is not "" ? $"{Escape(prefix)}-," : "";
        var after = several && suffix is not "" ? $",-{Escape(suffix)}" : "";
        return $"{href}.{Shown.Extension}#:~:text={before}{words}{after}";
    }

    /// <summary>Escapes what has a meaning in a directive: the minus, which addresses leave alone, too.</summary>
    private static string Escape(string words) => Uri.EscapeDataString(words).Replace("-", "%2D", StringComparison.Ordinal);
}
