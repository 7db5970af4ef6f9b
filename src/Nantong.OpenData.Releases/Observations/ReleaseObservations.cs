using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Observations;

/// <summary>The observations of a release, to be read part by part: nobody holds them all.</summary>
/// <param name="Parts">What there is, by indicator in printed order.</param>
/// <param name="Read">Reads a part in the order of its keys.</param>
public sealed record ReleaseObservations(IReadOnlyList<ObservationPart> Parts, Func<ObservationPart, IAsyncEnumerable<Observation>> Read)
{
    /// <summary>None, or none that somebody could read.</summary>
    public static ReleaseObservations None { get; } = new([], _ => AsyncEnumerable.Empty<Observation>());

    /// <summary>Observations that are in memory, in their order.</summary>
    public static ReleaseObservations Of(IReadOnlyList<Observation> rows, IReadOnlyList<ObservationPart> parts) =>
        new(parts, part => rows.Where(row => row.Indicator == part.Indicator).ToAsyncEnumerable());

    /// <summary>Reads the part of an indicator; nothing when there is none.</summary>
    public IAsyncEnumerable<Observation> ReadPart(string indicator) =>
        Parts.FirstOrDefault(part => part.Indicator == indicator) is { } part ? Read(part) : AsyncEnumerable.Empty<Observation>();
}
