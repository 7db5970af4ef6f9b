using System.Text.Json.Serialization;

namespace Nantong.OpenData.Releases.Observations;

/// <summary>The observations of one indicator in a release.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Rows">Number of observations.</param>
/// <param name="Sha256">SHA-256 over them as JSON, one line each, in the order of their keys <c>area|year</c>.</param>
/// <param name="Blocks">The same observations, cut into blocks: each can be read and proven by itself.</param>
public sealed record ObservationPart(string Indicator, int Rows, string Sha256, IReadOnlyList<ObservationBlock> Blocks)
{
    /// <summary>The same observations once more, by year, so that those of one year can be read and proven without the others; from the first year
    /// to the last. Null where there are few, and in a release from before they were listed so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] // a manifest is written again as it was read
    public IReadOnlyList<ObservationYear>? Years { get; init; }
}

/// <summary>The observations of one indicator and year.</summary>
/// <param name="Year">The year.</param>
/// <param name="To">Key of the last: <c>tongzhou|2021</c>.</param>
/// <param name="Blocks">The observations from area to area, cut into blocks as those of all years are: between the first key of a block and that of
/// the next one lie rows of other years, too, which are not of it.</param>
public sealed record ObservationYear(int Year, string To, IReadOnlyList<ObservationBlock> Blocks);

/// <summary>Some observations of one indicator that follow each other: as many in each block of a release, or fewer in the last.</summary>
/// <param name="From">Key of the first: <c>nantong|2021</c>. The block ends where the next one begins.</param>
/// <param name="Rows">Number of observations.</param>
/// <param name="Sha256">SHA-256 over them as JSON, one line each.</param>
public sealed record ObservationBlock(string From, int Rows, string Sha256);
