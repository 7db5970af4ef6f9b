using System.Globalization;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Citations as a line of text.</summary>
public static class WrittenCitations
{
    /// <summary>GB/T 7714—2015. The standard wants the date of access; without one it is left out, never invented.</summary>
    public static string Gbt7714(CitationItem item)
    {
        var medium = item.Type is "report" ? "R/OL" : "DS/OL";
        var title = item.ContainerTitle is { } whole ? $"{item.Title}[{medium}]//{whole} {item.Version}" : $"{item.Title} {item.Version}[{medium}]";
        var accessed = item.Accessed is { } date ? $"[{Iso(date)}]" : "";
        return $"{Authors(item)}. {title}. {item.Publisher}（非官方整理）. ({Iso(item.Issued)}){accessed}. {item.Url}";
    }

    /// <summary>APA, 7th edition. A release never changes, so no date of retrieval is given unless the request named one.</summary>
    public static string Apa(CitationItem item)
    {
        var issued = item.Issued.Day.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture);
        var title = item.ContainerTitle is { } whole
            ? $"{item.Title} [{item.English}]. In {whole} [{item.ContainerEnglish}] ({item.Number}; Version {item.Version})"
            : $"{item.Title} [{item.English}] ({item.Number}; Version {item.Version}) [Data set]";
        var retrieved = item.Accessed is { } date ? $"Retrieved {date.Day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture)}, from " : "";
        return $"{Authors(item)}. ({issued}). {title}. {item.Publisher} (unofficial). {retrieved}{item.Url}";
    }

    /// <summary>A sentence in Chinese.</summary>
    public static string Plain(CitationItem item)
    {
        var part = item.ContainerTitle is null ? "" : $"，{item.Title}";
        var accessed = item.Accessed is { } date ? string.Create(CultureInfo.InvariantCulture, $"，{date.Day:yyyy年M月d日}查阅") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Authors(item)}印发：{item.ContainerTitle ?? item.Title} {item.Version}{part}（{item.Number}，{item.Issued.Day:yyyy年M月d日}；"
                + $"{item.Publisher} 非官方整理并发布{accessed}）。{item.Url}"
        );
    }

    internal static string Authors(CitationItem item) => string.Join(", ", item.Author.Select(author => author.Literal));

    internal static string Iso(CitationDate date) => date.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
