using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Places;

namespace Nantong.OpenData.Releases.Files;

/// <summary><c>structures.csv</c> and <c>structures.ndjson</c>: the spatial patterns; in CSV one row per member, and one without a member for a pattern whose members the plan does not list.</summary>
internal static class StructureFiles
{
    public static FileContent Csv(Plan plan, ReleaseVersion version) => CsvFile.Write(Columns(version), [.. plan.SpatialStructures.SelectMany(Rows)]);

    public static FileContent Ndjson(Plan plan, ReleaseVersion version) => NdjsonFile.Write(plan.SpatialStructures, RecordJson.Line.SpatialStructure, version);

    private static IEnumerable<Row> Rows(SpatialStructure structure) =>
        structure.Members is [] ? [new Row(structure, null)] : structure.Members.Select(member => new Row(structure, member));

    private static IReadOnlyList<CsvColumn<Row>> Columns(ReleaseVersion version) =>
    [
        new("structure_id", row => row.Structure.Id),
        new("structure_name", row => row.Structure.Name),
        new("structure_name_en", row => row.Structure.Label.En),
        new("member_name", row => row.Member?.Name),
        new("member_name_en", row => row.Member?.Label.En),
        new("member_places", row => row.Member is { } member ? CsvFile.List(member.Places) : null),
        new("member_node", row => row.Member?.Anchor.Node),
        new("member_quote", row => row.Member?.Anchor.Quote.Exact),
        new("release", _ => version.ToString()),
    ];

    private sealed record Row(SpatialStructure Structure, StructureMember? Member);
}
