using System.Text;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Charts;

/// <summary>A chart as a picture that stands alone: SVG that needs no style sheet, font or script from anywhere, and says in words what it
/// shows.</summary>
/// <param name="Chart">What is drawn where.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Source">Where its numbers come from.</param>
/// <param name="LaterSources">Who published the values of later years; empty where it shows none.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Colours">Its colours.</param>
internal sealed record ChartPicture(DumbbellChart Chart, string Title, string Source, string LaterSources, Language Language, ChartColours Colours)
{
    /// <summary>What it shows, row by row, for those who cannot see it.</summary>
    public string Description =>
        string.Join(
            Language == Language.Chinese ? "；" : "; ",
            Chart.Rows.Select(row =>
                $"{row.Row.Name} {row.Sum}{string.Concat(row.Row.Observed.Select(value => $", {value.Year}: {DrawnRow.Number(value.Value)}"))}"
            )
        );

    /// <summary>The picture, as UTF-8.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(Slice.Fill<Site.Templates.Chart, ChartPicture>(this).Value!.ReplaceLineEndings("\n"));
}

/// <summary>The colours of a chart. Marks differ in shape, too, so that they are told apart without colours and in print.</summary>
internal sealed record ChartColours(string Paper, string Ink, string Quiet, string Line, string Base, string Target, string Met, string Observed)
{
    /// <summary>On paper.</summary>
    public static ChartColours Light { get; } = new("#fdfdfb", "#1c2026", "#59616c", "#c3c9c2", "#59616c", "#0b5a8a", "#cfe3ef", "#a04a00");

    /// <summary>On a dark screen.</summary>
    public static ChartColours Dark { get; } = new("#15181b", "#e4e6e3", "#a3abb3", "#4a5258", "#a3abb3", "#82c0ea", "#24404f", "#f0b070");
}
