using System.Globalization;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Charts;

/// <summary>How a chart is wanted.</summary>
/// <param name="Width">Its width in CSS pixels.</param>
/// <param name="Dark">True for a dark background.</param>
internal sealed record ChartOptions(int Width, bool Dark)
{
    private const int Least = 280,
        Most = 1600,
        Usual = 760;

    /// <summary>The width of a chart.</summary>
    public static QueryParameter WidthParameter { get; } =
        new("width", "Width of the chart in CSS pixels.", "integer", Least, Most, Usual.ToString(CultureInfo.InvariantCulture));

    /// <summary>The colours of a chart.</summary>
    public static QueryParameter ThemeParameter { get; } =
        new("theme", "Colours for a light or a dark background.", "string", Default: "\"light\"", Values: ["light", "dark"]);

    /// <summary>Reads both.</summary>
    public static Parsed<ChartOptions> Parse(IReadOnlyDictionary<string, string> query)
    {
        var width = Usual;
        if (query.TryGetValue(WidthParameter.Name, out var text) && !ListQuery.TryWhole(text, Least, Most, out width))
            return new Unreadable(WidthParameter.Name, text, $"a whole number from {Least} to {Most}");

        return query.GetValueOrDefault(ThemeParameter.Name, "light") switch
        {
            "light" => new ChartOptions(width, Dark: false),
            "dark" => new ChartOptions(width, Dark: true),
            var other => new Unreadable(ThemeParameter.Name, other, "light or dark"),
        };
    }
}
