using Azure.Data.Tables;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>structures</c>: one row per spatial pattern, its members within.</summary>
internal static class StructureRow
{
    public static RowFormat<SpatialStructure> Format { get; } =
        FactRow.Of(TableNames.Structures, RecordJson.Line.SpatialStructure, structure => structure.Id, WriteFilters);

    private static void WriteFilters(SpatialStructure structure, TableEntity row)
    {
        row["name"] = structure.Name;
        row["memberCount"] = structure.Members.Count;
    }
}
