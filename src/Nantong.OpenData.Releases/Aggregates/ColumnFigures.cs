using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Aggregates;

/// <summary>What each boxed project column (专栏) consists of.</summary>
internal static class ColumnFigures
{
    public const string Id = "columns";

    public static Aggregate Compute(AggregateInputs inputs) =>
        new(
            Id,
            new Label("专栏统计", "Project columns"),
            inputs.Release,
            Hashes.Together([
                Hashes.Table(RecordKinds.Column, inputs.Columns),
                Hashes.Table(RecordKinds.Commitment, inputs.Facts.Commitments),
                Hashes.Table(RecordKinds.Place, inputs.Facts.Places),
            ]),
            [
                .. inputs.Columns.Select(column =>
                    Row(
                        inputs.Facts,
                        column.Id,
                        column.Section,
                        RecordJson.Code(column.Kind, RecordJson.Line.ColumnKind),
                        new Label(column.Title, string.Create(CultureInfo.InvariantCulture, $"Column {column.Number}")),
                        [column]
                    )
                ),
                Row(inputs.Facts, AggregateRecipe.Total, AggregateRecipe.Total, AggregateRecipe.Total, AggregateRecipe.TotalLabel, inputs.Columns),
            ]
        );

    private static AggregateRow Row(ReleaseFacts facts, string id, string section, string kind, Label label, IReadOnlyList<Column> columns)
    {
        var ids = columns.Select(column => column.Id).ToHashSet(StringComparer.Ordinal);
        return new AggregateRow(
            new Dictionary<string, string>
            {
                ["column"] = id,
                ["section"] = section,
                ["kind"] = kind,
            },
            label,
            new Dictionary<string, decimal?>
            {
                ["items"] = columns.Sum(column => column.Items.Count),
                ["characters"] = columns.Sum(column => column.Items.Sum(item => item.Text.Count(c => !char.IsWhiteSpace(c)))),
                ["commitments"] = facts.Commitments.Count(row => row.Column is { } column && ids.Contains(column)),
                ["places"] = facts.Places.Count(place => place.Nodes.Any(node => ids.Contains(node.Split('.')[0]))),
            },
            Unit: null
        );
    }
}
