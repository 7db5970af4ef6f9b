using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The places that the plan names, in the order of the gazetteer. Where it names them follows from the text, which has its own changes, and
/// stands in the JSON lines of the dataset alone.</summary>
internal static class PlaceRecords
{
    public static RecordKind<Place> Kind { get; } =
        new("places", "place", () => RecordJson.Line.Place, place => place.Id, plan => plan.Places)
        {
            Filters =
            [
                new("type", row => RecordJson.Code(row.Type, RecordJson.Line.PlaceType)),
                new("name", row => row.Name),
                new("within", row => row.Within),
                new("mentionCount", row => row.Mentions.Count),
            ],
            Dataset = version =>
                Dataset<Place>.Of(
                    "places",
                    new("地名", "Places"),
                    PlaceFields.All,
                    RecordJson.Line.Place,
                    RecordJson.Indented.DocumentPlace,
                    version
                ),
            Text = "/name",
            Editorial = ["/name", "/label", "/aliases", "/within", "/withinBasis", "/note", "/division"],
            Elsewhere = ["/mentions", "/nodes", "/commitments"],
            Meaning = ["/type"],
        };
}
