using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>What two releases are compared by: all their records, kind by kind.</summary>
/// <param name="Sets">The records; a kind that a release does not have yet is left out.</param>
public sealed record ReleaseContent(IReadOnlyList<RecordSet> Sets)
{
    /// <summary>The content of a release that was built.</summary>
    public static ReleaseContent Of(Release release)
    {
        var plan = release.Plan;
        return Of(new ReleaseHead(plan.About, plan.TitleBlock), release.Manifest, plan.Nodes, plan.Indicators, plan.Columns);
    }

    /// <summary>The content of a release that was read back.</summary>
    public static ReleaseContent Of(
        ReleaseHead head,
        Manifest manifest,
        IReadOnlyList<Node> nodes,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<Column> columns) => new(
    [
        RecordSet.Of(RecordKinds.Source, [new SourceRecord("source.txt", manifest.SourceSha256)], ChangeJson.Line.SourceRecord),
        RecordSet.Of(RecordKinds.Plan, [head], RecordJson.Line.ReleaseHead),
        RecordSet.Of(RecordKinds.Node, nodes, RecordJson.Line.Node),
        RecordSet.Of(RecordKinds.Indicator, indicators, RecordJson.Line.Indicator),
        RecordSet.Of(RecordKinds.Column, columns, RecordJson.Line.Column),
        RecordSet.Of(RecordKinds.File, manifest.Files.Select(file => new FileRecord(file.Path, file.MediaType)), ChangeJson.Line.FileRecord),
    ]);

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
