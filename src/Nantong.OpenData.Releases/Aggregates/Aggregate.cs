namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>A table of figures computed from the stored rows of a release.</summary>
/// <param name="Id">Stable slug: <c>indicators-by-category</c>.</param>
/// <param name="Label">What it counts.</param>
/// <param name="AsOfRelease">The release whose rows it was computed from.</param>
/// <param name="InputsHash">SHA-256 over those rows, as lower-case hexadecimal digits.</param>
/// <param name="Rows">The figures.</param>
public sealed record Aggregate(string Id, Plans.Label Label, ReleaseVersion AsOfRelease, string InputsHash, IReadOnlyList<AggregateRow> Rows);

/// <summary>One row of an aggregate, in SDMX terms: what it is about, and what was measured.</summary>
/// <param name="Dimensions">Dimension names and codes: <c>category</c> = <c>city-function</c>.</param>
/// <param name="Label">The row's name.</param>
/// <param name="Measures">Measure names and numbers; null where the plan gives no number.</param>
/// <param name="Unit">UCUM code of measures that are not counts; null for counts.</param>
public sealed record AggregateRow(
    IReadOnlyDictionary<string, string> Dimensions,
    Plans.Label Label,
    IReadOnlyDictionary<string, decimal?> Measures,
    string? Unit
);
