using System.Text;

namespace Nantong.OpenData.Releases.Files;

/// <summary>Takes a JSON document apart into the objects of its one array, without holding more than one of them.</summary>
internal static class JsonItems
{
    /// <summary>The text of every object in the array that is a member of the root.</summary>
    public static IEnumerable<string> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var item = new StringBuilder();
        var (depth, inItems, inText) = (0, false, false);
        while (reader.Read() is var code and >= 0)
        {
            var c = (char)code;
            var starts = !inText && inItems && depth == 2 && c is '{';
            if (starts || item.Length > 0)
                item.Append(c);
            if (inText && c is '\\')
            {
                var escaped = (char)reader.Read(); // it ends no text, whatever it is
                if (item.Length > 0)
                    item.Append(escaped);
            }
            else if (c is '"')
                inText = !inText;
            else if (!inText && c is '{' or '[')
            {
                inItems |= depth == 1 && c is '[';
                depth++;
            }
            else if (!inText && c is '}' or ']')
                depth--;

            if (item.Length == 0 || depth > 2)
                continue;
            yield return item.ToString();
            item.Clear();
        }
    }
}
