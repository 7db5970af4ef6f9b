using System.Text.Json.Serialization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases;

/// <summary>One immutable publication of a plan, complete before anything is stored.</summary>
/// <param name="Plan">The plan as published.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="Manifest">What it consists of.</param>
/// <param name="Files">Every file, <c>manifest.json</c> and <c>SHA256SUMS</c> included.</param>
/// <param name="Changes">What differs from its predecessor; empty for the first release.</param>
public sealed record Release(Plan Plan, ReleaseVersion Version, Manifest Manifest, IReadOnlyList<ReleaseFile> Files, IReadOnlyList<Change> Changes)
{
    /// <summary>The kinds of record that it keeps.</summary>
    public IReadOnlyList<KeptKind> Kinds { get; init; } = RecordKinds.Kept;

    /// <summary>Its records, kind by kind.</summary>
    public ReleaseFacts Facts => ReleaseFacts.Of(Plan, Kinds);

    /// <summary>SHA-256 of its <c>manifest.json</c>: what the next release and the store refer to.</summary>
    public string ManifestSha256 => Files.Single(file => file.Path == ReleaseFile.ManifestName).Entry.Sha256;
}

/// <summary>Where a release stands in its life.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseStatus>))]
public enum ReleaseStatus
{
    /// <summary>Being written; invisible to readers.</summary>
    [JsonStringEnumMemberName("building")]
    Building,

    /// <summary>Published and current or past.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>Published, but readers should move on.</summary>
    [JsonStringEnumMemberName("deprecated")]
    Deprecated,

    /// <summary>No longer served; its metadata stays readable.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}
