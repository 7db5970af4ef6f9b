using System.Globalization;
using System.Text;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>A place in a file of text: the line, from 1, and the column in it, in UTF-16 units from 1.</summary>
/// <param name="Line">The line.</param>
/// <param name="Column">The column.</param>
internal readonly record struct TextPlace(int Line, int Column)
{
    /// <summary>The place of a byte in a file that is UTF-8.</summary>
    public static TextPlace Of(ReadOnlySpan<byte> file, int at)
    {
        var before = file[..Math.Min(at, file.Length)];
        var start = before.LastIndexOf((byte)'\n') + 1;
        return new TextPlace(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    /// <summary>The place of a byte of a row, found from where the row begins.</summary>
    public static TextPlace Of(ReadOnlySpan<byte> file, CsvRow row, int at)
    {
        var before = file[row.Cells[0].Start..at];
        var start = before.LastIndexOf((byte)'\n') + 1;
        return new TextPlace(row.Line + before.Count((byte)'\n'), Encoding.UTF8.GetCharCount(before[start..]) + 1);
    }

    /// <summary>This place further on by characters of a text that begins here.</summary>
    public TextPlace After(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        return feeds == 0 ? this with { Column = Column + text.Length } : new TextPlace(Line + feeds, text.Length - text.LastIndexOf('\n'));
    }

    /// <summary>A fault here.</summary>
    public Unreadable Fault(string file, string found, string rule) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{file} line {Line}"), found, rule) { Column = Column };
}
