using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>Which places each chapter names, and how often.</summary>
internal static class PlacesByChapter
{
    public const string Id = "places-by-chapter";

    public static Aggregate Compute(AggregateInputs inputs)
    {
        var parts = new Parts(inputs.Nodes);
        Mention[] all =
        [
            .. inputs.Facts.Places.SelectMany(place => place.Mentions.Select(mention => new Mention(parts.Top(mention.Node), place.Id, place.Label))),
        ];
        return new Aggregate(
            Id,
            new Label("各章提及地名", "Places by chapter"),
            inputs.Release,
            Hashes.Together([Hashes.Table(RecordKinds.Place, inputs.Facts.Places), Hashes.Table(RecordKinds.Node, inputs.Nodes)]),
            [
                .. all.GroupBy(mention => mention.Part)
                    .OrderBy(part => part.Key.Order)
                    .SelectMany(part =>
                        part.GroupBy(mention => mention.Place)
                            .Select(place => Row(part.Key.Id, place.Key, place.First().Label, [.. place]))
                            .Append(Row(part.Key.Id, AggregateRecipe.Total, Parts.Name(part.Key), [.. part]))
                    ),
                Row(AggregateRecipe.Total, AggregateRecipe.Total, AggregateRecipe.TotalLabel, all),
            ]
        );
    }

    private static AggregateRow Row(string chapter, string place, Label label, IReadOnlyList<Mention> mentions) =>
        new(
            new Dictionary<string, string> { ["chapter"] = chapter, ["place"] = place },
            label,
            new Dictionary<string, decimal?> { ["places"] = mentions.DistinctBy(mention => mention.Place).Count(), ["mentions"] = mentions.Count },
            Unit: null
        );

    private sealed record Mention(Node Part, string Place, Label Label);
}
