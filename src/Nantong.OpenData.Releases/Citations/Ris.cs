using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Citations for reference managers that read RIS.</summary>
public static partial class Ris
{
    /// <summary>Writes one record; lines end with CR LF.</summary>
    public static string Write(CitationItem item)
    {
        var record = new StringBuilder();
        Add("TY", item.Type is "report" ? "RPRT" : "DATA");
        Add("ID", item.Id);
        foreach (var author in item.Author)
            Add("AU", author.Literal);
        Add("TI", item.Title);
        if (item.ContainerTitle is { } whole)
            Add("T2", whole);
        Add("PY", item.Issued.Day.ToString("yyyy", CultureInfo.InvariantCulture));
        Add("DA", item.Issued.Day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Add("ET", item.Version);
        Add("PB", item.Publisher);
        Add("M1", item.Number);
        Add("LA", item.Language);
        Add("UR", item.Url);
        if (item.Accessed is { } date)
            Add("Y2", date.Day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        Add("N1", item.Note);
        return record.Append("ER  - \r\n").ToString();

        void Add(string tag, string value) => record.Append(CultureInfo.InvariantCulture, $"{tag}  - {OneLine(value)}\r\n");
    }

    /// <summary>A tag begins each line, so a value has none to break; what would end a tag within it, two spaces and a hyphen, has one space, since
    /// readers look for them anywhere.</summary>
    private static string OneLine(string value) =>
        EndOfTag().Replace(string.Concat(value.ReplaceLineEndings(" ").Where(character => !char.IsControl(character))), " -").Trim();

    [GeneratedRegex(" {2,}-", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfTag();
}
