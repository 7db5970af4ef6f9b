using System.Text.Json;
using Azure.Data.Tables;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>changes</c>: one row per difference between a release and its predecessor.</summary>
internal static class ChangeRow
{
    public static RowFormat<Change> Format { get; } =
        new(TableNames.Changes, () => ChangeJson.Line.Change, change => change.Target.Type, Write, Read);

    private static void Write(Change change, TableEntity row)
    {
        row.SetCode("op", change.Op, ChangeJson.Line.ChangeOp);
        row.SetCode("kind", change.Kind, ChangeJson.Line.ChangeKind);
        row["targetType"] = change.Target.Type;
        row.SetText("targetId", change.Target.Id);
        row["path"] = change.Path;
        if (change.From is { } from)
            row.SetJson("from", from, ChangeJson.Line.JsonElement);
        if (change.To is { } to)
            row.SetJson("to", to, ChangeJson.Line.JsonElement);
        row.SetCode("severity", change.Severity, ChangeJson.Line.Bump);
        row["rule"] = change.Rule;
        row.SetText("reason", change.Reason);
        row.SetText("previousId", change.PreviousId);
        row.SetJson("sentences", change.Sentences, ChangeJson.Line.IReadOnlyListSentenceChange);
    }

    private static Change Read(TableEntity row) =>
        new(
            row.GetCode("op", ChangeJson.Line.ChangeOp),
            row.GetCode("kind", ChangeJson.Line.ChangeKind),
            new ChangeTarget(row.GetText("targetType"), row.FindText("targetId")),
            row.GetText("path"),
            FindValue(row, "from"),
            FindValue(row, "to"),
            row.GetCode("severity", ChangeJson.Line.Bump),
            row.GetText("rule"),
            row.FindText("reason"),
            row.FindText("previousId"),
            row.GetJson("sentences", ChangeJson.Line.IReadOnlyListSentenceChange)
        );

    /// <summary>A JSON value; null when there was none, which is not the JSON null.</summary>
    private static JsonElement? FindValue(TableEntity row, string column) =>
        row.FindText(column) is { } text ? JsonSerializer.Deserialize(text, ChangeJson.Line.JsonElement) : null;
}
