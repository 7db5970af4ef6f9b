using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The patterns in which the plan lays the city out, in the order of the gazetteer. Their dataset has one row per member, and one for a
/// pattern whose members the plan does not list.</summary>
internal static class StructureRecords
{
    public static RecordKind<SpatialStructure> Kind { get; } =
        new("structures", "structure", () => RecordJson.Line.SpatialStructure, structure => structure.Id, plan => plan.SpatialStructures)
        {
            Filters = [new("name", row => row.Name), new("memberCount", row => row.Members.Count)],
            Dataset = version =>
                Dataset<SpatialStructure>.Of(
                    "structures",
                    new("空间格局", "Spatial patterns"),
                    StructureFields.Rows,
                    StructureFields.All,
                    RecordJson.Line.SpatialStructure,
                    RecordJson.Indented.DocumentSpatialStructure,
                    version
                ),
            Text = "/name",
            Editorial = ["/label", "/note", "/members"],
            Elsewhere = ["/mentions", "/members/*/anchor"],
        };
}
