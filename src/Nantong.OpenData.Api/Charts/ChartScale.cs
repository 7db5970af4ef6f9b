namespace Nantong.OpenData.Api.Charts;

/// <summary>Where the numbers of one row stand: the part of its unit's line that its axis shows, and how wide that is drawn.</summary>
/// <param name="Least">The number at the left end.</param>
/// <param name="Most">The number at the right end.</param>
/// <param name="Left">Where the left end is drawn.</param>
/// <param name="Right">Where the right end is drawn.</param>
internal sealed record ChartScale(decimal Least, decimal Most, double Left, double Right)
{
    /// <summary>A scale on which all numbers of a row can be told apart, its ends at round numbers: a share never leaves 0 to 100, a total begins at
    /// 0.</summary>
    public static ChartScale Of(ChartRow row, double left, double right)
    {
        decimal[] numbers = [.. row.Numbers];
        if (numbers is [])
            return new(0, 1, left, right);

        var (least, most) = (numbers.Min(), numbers.Max());
        var room = (most == least ? Math.Max(Math.Abs(most) * 0.2m, 0.5m) : most - least) * 0.3m;
        var step = StepOf((most - least + (2 * room)) / 4);
        var (low, high) = (Math.Floor((least - room) / step) * step, Math.Ceiling((most + room) / step) * step);
        if (row.Mark is TargetMark.Total || (least >= 0 && low < 0))
            low = 0;
        if (row.Unit is "%" && most <= 100 && high > 100)
            high = 100;
        return new(low, high == low ? low + step : high, left, right);
    }

    /// <summary>Where a number is drawn.</summary>
    public double At(decimal value) => Math.Round(Left + ((Right - Left) * (double)((value - Least) / (Most - Least))), 1);

    /// <summary>The round number nearest above a width: 1, 2 or 5 with a power of ten.</summary>
    private static decimal StepOf(decimal width)
    {
        var power = 1m;
        while (power * 10 <= width)
            power *= 10;
        while (power > width)
            power /= 10;
        return width <= power ? power
            : width <= power * 2 ? power * 2
            : width <= power * 5 ? power * 5
            : power * 10;
    }
}
