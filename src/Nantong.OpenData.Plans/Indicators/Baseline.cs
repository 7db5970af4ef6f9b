namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The value of the base year.</summary>
/// <param name="Year">The base year.</param>
/// <param name="Raw">The cell as printed.</param>
/// <param name="Value">The number; null when the cell holds none.</param>
/// <param name="Status">SDMX observation status: <c>A</c> normal, <c>E</c> estimated (约), <c>M</c> cannot exist, <c>O</c> missing.</param>
/// <param name="MissingReason">Why there is no number: <c>not-applicable</c> (a milestone has no baseline, and a total over the period begins at
/// nothing) or <c>not-published</c> (the plan prints —); null when there is one.</param>
public sealed record Baseline(int Year, string Raw, decimal? Value, string Status, string? MissingReason)
{
    /// <summary>Reads one cell: a number, or — when the plan gives none.</summary>
    /// <param name="cell">The cell as printed.</param>
    /// <param name="year">The base year of the column; a cell may print its own.</param>
    /// <param name="target">What the row aims at; a milestone and a total over the period can have no baseline.</param>
    public static Parsed<Baseline> Parse(string cell, int year, Target target)
    {
        if (Cell.Find(cell) is not { } read || read is { From: not null } or { Operator: not TargetOperator.None } or { IsGrowth: true })
            return new Unreadable("table", cell, "a number, or — when there is none; 约 and a year of its own may stand with it");
        if (read.IsEmpty || read.Words is not null)
        {
            return target is { Kind: TargetKind.Milestone } or { Cumulative: true }
                ? new Baseline(year, cell, null, "M", "not-applicable")
                : new Baseline(year, cell, null, "O", "not-published");
        }

        return new Baseline(read.Year ?? year, cell, read.Value, read.Approx ? "E" : "A", null);
    }
}
