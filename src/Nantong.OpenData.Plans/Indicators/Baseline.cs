using System.Globalization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The value of the base year.</summary>
/// <param name="Year">The base year.</param>
/// <param name="Raw">The cell as printed.</param>
/// <param name="Value">The number; null when the cell holds none.</param>
/// <param name="Status">SDMX observation status: <c>A</c> normal, <c>M</c> cannot exist, <c>O</c> missing.</param>
/// <param name="MissingReason">Why there is no number: <c>not-applicable</c> (a milestone has no baseline, and a total over the period begins at nothing) or <c>not-published</c> (the plan prints —); null when there is one.</param>
public sealed record Baseline(int Year, string Raw, decimal? Value, string Status, string? MissingReason)
{
    private const string Dash = "—";

    /// <summary>Reads one cell: a number, or — when the plan gives none.</summary>
    /// <param name="cell">The cell as printed.</param>
    /// <param name="year">The base year.</param>
    /// <param name="target">What the row aims at; a milestone and a total over the period can have no baseline.</param>
    public static Parsed<Baseline> Parse(string cell, int year, Target target)
    {
        if (cell is Dash)
        {
            return target is { Kind: TargetKind.Milestone } or { Cumulative: true }
                ? new Baseline(year, cell, null, "M", "not-applicable")
                : new Baseline(year, cell, null, "O", "not-published");
        }

        return decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? new Baseline(year, cell, value, "A", null)
            : new Unreadable("table1", cell, "a number, or — when there is none");
    }
}
