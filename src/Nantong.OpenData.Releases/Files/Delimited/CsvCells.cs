using System.Text;

namespace Nantong.OpenData.Releases.Files.Delimited;

/// <summary>Reads CSV back, as RFC 4180 describes it and no more. It shares nothing with the library that wrote it: that is the point of reading it
/// back.</summary>
internal static class CsvCells
{
    /// <summary>The rows, the head first, one at a time.</summary>
    public static IEnumerable<IReadOnlyList<string>> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        List<string> row = [];
        var cell = new StringBuilder();
        var quoted = false;
        while (reader.Read() is var code and >= 0)
        {
            var c = (char)code;
            if (quoted)
            {
                if (c is not '"')
                    cell.Append(c);
                else if (reader.Peek() == '"')
                    cell.Append((char)reader.Read());
                else
                    quoted = false;
            }
            else if (c is '"')
                quoted = true;
            else if (c is ',')
                EndCell();
            else if (c is '\n')
            {
                EndCell();
                yield return row.ToArray();
                row.Clear();
            }
            else if (c is not '\r')
                cell.Append(c);
        }

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
