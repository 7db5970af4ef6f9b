namespace Nantong.OpenData.Releases.Observations;

/// <summary>The observations of one indicator in a release.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Rows">Number of observations.</param>
/// <param name="Sha256">SHA-256 over them as JSON, one line each, in the order of their keys <c>area|year</c>.</param>
/// <param name="Blocks">The same observations, cut into blocks: each can be read and proven by itself.</param>
public sealed record ObservationPart(string Indicator, int Rows, string Sha256, IReadOnlyList<ObservationBlock> Blocks);

/// <summary>Some observations of one indicator that follow each other: as many in each block of a release, or fewer in the last.</summary>
/// <param name="From">Key of the first: <c>nantong|2021</c>. The block ends where the next one begins.</param>
/// <param name="Rows">Number of observations.</param>
/// <param name="Sha256">SHA-256 over them as JSON, one line each.</param>
public sealed record ObservationBlock(string From, int Rows, string Sha256);
