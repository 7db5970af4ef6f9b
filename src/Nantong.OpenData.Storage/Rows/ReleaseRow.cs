using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>releases</c>: one row per release. The only row that changes: its status does. What it says of its life is sealed in
/// <c>record</c>.</summary>
internal static class ReleaseRow
{
    private const string RecordColumn = "record";
    private const string RecordHashColumn = "recordSha256";

    public static TableEntity Write(ReleaseEntry release)
    {
        var address = RowAddress.Release(release.Plan, release.Version);
        var row = new TableEntity(address.Partition, address.Row)
        {
            ["version"] = release.Version.ToString(),
            ["contentHash"] = release.ContentHash,
            ["manifestSha256"] = release.ManifestSha256,
        };
        row.SetCode("status", release.Status, RecordJson.Line.ReleaseStatus);
        if (release.PublishedAt is { } published)
            row["publishedAt"] = published.ToUniversalTime();
        row.SetText("message", release.Message);
        row.SetText("origin", release.Origin);
        row.SetText("predecessor", release.Predecessor?.ToString());
        if (release.Signature is { } signature)
            row.SetJson("signature", signature, ReleaseRecordJson.Line.ReleaseSignature);
        row.SetText("turn", release.Turn);
        if (release.Record is { } record)
        {
            row.SetJson(RecordColumn, record, ReleaseRecordJson.Line.ReleaseRecord);
            row[RecordHashColumn] = record.Sha256;
        }

        if (release.Note is { } note)
            Write(note, row);
        row.SetJson("about", release.About, RecordJson.Line.PlanDescription);
        row.SetJson("titleBlock", release.TitleBlock, RecordJson.Line.TitleBlock);
        return RowLimits.Checked(row);
    }

    /// <summary>Reads a row, and holds it against its sealed record.</summary>
    /// <exception cref="InvalidDataException">A column is missing, or says something that was never sealed.</exception>
    public static ReleaseEntry Read(TableEntity row)
    {
        var release = ReadColumns(row);
        if (RowAddress.Release(release.Plan, release.Version).Row != row.RowKey)
            throw new InvalidDataException($"it is the row of {release.Version}");
        if (release.Record is not { } record)
            return release;
        if (record.Sha256 != row.GetString(RecordHashColumn))
            throw new InvalidDataException("its sealed record does not have its hash");
        if ((record.FindBreak() ?? record.FindContradiction(release)) is { } forged)
            throw new InvalidDataException(forged);
        return release;
    }

    /// <summary>The record that a row seals, whatever its other columns say; null when it seals none, or the record does not have its hash.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is no record.</exception>
    public static ReleaseRecord? FindRecord(TableEntity row)
    {
        if (row.FindText(RecordColumn) is null)
            return null;
        var record = row.GetJson(RecordColumn, ReleaseRecordJson.Line.ReleaseRecord);
        return record.Sha256 == row[RecordHashColumn] as string ? record : null;
    }

    /// <summary>What a row says of the manifest, whatever else is wrong with it; empty when it says nothing.</summary>
    public static string FindManifestSha256(TableEntity row) => row["manifestSha256"] as string ?? "";

    private static ReleaseEntry ReadColumns(TableEntity row) =>
        new(
            row.PartitionKey,
            Version(row, "version") ?? throw new InvalidDataException("column version is missing"),
            row.GetCode("status", RecordJson.Line.ReleaseStatus),
            row.GetDateTimeOffset("publishedAt"),
            row.GetText("message"),
            row.GetText("contentHash"),
            row.GetText("manifestSha256"),
            Version(row, "predecessor"),
            row.GetJson("about", RecordJson.Line.PlanDescription),
            row.GetJson("titleBlock", RecordJson.Line.TitleBlock),
            Note(row)
        )
        {
            Origin = row.FindText("origin"),
            Signature = row.FindText("signature") is null ? null : row.GetJson("signature", ReleaseRecordJson.Line.ReleaseSignature),
            Turn = row.FindText("turn"),
            Record = row.FindText(RecordColumn) is null ? null : row.GetJson(RecordColumn, ReleaseRecordJson.Line.ReleaseRecord),
        };

    /// <summary>True when two entries were written in the same turn and say the same about status, time and content.</summary>
    public static bool Same(ReleaseEntry a, ReleaseEntry b) =>
        (a.Plan, a.Version, a.Status, a.PublishedAt, a.ManifestSha256, a.Note, a.Turn)
        == (b.Plan, b.Version, b.Status, b.PublishedAt, b.ManifestSha256, b.Note, b.Turn);

    private static void Write(StatusNote note, TableEntity row)
    {
        row["statusSince"] = note.Since.ToUniversalTime();
        row.SetText("statusReason", note.Reason);
        row.SetText("statusReplacement", note.Replacement?.ToString());
        if (note.Sunset is { } sunset)
            row["statusSunset"] = sunset.ToUniversalTime();
    }

    private static StatusNote? Note(TableEntity row) =>
        row.GetDateTimeOffset("statusSince") is { } since
            ? new StatusNote(since, row.GetText("statusReason"), Version(row, "statusReplacement"), row.GetDateTimeOffset("statusSunset"))
            : null;

    private static ReleaseVersion? Version(TableEntity row, string column) =>
        row.GetString(column) switch
        {
            null => null,
            var text when ReleaseVersion.TryParse(text, out var version) => version,
            var text => throw new InvalidDataException($"column {column} holds '{text}', not a version"),
        };
}
