using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Storage.Publishing;

/// <summary>What was said of a release, and when: sealed when it is published, and again with every change of its status.</summary>
/// <remarks>
/// The release's row holds it with its hash, container <c>records</c> keeps each state of it as a blob that is written once, and the pointer seals
/// the hashes of all records of the plan.
/// Each event names the record that stood before it, the first one that of the predecessor: nobody can change what was said without breaking what
/// follows.
/// </remarks>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest.</param>
/// <param name="ContentHash">Hash of its content, from the manifest.</param>
/// <param name="Predecessor">The release it follows; null for the first.</param>
/// <param name="Message">What the publisher said about it.</param>
/// <param name="Origin">The inbox drop that it was made from; null when it was published otherwise.</param>
/// <param name="Signature">The signature of its manifest; null when nobody signed it.</param>
/// <param name="Events">Publication first, then each change of status.</param>
internal sealed record ReleaseRecord(
    string Plan,
    ReleaseVersion Version,
    string ManifestSha256,
    string ContentHash,
    ReleaseVersion? Predecessor,
    string Message,
    string? Origin,
    ReleaseSignature? Signature,
    IReadOnlyList<ReleaseEvent> Events
)
{
    /// <summary>The record as it is stored and hashed.</summary>
    [JsonIgnore]
    public byte[] Bytes => RecordJson.ToBytes(this, ReleaseRecordJson.Line.ReleaseRecord);

    /// <summary>SHA-256 of the record.</summary>
    [JsonIgnore]
    public string Sha256 => Hashes.Of(Bytes);

    /// <summary>The last event: what holds now.</summary>
    [JsonIgnore]
    public ReleaseEvent Now => Events[^1];

    /// <summary>The record when only so many events had happened.</summary>
    public ReleaseRecord After(int events) => this with { Events = [.. Events.Take(events)] };

    /// <summary>The record as it was when the release was published.</summary>
    public ReleaseRecord AtFirst() => After(1);

    /// <summary>The record of a release that is published now.</summary>
    /// <param name="release">Its row, with the time.</param>
    /// <param name="predecessor">The record of the release it follows; null for the first.</param>
    public static ReleaseRecord Publish(ReleaseEntry release, ReleaseRecord? predecessor) =>
        new(
            release.Plan,
            release.Version,
            release.ManifestSha256,
            release.ContentHash,
            release.Predecessor,
            release.Message,
            release.Origin,
            release.Signature,
            [new ReleaseEvent(ReleaseStatus.Published, At(release), null, null, null, predecessor?.AtFirst().Sha256)]
        );

    /// <summary>The record with another event: the release has another status.</summary>
    public ReleaseRecord With(ReleaseStatus status, StatusNote note) =>
        this with
        {
            Events = [.. Events, new ReleaseEvent(status, note.Since, note.Reason, note.Replacement, note.Sunset, Sha256)],
        };

    /// <summary>The row that this record seals.</summary>
    /// <param name="row">The rest of the row: what the plan says of itself.</param>
    public ReleaseEntry ApplyTo(ReleaseEntry row) =>
        row with
        {
            Status = Now.Status,
            PublishedAt = Events[0].At,
            Message = Message,
            Origin = Origin,
            Signature = Signature,
            Note = Now.Reason is { } reason ? new StatusNote(Now.At, reason, Now.Replacement, Now.Sunset) : null,
            Record = this,
        };

    /// <summary>What a row says that this record does not; null when it says the same.</summary>
    public string? FindContradiction(ReleaseEntry row)
    {
        var (now, note) = (Now, row.Note);
        (string Column, bool Same)[] columns =
        [
            ("PartitionKey", row.Plan == Plan),
            ("version", row.Version == Version),
            ("manifestSha256", row.ManifestSha256 == ManifestSha256),
            ("contentHash", row.ContentHash == ContentHash),
            ("predecessor", row.Predecessor == Predecessor),
            ("message", row.Message == Message),
            ("origin", row.Origin == Origin),
            ("signature", row.Signature == Signature),
            ("publishedAt", row.PublishedAt == Events[0].At),
            ("status", row.Status == now.Status),
            ("statusSince", Events.Count == 1 ? note is null : note?.Since == now.At),
            ("statusReason", note?.Reason == now.Reason),
            ("statusReplacement", note?.Replacement == now.Replacement),
            ("statusSunset", note?.Sunset == now.Sunset),
        ];
        return Array.Find(columns, column => !column.Same).Column is { } changed ? $"column {changed} is not what its sealed record says" : null;
    }

    /// <summary>What is wrong with the record by itself; null when nothing is: it begins with a publication, and each event names the record before
    /// it.</summary>
    public string? FindBreak()
    {
        if (Events is not [{ Status: ReleaseStatus.Published }, ..])
            return "its record does not begin with a publication";
        for (var count = 1; count < Events.Count; count++)
        {
            if (Events[count].Previous != After(count).Sha256)
                return $"event {count + 1} of its record does not follow event {count}";
        }

        return null;
    }

    private static DateTimeOffset At(ReleaseEntry release) =>
        release.PublishedAt?.ToUniversalTime() ?? throw new ArgumentException($"{release.Key} has no time of publication", nameof(release));
}

/// <summary>One thing that was said of a release.</summary>
/// <param name="Status">Where the release stands from here on.</param>
/// <param name="At">When it was said, in UTC.</param>
/// <param name="Reason">Why, for readers; null for the publication.</param>
/// <param name="Replacement">The release to use in its place; null when there is none.</param>
/// <param name="Sunset">When it stops being served, in UTC; null when nobody plans that.</param>
/// <param name="Previous">SHA-256 of the record before this event: for the publication that of the predecessor, as it was when that was published;
/// null for the first release of a plan.</param>
internal sealed record ReleaseEvent(
    ReleaseStatus Status,
    DateTimeOffset At,
    string? Reason,
    ReleaseVersion? Replacement,
    DateTimeOffset? Sunset,
    string? Previous
);

/// <summary>How records become JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ReleaseRecord))]
internal sealed partial class ReleaseRecordJson : JsonSerializerContext
{
    /// <summary>On one line, every key written.</summary>
    public static ReleaseRecordJson Line { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                RespectNullableAnnotations = true,
                RespectRequiredConstructorParameters = true,
                UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            }
        );
}
