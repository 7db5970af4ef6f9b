using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>What two releases are compared by: all their records, kind by kind.</summary>
/// <param name="Sets">The records; a kind that a release does not have yet is left out. Of its observations there are only number and hash by
/// indicator.</param>
public sealed record ReleaseContent(IReadOnlyList<RecordSet> Sets)
{
    /// <summary>Its observations, to be read one after the other where their hashes differ.</summary>
    public ReleaseObservations Observations { get; init; } = ReleaseObservations.None;

    /// <summary>Ids of its nodes: an observation that names one as its source is stated by the plan itself, and follows from the
    /// indicators.</summary>
    internal IReadOnlySet<string> Nodes => Get(RecordKinds.Node).ById.Keys.ToHashSet(StringComparer.Ordinal);

    /// <summary>The content of a release that was built.</summary>
    public static ReleaseContent Of(Release release)
    {
        var plan = release.Plan;
        return Of(new ReleaseHead(plan.About, plan.TitleBlock), release.Manifest, release.Facts) with
        {
            Observations = ReleaseObservations.Of(plan.Observations, release.Manifest.Observations ?? []),
        };
    }

    /// <summary>The content of a release that was read back.</summary>
    public static ReleaseContent Of(ReleaseHead head, Manifest manifest, ReleaseFacts facts) =>
        new([
            RecordSet.Of(RecordKinds.Source, [new SourceRecord("source.txt", manifest.SourceSha256)], ChangeJson.Line.SourceRecord),
            RecordSet.Of(RecordKinds.Plan, [head], RecordJson.Line.ReleaseHead),
            .. facts.Kinds.Select(kind => kind.SetOf(facts)),
            .. Observed(manifest),
            RecordSet.Of(RecordKinds.File, manifest.Files.Select(file => new FileRecord(file.Path, file.MediaType)), ChangeJson.Line.FileRecord),
        ]);

    private static RecordSet[] Observed(Manifest manifest) =>
        manifest.Observations is { Count: > 0 } parts
            ?
            [
                RecordSet.Of(
                    RecordKinds.ObservationPart,
                    parts.Select(part => new ObservationPartRecord(part.Indicator, part.Rows, part.Sha256)),
                    ChangeJson.Line.ObservationPartRecord
                ),
            ]
            : [];

    /// <summary>The records of a kind; none when the release does not have it.</summary>
    internal RecordSet Get(RecordKind kind) => Sets.FirstOrDefault(set => set.Kind.Set == kind.Set) ?? new RecordSet(kind, []);
}

/// <summary>The source text of a release.</summary>
/// <param name="Id">Its file name.</param>
/// <param name="Sha256">Its hash.</param>
public sealed record SourceRecord(string Id, string Sha256);

/// <summary>A file of a release, by its form alone: its bytes follow from the records.</summary>
/// <param name="Path">File name.</param>
/// <param name="MediaType">Media type with parameters.</param>
public sealed record FileRecord(string Path, string MediaType);

/// <summary>The observations of one indicator, as the release document tells of them: hundreds of thousands of rows have no place in one
/// document.</summary>
/// <param name="Id">Id of the indicator.</param>
/// <param name="Rows">Number of observations, those that the plan states itself included.</param>
/// <param name="Sha256">SHA-256 over them, as in the manifest.</param>
public sealed record ObservationPartRecord(string Id, int Rows, string Sha256);

/// <summary>An observation as a record with an id.</summary>
/// <param name="Id">Its indicator, place and year: <c>urbanization-rate.nantong.2021</c>.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Area">Id of the place.</param>
/// <param name="Year">The year.</param>
/// <param name="Value">The value; null when it is missing.</param>
/// <param name="Unit">The unit of the value.</param>
/// <param name="Status">Its SDMX status.</param>
/// <param name="MissingReason">Why there is no value; null when there is one.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Note">What else to know.</param>
public sealed record ObservationRecord(
    string Id,
    string Indicator,
    string Area,
    int Year,
    decimal? Value,
    Unit Unit,
    string Status,
    string? MissingReason,
    string Source,
    string? Note
)
{
    /// <summary>Gives an observation its id.</summary>
    public static ObservationRecord Of(Observation row) =>
        new(IdOf(row), row.Indicator, row.Area, row.Year, row.Value, row.Unit, row.Status, row.MissingReason, row.Source, row.Note);

    /// <summary>The id of an observation.</summary>
    public static string IdOf(Observation row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Indicator}.{row.Area}.{row.Year}");
}
