using System.Globalization;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Charts;

/// <summary>The indicators of a plan as one chart: from the base year's value to the target, each on an axis of its own unit. Geometry alone, no
/// markup: what is drawn where follows from the rows and the width.</summary>
internal sealed record DumbbellChart(
    int Width,
    int Height,
    IReadOnlyList<ChartHeading> Headings,
    IReadOnlyList<DrawnRow> Rows,
    IReadOnlyList<LegendEntry> Legend
)
{
    private const int NarrowBelow = 620,
        Margin = 12,
        HeadingHeight = 34,
        WideRow = 42,
        NarrowRow = 84,
        LegendLine = 24;

    /// <summary>Draws rows, group by group in their order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="width">The width of the chart.</param>
    /// <param name="language">The language of the legend.</param>
    public static DumbbellChart Of(IReadOnlyList<ChartRow> rows, int width, Language language)
    {
        var narrow = width < NarrowBelow;
        List<ChartHeading> headings = [];
        List<DrawnRow> drawn = [];
        var top = Margin;
        foreach (var group in rows.GroupBy(row => row.Group))
        {
            headings.Add(new(group.Key, top + 20, FitOf(group.Key, 14, width)));
            top += HeadingHeight;
            foreach (var row in group)
            {
                drawn.Add(Draw(row, top, width, narrow));
                top += narrow ? NarrowRow : WideRow;
            }
        }

        var legend = LegendOf(rows, language, width, top + Margin);
        return new(width, legend is [] ? top + Margin : legend[^1].Y + LegendLine, headings, drawn, legend);
    }

    private static DrawnRow Draw(ChartRow row, int top, int width, bool narrow)
    {
        var (left, right) = narrow ? (Margin + 40.0, width - Margin - 40.0) : (Math.Round(width * 0.34), Math.Round(width * 0.72));
        var scale = ChartScale.Of(row, left, right);
        var middle = narrow ? top + 60 : top + 18;
        var (name, fit) = NameIn(narrow ? width - (2 * Margin) : (int)left - 46 - Margin, row.Name);
        return new(
            row,
            name,
            fit,
            scale,
            middle,
            narrow ? Margin : Math.Round(left - 46),
            narrow ? top + 16 : middle + 5,
            narrow,
            narrow ? Margin : Math.Round(right + 46),
            narrow ? top + 34 : middle + 5
        );
    }

    private static LegendEntry[] LegendOf(IReadOnlyList<ChartRow> rows, Language language, int width, int top)
    {
        List<(LegendSymbol Symbol, string Text)> entries = [];
        var chinese = language == Language.Chinese;
        if (rows.FirstOrDefault(row => row.Baseline is not null) is { BaseYear: var from })
            entries.Add((LegendSymbol.Baseline, chinese ? $"{from}年" : Year(from)));
        if (rows.FirstOrDefault() is { TargetYear: var to })
            entries.Add((LegendSymbol.Point, chinese ? $"{to}年目标" : $"target {Year(to)}"));
        Add(TargetMark.Floor, LegendSymbol.Floor, chinese ? "下限：右侧为达到" : "floor: met to the right of it");
        Add(TargetMark.Ceiling, LegendSymbol.Ceiling, chinese ? "上限：左侧为达到" : "ceiling: met to the left of it");
        Add(TargetMark.About, LegendSymbol.About, chinese ? "左右（约数）" : "about");
        Add(TargetMark.Total, LegendSymbol.Total, chinese ? "期间累计" : "total over the period");
        Add(TargetMark.Range, LegendSymbol.Range, chinese ? "区间" : "from … to");
        if (rows.Any(row => row.Observed.Any(value => value.Status is not "R")))
            entries.Add((LegendSymbol.Observed, chinese ? "实绩" : "observed"));
        if (rows.Any(row => row.Observed.Any(value => value.Status is "R")))
            entries.Add((LegendSymbol.Reported, chinese ? "据报道，未经核实" : "reported, not confirmed"));

        List<LegendEntry> placed = [];
        var (x, y) = (Margin, top + 14);
        foreach (var (symbol, text) in entries)
        {
            var room = 26 + (int)Math.Ceiling(text.Sum(WidthOf)) + 18;
            if (x > Margin && x + room > width - Margin)
                (x, y) = (Margin, y + LegendLine);
            placed.Add(new(symbol, text, x, y));
            x += room;
        }

        return [.. placed];

        void Add(TargetMark mark, LegendSymbol symbol, string text)
        {
            if (rows.Any(row => row.Mark == mark))
                entries.Add((symbol, text));
        }
    }

    /// <summary>The width that a text is pressed into where it would not fit; null where it does. Letters are reckoned wide.</summary>
    public static int? FitOf(string text, int size, int width)
    {
        var needed = text.Sum(letter => letter < 0x2E80 ? size * 0.6 : size);
        var room = width - (2 * Margin);
        return needed > room ? room : null;
    }

    /// <summary>A name in the room that it has: pressed a little where it is too long, cut where that would not do. The description has it
    /// whole.</summary>
    private static (string Name, int? Fit) NameIn(int room, string name)
    {
        const double most = 1.2; // narrower letters are hard to read
        var (needed, length) = (0.0, 0);
        while (length < name.Length && needed + WidthOf(name[length]) <= room * most)
            needed += WidthOf(name[length++]);
        return length == name.Length ? (name, needed > room ? room : null) : ($"{name[..Math.Max(length - 1, 1)]}…", room);
    }

    /// <summary>The width of a letter of names and legend.</summary>
    private static double WidthOf(char letter) => letter < 0x2E80 ? 7.2 : 13;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The name of a group.</summary>
/// <param name="Text">The name.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Fit">The width that it is pressed into; null where it fits.</param>
internal sealed record ChartHeading(string Text, int Y, int? Fit);

/// <summary>A row where it is drawn.</summary>
/// <param name="Row">What it shows.</param>
/// <param name="Name">Its name, as far as there is room.</param>
/// <param name="NameFit">The width that the name is pressed into; null where it fits.</param>
/// <param name="Scale">Its own axis.</param>
/// <param name="Middle">The height of the axis.</param>
/// <param name="NameX">Where its name begins, or ends where it stands to the left of the axis.</param>
/// <param name="NameY">The baseline of its name.</param>
/// <param name="NameFirst">True when the name stands above the axis and begins there.</param>
/// <param name="SumX">Where its numbers in words begin.</param>
/// <param name="SumY">Their baseline.</param>
internal sealed record DrawnRow(
    ChartRow Row,
    string Name,
    int? NameFit,
    ChartScale Scale,
    int Middle,
    double NameX,
    int NameY,
    bool NameFirst,
    double SumX,
    int SumY
)
{
    /// <summary>The numbers in words: <c>70.44 → &gt;74 %</c>.</summary>
    public string Sum =>
        $"{(Row.Baseline is { } from ? Number(from) : "—")} → {Row.Target}{(Row.Unit is "" || Row.Mark is TargetMark.Words ? "" : $" {Row.Unit}")}";

    /// <summary>A number as the plan prints it.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a mark of the legend looks like.</summary>
internal enum LegendSymbol
{
    Baseline,
    Point,
    Floor,
    Ceiling,
    About,
    Total,
    Range,
    Observed,
    Reported,
}

/// <summary>A line of the legend.</summary>
/// <param name="Symbol">The mark.</param>
/// <param name="Text">What it means.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">The baseline of its text.</param>
internal sealed record LegendEntry(LegendSymbol Symbol, string Text, int X, int Y);
