using Azure.Data.Tables;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>places</c>: one row per place, its mentions within.</summary>
internal static class PlaceRow
{
    public static RowFormat<Place> Format { get; } = FactRow.Of(TableNames.Places, RecordJson.Line.Place, place => place.Id, WriteFilters);

    private static void WriteFilters(Place place, TableEntity row)
    {
        row.SetCode("type", place.Type, RecordJson.Line.PlaceType);
        row["name"] = place.Name;
        row.SetText("within", place.Within);
        row["mentionCount"] = place.Mentions.Count;
    }
}
