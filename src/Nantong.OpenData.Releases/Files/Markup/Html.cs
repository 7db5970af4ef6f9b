using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Nantong.OpenData.Releases.Files.Markup;

/// <summary>Markup in which every text has been escaped: made from templates alone, so that escaping cannot be forgotten.</summary>
public sealed class Html
{
    private readonly string markup;

    private Html(string markup) => this.markup = markup;

    /// <summary>No markup.</summary>
    public static Html Nothing { get; } = new("");

    /// <summary>The markup of a template. What stands in its holes is escaped, unless it is markup itself.</summary>
    public static Html Of(HtmlTemplate template) => new(template.ToString());

    /// <summary>A text as markup.</summary>
    public static Html Text(string text) => Of($"{text}");

    /// <summary>Pieces of markup, one behind the other.</summary>
    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>Markup of our own that is no template: a style sheet, a script block of data.</summary>
    internal static Html Trusted(string markup) => new(markup);

    /// <summary>The markup.</summary>
    public override string ToString() => markup;
}

/// <summary>A template of markup: <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c>. Holes are safe inside elements and inside quoted attributes.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlTemplate(int literalLength, int formattedCount)
{
    // Letters of all scripts as they are: the pages are UTF-8.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder markup = new(literalLength + (16 * formattedCount));

    /// <summary>Takes what the template says outside its holes.</summary>
    public void AppendLiteral(string literal) => markup.Append(literal);

    /// <summary>Takes a text and escapes it.</summary>
    public void AppendFormatted(string? text) => markup.Append(Encoder.Encode(text ?? ""));

    /// <summary>Takes a number.</summary>
    public void AppendFormatted(long number) => markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>Takes markup as it is.</summary>
    public void AppendFormatted(Html html) => markup.Append(html);

    /// <summary>Takes pieces of markup as they are.</summary>
    public void AppendFormatted(IEnumerable<Html> parts) => markup.AppendJoin("", parts);

    /// <summary>The markup.</summary>
    public override string ToString() => markup.ToString();
}
