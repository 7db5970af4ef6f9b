using Azure.Data.Tables;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>indicators</c>: one row per indicator.</summary>
/// <remarks>The table service knows no decimals: exact numbers stand in the JSON of <c>baseline</c> and <c>target</c>, the columns beside them are
/// for filters.</remarks>
internal static class IndicatorRow
{
    public static RowFormat<Indicator> Format { get; } =
        new(RecordKinds.Indicator.Set, () => RecordJson.Line.Indicator, indicator => indicator.Id, Write, Read);

    private static void Write(Indicator indicator, TableEntity row)
    {
        row["id"] = indicator.Id;
        row["seq"] = indicator.Seq;
        row["name"] = indicator.Name;
        row.SetJson("label", indicator.Label, RecordJson.Line.Label);
        row.SetJson("shortLabel", indicator.ShortLabel, RecordJson.Line.Label);
        row.SetJson("category", indicator.Category, RecordJson.Line.Category);
        row.SetJson("unit", indicator.Unit, RecordJson.Line.Unit);
        if (indicator.Decimals is { } decimals)
            row["decimals"] = decimals;
        row.SetJson("baseline", indicator.Baseline, RecordJson.Line.Baseline);
        row.SetJson("target", indicator.Target, RecordJson.Line.Target);
        row.SetJson("direction", indicator.Direction, RecordJson.Line.Direction);
        row.SetText("attribute", indicator.Attribute);
        if (indicator.Growth is { } growth)
            row.SetJson("growth", growth, RecordJson.Line.Growth);
        row.SetJson("statement", indicator.Statement, RecordJson.Line.Label);
        row.SetJson("notes", indicator.Notes, RecordJson.Line.IReadOnlyListNote);
        row.SetJson("source", indicator.Source, RecordJson.Line.IndicatorSource);

        row["categoryId"] = indicator.Category.Id;
        row.SetText("unitCode", indicator.Unit.Ucum);
        if (indicator.Baseline.Value is { } baseline)
            row["baselineValue"] = (double)baseline;
        if (indicator.Target.Value is { } target)
            row["targetValue"] = (double)target;
        row.SetCode("targetKind", indicator.Target.Kind, RecordJson.Line.TargetKind);
        row.SetCode("targetOperator", indicator.Target.Operator, RecordJson.Line.TargetOperator);
    }

    private static Indicator Read(TableEntity row) =>
        new()
        {
            Id = row.GetText("id"),
            Seq = row.GetNumber("seq"),
            Name = row.GetText("name"),
            Label = row.GetJson("label", RecordJson.Line.Label),
            ShortLabel = row.GetJson("shortLabel", RecordJson.Line.Label),
            Category = row.GetJson("category", RecordJson.Line.Category),
            Unit = row.GetJson("unit", RecordJson.Line.Unit),
            Decimals = row.GetInt32("decimals"),
            Baseline = row.GetJson("baseline", RecordJson.Line.Baseline),
            Target = row.GetJson("target", RecordJson.Line.Target),
            Direction = row.GetJson("direction", RecordJson.Line.Direction),
            Attribute = row.FindText("attribute"),
            Growth = row.FindText("growth") is not null ? row.GetJson("growth", RecordJson.Line.Growth) : null,
            Statement = row.GetJson("statement", RecordJson.Line.Label),
            Notes = row.GetJson("notes", RecordJson.Line.IReadOnlyListNote),
            Source = row.GetJson("source", RecordJson.Line.IndicatorSource),
        };
}
