using System.Globalization;
using Azure.Data.Tables;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>observations</c>: one row per value, those of an indicator in a partition of their own, by area and year.</summary>
/// <remarks>The table service knows no decimals: the exact value stands in <c>value</c> as text, <c>number</c> beside it is for filters, as are
/// <c>unitCode</c> and <c>missingReason</c>.</remarks>
internal static class ObservationRow
{
    public static RowFormat<Observation> Format { get; } =
        new(TableNames.Observations, () => RecordJson.Line.Observation, ObservationOrder.KeyOf, Write, Read)
        {
            Address = (release, _, row) => RowAddress.Observation(release, row.Indicator, ObservationOrder.KeyOf(row)),
            IsAddressOf = (row, record) =>
                row.RowKey == ObservationOrder.KeyOf(record) && row.PartitionKey.EndsWith($"|{record.Indicator}", StringComparison.Ordinal),
        };

    private static void Write(Observation observation, TableEntity row)
    {
        row["indicator"] = observation.Indicator;
        row["area"] = observation.Area;
        row["year"] = observation.Year;
        row.SetText("value", observation.Value?.ToString(CultureInfo.InvariantCulture));
        if (observation.Value is { } value)
            row["number"] = (double)value;
        row.SetJson("unit", observation.Unit, RecordJson.Line.Unit);
        row.SetText("unitCode", observation.Unit.Ucum);
        row["status"] = observation.Status;
        row.SetText("missingReason", observation.MissingReason);
        row.SetText("source", observation.Source);
        row.SetText("note", observation.Note);
    }

    private static Observation Read(TableEntity row) =>
        new(
            row.GetText("indicator"),
            row.GetText("area"),
            row.GetNumber("year"),
            row.FindText("value") is { } value ? decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture) : null,
            row.GetJson("unit", RecordJson.Line.Unit),
            row.GetText("status"),
            row.GetText("source"),
            row.FindText("note")
        );
}
