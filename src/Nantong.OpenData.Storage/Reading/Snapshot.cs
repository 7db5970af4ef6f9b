using System.Collections.Frozen;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files.Packages;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage.Observations;
using Nantong.OpenData.Storage.Rows;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Reading;

/// <summary>A release in memory: read from the store, checked against its manifest, never changed.</summary>
public sealed class Snapshot(ReleaseEntry release, Manifest manifest, ReleaseFacts facts, IReadOnlyList<Change> changes)
{
    private const int BytesPerRow = 3_000;

    private readonly FrozenDictionary<string, Node> nodesById = facts.Nodes.ToFrozenDictionary(node => node.Id, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Indicator> indicatorsById = facts.Indicators.ToFrozenDictionary(
        indicator => indicator.Id,
        StringComparer.Ordinal
    );

    /// <summary>The release, with what its row says about plan and publication.</summary>
    public ReleaseEntry Release => release;

    /// <summary>Its manifest.</summary>
    public Manifest Manifest => manifest;

    /// <summary>Every node of the text, in reading order.</summary>
    public IReadOnlyList<Node> Nodes { get; } = facts.Nodes;

    /// <summary>The indicators, in printed order.</summary>
    public IReadOnlyList<Indicator> Indicators { get; } = facts.Indicators;

    /// <summary>The columns (专栏), in printed order.</summary>
    public IReadOnlyList<Column> Columns { get; } = facts.Columns;

    internal ReleaseFacts Facts => facts;

    /// <summary>The records of a kind; empty in a release from before there was such a kind.</summary>
    public IReadOnlyList<T> Of<T>(RecordKind<T> kind)
        where T : class => facts.Of(kind);

    /// <summary>The quantities and dated promises of the prose, in reading order; empty in a release from before they were read, as are all facts
    /// below.</summary>
    public IReadOnlyList<Commitment> Commitments => facts.Commitments;

    /// <summary>The digits that are no commitment, each with its reason, in reading order.</summary>
    public IReadOnlyList<Exclusion> Exclusions => facts.Exclusions;

    /// <summary>The places that the plan names, in the order of the gazetteer.</summary>
    public IReadOnlyList<Place> Places => facts.Places;

    /// <summary>The patterns in which the plan lays the city out, in the order of the gazetteer.</summary>
    public IReadOnlyList<SpatialStructure> SpatialStructures => facts.SpatialStructures;

    /// <summary>What the rules of consistency found, agreements included.</summary>
    public IReadOnlyList<Finding> Findings => facts.Findings;

    /// <summary>The known defects of the source, applied or not.</summary>
    public IReadOnlyList<Erratum> Errata => facts.Errata;

    /// <summary>What was observed, by indicator in printed order: the values themselves stay in the store, see
    /// <see cref="ObservationPages"/>.</summary>
    public IReadOnlyList<ObservationPart> Observations => manifest.Observations ?? [];

    /// <summary>What differs from its predecessor; empty for the first release.</summary>
    public IReadOnlyList<Change> Changes => changes;

    /// <summary>What it is compared by with another release, its observations as numbers and hashes: see
    /// <see cref="ObservationTable.ContentOf"/>.</summary>
    public ReleaseContent Content => ReleaseContent.Of(release.Head, manifest, facts);

    /// <summary>What its text is searched by.</summary>
    public TextIndexes Indexes { get; private init; } = new(facts);

    /// <summary>What it takes in memory, estimated from above by its rows and their indexes: observations are not among them.</summary>
    public long Bytes => BytesPerRow * manifest.Tables.Where(table => table.Name != TableNames.Observations).Sum(table => (long)table.Rows);

    /// <summary>The node with an id; null when there is none.</summary>
    public Node? FindNode(string id) => nodesById.GetValueOrDefault(id);

    /// <summary>The indicator with an id; null when there is none.</summary>
    public Indicator? FindIndicator(string id) => indicatorsById.GetValueOrDefault(id);

    /// <summary>Every file of the release that a reader can download, the manifest, the sums and the signature included, sorted by path.</summary>
    public IReadOnlyList<FileEntry> ListFiles() => ManifestFile.ListFiles(Manifest, Release.Signature);

    /// <summary>The same records under the row as it says now: only its status can have changed.</summary>
    internal Snapshot Under(ReleaseEntry now) =>
        ReleaseRow.Same(release, now) ? this : new Snapshot(now.WithHeadOf(release), manifest, facts, changes) { Indexes = Indexes };
}

/// <summary>A release as its row in table <c>releases</c> tells of it.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="PublishedAt">When it became readable, in UTC; null while building.</param>
/// <param name="Message">What the publisher said about it.</param>
/// <param name="ContentHash">Hash of its content, from the manifest.</param>
/// <param name="ManifestSha256">SHA-256 of its <c>manifest.json</c>.</param>
/// <param name="Predecessor">The release it follows; null for the first.</param>
/// <param name="About">What <c>plan.json</c> said about the plan.</param>
/// <param name="TitleBlock">The notice that issued the plan.</param>
/// <param name="Note">Why it is deprecated or withdrawn; null while it is plainly published.</param>
public sealed record ReleaseEntry(
    string Plan,
    ReleaseVersion Version,
    ReleaseStatus Status,
    DateTimeOffset? PublishedAt,
    string Message,
    string ContentHash,
    string ManifestSha256,
    ReleaseVersion? Predecessor,
    PlanDescription About,
    TitleBlock TitleBlock,
    StatusNote? Note = null
)
{
    /// <summary>The inbox drop that it was made from: <c>inbox/{plan}/{name}@{stamp}</c>; null when it was published otherwise.</summary>
    public string? Origin { get; init; }

    /// <summary>The signature of its manifest; null when nobody signed it.</summary>
    public ReleaseSignature? Signature { get; init; }

    /// <summary>Everything that was said of it, sealed; null while it is being built, and in a store from before there were such records.</summary>
    internal Publishing.ReleaseRecord? Record { get; init; }

    /// <summary>The turn in which the row was written last: tells a release whose pointer is still to move from one whose pointer was set
    /// back.</summary>
    internal string? Turn { get; init; }

    /// <summary>The same with what another entry of the release says of its plan, which was proven: a row is not believed in that by
    /// itself.</summary>
    public ReleaseEntry WithHeadOf(ReleaseEntry proven) => this with { About = proven.About, TitleBlock = proven.TitleBlock };

    internal ReleaseKey Key => new(Plan, Version);

    internal ReleaseHead Head => new(About, TitleBlock);
}

/// <summary>Why a release is deprecated or withdrawn, and where its readers should go.</summary>
/// <param name="Since">When that was said, in UTC.</param>
/// <param name="Reason">Why, in a sentence for readers.</param>
/// <param name="Replacement">The release to use in its place; null when there is none.</param>
/// <param name="Sunset">When a deprecated release will stop being served, in UTC, not before <paramref name="Since"/>; null when nobody plans
/// that.</param>
public sealed record StatusNote(DateTimeOffset Since, string Reason, ReleaseVersion? Replacement, DateTimeOffset? Sunset);
