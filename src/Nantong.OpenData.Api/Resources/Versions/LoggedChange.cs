using System.Text.Json;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>One change as the log tells of it: the change, and the release that brought it.</summary>
/// <param name="Release">The release that brought it.</param>
/// <param name="PublishedAt">When that was published, in UTC.</param>
/// <param name="Number">Its place among the changes of that release, from 1.</param>
/// <param name="Op">What happened.</param>
/// <param name="Kind">Why such a thing happens.</param>
/// <param name="Target">What it happened to.</param>
/// <param name="Path">JSON Pointer (RFC 6901) of the member within the record; empty for the record as a whole. In a change of kind <c>schema</c>
/// <c>*</c> stands for any position of a list.</param>
/// <param name="From">The JSON value before; null when there was none.</param>
/// <param name="To">The JSON value after; null when there is none.</param>
/// <param name="Severity">The smallest bump that it allows, by <paramref name="Rule"/>.</param>
/// <param name="Rule">Id of the version rule that it falls under: see codelist <c>version-rules</c>.</param>
/// <param name="Reason">Ids of the errata that brought it about, comma separated; null when none did.</param>
/// <param name="PreviousId">The id before, when the record moved or was renamed; otherwise null.</param>
/// <param name="Sentences">For the text of a node, which of its sentences differ; otherwise empty.</param>
/// <remarks>Flat, so that a log and a comparison are read by the same code of a client.</remarks>
public sealed record LoggedChange(
    ReleaseVersion Release,
    DateTimeOffset? PublishedAt,
    int Number,
    ChangeOp Op,
    ChangeKind Kind,
    ChangeTarget Target,
    string Path,
    JsonElement? From,
    JsonElement? To,
    Bump Severity,
    string Rule,
    string? Reason,
    string? PreviousId,
    IReadOnlyList<SentenceChange> Sentences
)
{
    internal static LoggedChange Of(ReleaseEntry release, int number, Change change) =>
        new(
            release.Version,
            release.PublishedAt,
            number,
            change.Op,
            change.Kind,
            change.Target,
            change.Path,
            change.From,
            change.To,
            change.Severity,
            change.Rule,
            change.Reason,
            change.PreviousId,
            change.Sentences
        );
}
