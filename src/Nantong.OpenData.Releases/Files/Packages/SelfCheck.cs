using System.IO.Compression;
using System.Text.Json.Nodes;
using Nantong.OpenData.Releases.Files.Columnar;
using Nantong.OpenData.Releases.Files.Delimited;
using Nantong.OpenData.Releases.Files.Spreadsheets;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary><c>selfcheck.json</c>: every data file read back, and whether it says what the records say.</summary>
/// <remarks>
/// CSV is read by a reader that shares nothing with its writer, the workbook and the archive by the runtime's ZIP and XML readers while another
/// library wrote them, Parquet by what its own metadata say.
/// For JSON there is but one library here; it goes through the records.
/// </remarks>
internal static class SelfCheck
{
    public static JsonObject Describe(ReleaseDraft draft)
    {
        using var workbook = new ZipArchive(draft.OpenPacked(XlsxFile.Path), ZipArchiveMode.Read);
        return new JsonObject
        {
            ["plan"] = draft.Plan.About.Id,
            ["release"] = draft.Version.ToString(),
            ["method"] =
                "Each file was read back after it was written. valuesSha256 is SHA-256 over every value of every row in UTF-8, each "
                + "followed by the byte 1F, each row followed by the byte 1E; a missing value is empty. A JSON record is first flattened to "
                + "rows as CSV has them. Parquet holds decimal numbers as doubles: its hash is over their shortest spelling. agrees: rows "
                + "and values are those of the records.",
            ["datasets"] = new JsonArray([.. draft.Tables.Select(table => OfTable(draft, table, workbook))]),
            ["texts"] = SelfCheckTexts.Describe(draft),
        };
    }

    private static JsonObject OfTable(ReleaseDraft draft, ReleaseTable table, ZipArchive workbook)
    {
        var (name, expected) = (table.Dataset.Name, ValueHash.Of(table.Rows));
        return new JsonObject
        {
            ["name"] = name,
            ["rows"] = expected.Rows,
            ["valuesSha256"] = expected.Sha256,
            ["files"] = new JsonArray([
                .. DatasetFiles
                    .Csvs(name)
                    .Select(path =>
                        Compare(
                            path,
                            expected,
                            Read(draft, path, stream => CsvCells.Read(stream).Skip(1).Select(row => Plain(draft, table.Dataset, path, row)))
                        )
                    ),
                Compare($"{name}.ndjson", expected, Read(draft, $"{name}.ndjson", table.ReadNdjson)),
                Compare($"{name}.json", expected, Read(draft, $"{name}.json", table.ReadJson)),
                Compare(XlsxFile.Path, expected, ValueHash.Of(XlsxCells.Read(workbook, table.Dataset))),
                Compare(
                    name + ParquetFile.Ending,
                    ValueHash.Of(table.Rows.Select(row => ParquetCells.Held(table.Dataset, row))),
                    ValueHash.Of(ParquetCells.Read(draft.OpenPacked(name + ParquetFile.Ending).ToArray()))
                ),
            ]),
        };
    }

    /// <summary>What was found in a file beside what should be there.</summary>
    public static JsonObject Compare(string path, ValueHash expected, ValueHash found) =>
        new()
        {
            ["path"] = path,
            ["rows"] = found.Rows,
            ["valuesSha256"] = found.Sha256,
            ["agrees"] = found == expected,
        };

    private static ValueHash Read(ReleaseDraft draft, string path, Func<Stream, IEnumerable<IReadOnlyList<string?>>> rows)
    {
        using var stream = draft.File(path).OpenRead();
        return ValueHash.Of(rows(stream));
    }

    private static IReadOnlyList<string?> Plain(ReleaseDraft draft, Dataset dataset, string path, IReadOnlyList<string> row)
    {
        if (!DatasetFiles.IsForSpreadsheets(path))
            return row;
        var plain = row.Select(ExcelGuard.Unguard);
        return DatasetFiles.IsChinese(path) ? [.. plain.Select((cell, at) => draft.ChineseCells.Read(dataset.Columns[at], cell))] : [.. plain];
    }
}
