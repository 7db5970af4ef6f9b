using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>One difference between two releases.</summary>
/// <param name="Op">What happened.</param>
/// <param name="Kind">Why such a thing happens.</param>
/// <param name="Target">What it happened to.</param>
/// <param name="Path">JSON Pointer (RFC 6901) of the member within the record; empty for the record as a whole. In a change of kind <c>schema</c>
/// <c>*</c> stands for any position of a list.</param>
/// <param name="From">The JSON value before; null when there was none.</param>
/// <param name="To">The JSON value after; null when there is none.</param>
/// <param name="Severity">The smallest bump that it allows, by <paramref name="Rule"/>.</param>
/// <param name="Rule">Id of the version rule that it falls under: <c>unit-changed</c>.</param>
/// <param name="Reason">Ids of the errata that brought it about, comma separated; null when none did.</param>
/// <param name="PreviousId">The id before, when the record moved or was renamed; otherwise null.</param>
/// <param name="Sentences">For the text of a node, which of its sentences differ; otherwise empty.</param>
public sealed record Change(
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
);

/// <summary>What a change happened to.</summary>
/// <param name="Type">Type of the record: <c>node</c>, <c>indicator</c>, <c>column</c>, <c>column-item</c>, <c>plan</c>, <c>source</c>, <c>file</c>
/// …; <c>observation-set</c> for the observations of an indicator, where so many changed that only their number is told.</param>
/// <param name="Id">Its id in the later of the compared releases, or in the earlier one when it was removed; null when all records of the type are
/// meant.</param>
public sealed record ChangeTarget(string Type, string? Id);

/// <summary>One sentence that differs between two versions of a node's text.</summary>
/// <param name="Node">Id of the node, as in the change that holds this.</param>
/// <param name="Sentence">Number of the sentence, from 1, in the text after; for a removed sentence in the text before.</param>
/// <param name="Op">What happened to it.</param>
/// <param name="Kind">Why: <c>typographic</c> when it reads the same, otherwise the kind of the whole change.</param>
/// <param name="From">The sentence before; null when it was added.</param>
/// <param name="To">The sentence after; null when it was removed.</param>
/// <param name="CharFrom">First character in the text that <paramref name="Sentence"/> counts in, from 0, in Unicode code points.</param>
/// <param name="CharTo">One past its last character.</param>
public sealed record SentenceChange(string Node, int Sentence, ChangeOp Op, ChangeKind Kind, string? From, string? To, int CharFrom, int CharTo);

/// <summary>What happened to a record, a member or a sentence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeOp>))]
public enum ChangeOp
{
    /// <summary>It is there only in the later release.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>It is there only in the earlier release.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed,

    /// <summary>It differs.</summary>
    [JsonStringEnumMemberName("modified")]
    Modified,

    /// <summary>It stands elsewhere; a record that is named after its place has another id.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>Its name changed, though not its place.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed,
}

/// <summary>Why a change happened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChangeKind>))]
public enum ChangeKind
{
    /// <summary>The source says something else.</summary>
    [JsonStringEnumMemberName("source-amendment")]
    SourceAmendment,

    /// <summary>Values that were observed or reported since came in; the plan says what it said.</summary>
    [JsonStringEnumMemberName("new-data")]
    NewData,

    /// <summary>The source says the same; we read it better.</summary>
    [JsonStringEnumMemberName("transcription-fix")]
    TranscriptionFix,

    /// <summary>Width, spaces or forms of the same mark.</summary>
    [JsonStringEnumMemberName("typographic")]
    Typographic,

    /// <summary>What the editors say about the data: labels, notes, rights.</summary>
    [JsonStringEnumMemberName("metadata")]
    Metadata,

    /// <summary>Which members records have and of which type they are, and which files there are.</summary>
    [JsonStringEnumMemberName("schema")]
    Schema,
}
