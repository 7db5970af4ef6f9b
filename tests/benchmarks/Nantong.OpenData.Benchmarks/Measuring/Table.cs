using System.Globalization;

namespace Nantong.OpenData.Benchmarks.Measuring;

/// <summary>A table in Markdown: the first column is text, the others are figures.</summary>
/// <param name="columns">Names of the columns.</param>
internal sealed class Table(params string[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row.</summary>
    public void Add(params string[] cells) => rows.Add(cells);

    /// <inheritdoc />
    public override string ToString() =>
        string.Join('\n', [Line(columns), $"|---|{string.Concat(Enumerable.Repeat("---:|", columns.Length - 1))}", .. rows.Select(Line)]);

    /// <summary>A figure without decimals.</summary>
    public static string Whole(double figure) => figure.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A figure with one decimal.</summary>
    public static string Tenths(double figure) => figure.ToString("N1", CultureInfo.InvariantCulture);

    /// <summary>A ratio, with two decimals.</summary>
    public static string Ratio(double figure) => figure.ToString("N2", CultureInfo.InvariantCulture);

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
