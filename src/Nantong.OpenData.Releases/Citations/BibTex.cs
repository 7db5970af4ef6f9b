using System.Globalization;
using System.Text;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Citations for BibTeX and biblatex. Chinese stays as it is: the file is UTF-8.</summary>
public static class BibTex
{
    /// <summary>Writes one entry.</summary>
    /// <remarks><c>@misc</c>, because classic BibTeX knows no data sets; the date stands in its fields and in those of biblatex.</remarks>
    public static string Write(CitationItem item)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@misc{{{item.Id},\n");
        Add("author", $"{{{Escape(WrittenCitations.Authors(item))}}}"); // braces keep a name of an office whole
        Add("title", $"{{{Escape(item.Title)}}}");
        if (item.ContainerTitle is { } whole)
            Add("booktitle", $"{{{Escape(whole)}}}");
        Add("year", item.Issued.Day.ToString("yyyy", CultureInfo.InvariantCulture));
        Add("date", WrittenCitations.Iso(item.Issued));
        Add("version", Escape(item.Version));
        Add("number", Escape(item.Number));
        Add("publisher", Escape(item.Publisher));
        Add("langid", "chinese");
        Add("url", item.Url);
        if (item.Accessed is { } date)
            Add("urldate", WrittenCitations.Iso(date));
        Add("note", Escape(item.Note));
        return entry.Append("}\n").ToString();

        void Add(string name, string value) => entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{value}}},\n");
    }

    /// <summary>A text in which TeX reads nothing as a command and joins no two characters into another one.</summary>
    /// <remarks>A brace is named, not escaped: BibTeX counts braces before TeX sees them, behind a backslash, too, and one without its partner
    /// would take the fields behind it in.</remarks>
    internal static string Escape(string text)
    {
        var (line, escaped) = (text.ReplaceLineEndings(" "), new StringBuilder(text.Length));
        foreach (var (at, character) in line.Index())
        {
            escaped.Append(
                character switch
                {
                    '\\' => @"\textbackslash{}",
                    '{' => @"\textbraceleft{}",
                    '}' => @"\textbraceright{}",
                    '~' => @"\textasciitilde{}",
                    '\u00A0' => "~", // TeX's own space that breaks no line
                    '^' => @"\textasciicircum{}",
                    '&' or '%' or '$' or '#' or '_' => $@"\{character}",
                    _ => character.ToString(),
                }
            );
            if (at + 1 < line.Length && IsJoined(character, line[at + 1]))
                escaped.Append("{}");
        }

        return escaped.ToString();
    }

    /// <summary>True for two characters that TeX's fonts join: two hyphens are a dash, two grave accents a quotation mark.</summary>
    private static bool IsJoined(char first, char second) =>
        (first, second) switch
        {
            ('-', '-') or ('\'', '\'') or ('`', '`') or (',', ',') or ('<', '<') or ('>', '>') or ('?' or '!', '`') => true,
            _ => false,
        };
}
