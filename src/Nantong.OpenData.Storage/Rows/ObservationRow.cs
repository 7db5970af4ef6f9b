using Azure.Data.Tables;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>observations</c>: one row per value, those of an indicator side by side.</summary>
/// <remarks>The table service knows no decimals: the exact value stands in <c>value</c> as text, <c>number</c> beside it is for filters.</remarks>
internal static class ObservationRow
{
    public static RowFormat<Observation> Format { get; } = new(TableNames.Observations, RecordJson.Line.Observation, ObservationRecord.IdOf, Write, Read);

    private static void Write(Observation observation, TableEntity row)
    {
        row["indicator"] = observation.Indicator;
        row["area"] = observation.Area;
        row["year"] = observation.Year;
        row.SetText("value", observation.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (observation.Value is { } value) row["number"] = (double)value;
        row["status"] = observation.Status;
        row.SetText("source", observation.Source);
        row.SetText("note", observation.Note);
    }

    private static Observation Read(TableEntity row) => new(
        row.GetText("indicator"),
        row.GetText("area"),
        row.GetNumber("year"),
        row.FindText("value") is { } value ? decimal.Parse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture) : null,
        row.GetText("status"),
        row.GetText("source"),
        row.FindText("note"));
}
