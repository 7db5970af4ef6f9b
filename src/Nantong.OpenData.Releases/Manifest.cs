using System.Text.Json.Serialization;
using Nantong.OpenData.Releases.Observations;

namespace Nantong.OpenData.Releases;

/// <summary>What a release consists of, with the hashes that prove it. Published as <c>manifest.json</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Release">Version of the release.</param>
/// <param name="Predecessor">The release it follows; null for the first.</param>
/// <param name="SourceSha256">SHA-256 of the source text.</param>
/// <param name="ContentHash">SHA-256 over the lines <c>sha256  path</c> and <c>sha256  table:name</c> of all files and tables but <c>changes</c>,
/// each ended by a line feed, sorted ordinally by what is hashed. Tells one content from another, whatever came before it.</param>
/// <param name="Files">The files, sorted by path; <c>manifest.json</c> and <c>SHA256SUMS</c> are not among them.</param>
/// <param name="Tables">The tables that the API answers from.</param>
public sealed record Manifest(
    string Plan,
    ReleaseVersion Release,
    ReleaseReference? Predecessor,
    string SourceSha256,
    string ContentHash,
    IReadOnlyList<FileEntry> Files,
    IReadOnlyList<TableEntry> Tables
)
{
    /// <summary>The observations by indicator, in printed order: those with none are left out. Null in a release from before they were listed
    /// so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] // a manifest is written again as it was read
    public IReadOnlyList<ObservationPart>? Observations { get; init; }
}

/// <summary>A release as another one refers to it.</summary>
/// <param name="Version">Its version.</param>
/// <param name="ManifestSha256">SHA-256 of its <c>manifest.json</c>.</param>
public sealed record ReleaseReference(ReleaseVersion Version, string ManifestSha256);

/// <summary>One file of a release.</summary>
/// <param name="Path">File name: <c>indicators.csv</c>.</param>
/// <param name="Bytes">Length in bytes.</param>
/// <param name="Sha256">SHA-256, as lower-case hexadecimal digits.</param>
/// <param name="MediaType">Media type with parameters.</param>
/// <param name="Rows">Number of records in it; null for a text.</param>
public sealed record FileEntry(string Path, long Bytes, string Sha256, string MediaType, int? Rows);

/// <summary>The rows of a release in one table.</summary>
/// <param name="Name">Name of the table: <c>indicators</c>.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Sha256">SHA-256 over the rows as JSON, one line each, in row order; for <c>observations</c> over the lines <c>sha256  indicator</c>
/// of its parts, sorted by indicator.</param>
public sealed record TableEntry(string Name, int Rows, string Sha256);
