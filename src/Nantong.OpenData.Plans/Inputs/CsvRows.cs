using System.Text;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Takes comma-separated values apart by the grammar of RFC 4180 §2, with LF as a line end too. It reads on behind a fault, so that all of
/// them are told.</summary>
/// <remarks>
/// Own code, because Plans has no packages and because a fault has to be named by the line on which it began: a quotation mark that is never closed
/// takes in the rows behind it, and only where it opened can somebody find it.
/// </remarks>
/// <param name="name">Name of the file.</param>
/// <param name="file">The file: valid UTF-8 without a byte order mark.</param>
internal sealed class CsvRows(string name, ReadOnlyMemory<byte> file)
{
    private const string Rule = "rows of comma-separated cells as RFC 4180 says";
    private readonly List<CsvCell> cells = [];
    private int at;
    private int line = 1;

    /// <summary>The rows in order; lines without a byte are passed over.</summary>
    public IEnumerable<CsvRow> Read()
    {
        var faults = 0;
        while (at < file.Length)
        {
            if (SkipsLineEnd())
                continue;
            cells.Clear();
            var first = line;
            if (ReadRow() is not { } fault)
            {
                yield return new CsvRow(first, cells, null);
                continue;
            }

            yield return new CsvRow(first, [], fault);
            if (++faults > Faults.MostShown)
                yield break; // each may have been read to the end of the file
        }
    }

    /// <summary>Reads the cells of a row and its line end.</summary>
    private Unreadable? ReadRow()
    {
        while (true)
        {
            var start = at;
            if (at < file.Length && file.Span[at] == '"')
            {
                if (ReadQuoted(start) is { } fault)
                    return fault;
            }
            else
            {
                var length = file.Span[at..].IndexOfAny(",\r\n\""u8);
                at = length < 0 ? file.Length : at + length;
                cells.Add(new CsvCell(start, false, Encoding.UTF8.GetString(file.Span[start..at])));
            }

            if (at == file.Length || SkipsLineEnd())
                return null;
            switch (file.Span[at])
            {
                case (byte)',':
                    at++;
                    break;
                case (byte)'"':
                    return Fault(
                        start,
                        $"{Rest(start)}",
                        $"{Rule}: a cell with a quotation mark in it stands in quotation marks, and the mark in it is doubled"
                    );
                default:
                    return Fault(at, "U+000D", $"{Rule}: a line ends with LF or CR LF, not with CR alone");
            }
        }
    }

    private Unreadable? ReadQuoted(int start)
    {
        for (var from = at + 1; ; )
        {
            var length = file.Span[from..].IndexOf((byte)'"');
            if (length < 0)
                return Fault(start, Rest(start), $"{Rule}: this quotation mark is never closed");
            from += length + 1;
            if (from < file.Length && file.Span[from] == '"')
            {
                from++; // two of them are one of the text
                continue;
            }

            if (from < file.Length && file.Span[from] is not ((byte)',' or (byte)'\n' or (byte)'\r'))
                return Fault(
                    start,
                    Rest(start),
                    $"{Rule}: behind the closing quotation mark comes a comma or the end of the line, here comes {Quote(from)}"
                );
            var text = file.Span[(start + 1)..(from - 1)];
            line += text.Count((byte)'\n');
            cells.Add(new CsvCell(start, true, Encoding.UTF8.GetString(text).Replace("\"\"", "\"", StringComparison.Ordinal)));
            at = from;
            return null;
        }
    }

    /// <summary>A fault at a byte. Reading goes on with the line behind the one on which the faulty cell began: what stands there may be
    /// rows.</summary>
    private Unreadable Fault(int start, string found, string rule)
    {
        var fault = TextPlace.Of(file.Span, start).Fault(name, found, rule);
        var end = file.Span[start..].IndexOf((byte)'\n');
        at = end < 0 ? file.Length : start + end + 1;
        line = file.Span[..at].Count((byte)'\n') + 1;
        return fault;
    }

    private bool SkipsLineEnd()
    {
        if (file.Span[at] == '\n')
            at++;
        else if (file.Span[at] == '\r' && at + 1 < file.Length && file.Span[at + 1] == '\n')
            at += 2;
        else
            return false;
        line++;
        return true;
    }

    /// <summary>The beginning of what stands there, within its line.</summary>
    private string Rest(int from)
    {
        var rest = file.Span[from..];
        var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
        return Encoding.UTF8.GetString(end < 0 ? rest[..Math.Min(rest.Length, 1000)] : rest[..Math.Min(end, 1000)]);
    }

    private string Quote(int from)
    {
        _ = Rune.DecodeFromUtf8(file.Span[from..], out var rune, out _);
        return $"'{rune}'";
    }
}
