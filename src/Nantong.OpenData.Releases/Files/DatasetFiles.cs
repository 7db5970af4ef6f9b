using Nantong.OpenData.Releases.Files.Columnar;
using Nantong.OpenData.Releases.Files.Delimited;
using Nantong.OpenData.Releases.Files.Packages;

namespace Nantong.OpenData.Releases.Files;

/// <summary>The files of one tabular dataset.</summary>
internal static class DatasetFiles
{
    private const string Excel = "-excel.csv",
        Chinese = "-zh.csv";

    // Who opens a table in a spreadsheet by hand reads Chinese heads; the other datasets are for programs.
    private static readonly string[] WithChineseHeads = ["columns", "commitments", "indicators", "observations", "places", "values"];

    /// <summary>The formats that a dataset is published in.</summary>
    public static IEnumerable<FileFormat> Of(string dataset) =>
        [
            .. Variants(dataset)
                .Select(csv => new FileFormat(
                    csv.Path,
                    CsvFile.MediaType,
                    (draft, stream) =>
                        csv.Variant.ChineseHeads
                            ? draft.Table(dataset).WriteChineseCsv(stream, draft.ChineseCells)
                            : draft.Table(dataset).WriteCsv(stream, csv.Variant)
                )),
            new($"{dataset}.json", JsonFile.MediaType, (draft, stream) => draft.Table(dataset).WriteJson(stream, draft)),
            new(
                $"{dataset}.csv-metadata.json",
                Csvw.MediaType,
                (draft, stream) => Descriptors.Write(stream, Csvw.Describe(draft.Table(dataset).Dataset, draft))
            ),
            new($"{dataset}.ndjson", NdjsonFile.MediaType, (draft, stream) => draft.Table(dataset).WriteNdjson(stream)),
            new(dataset + ParquetFile.Ending, ParquetFile.MediaType, (draft, stream) => draft.Table(dataset).WriteParquet(stream, draft))
            {
                IsPacked = true,
            },
        ];

    /// <summary>Names of a dataset's CSV files.</summary>
    public static IEnumerable<string> Csvs(string dataset) => Variants(dataset).Select(csv => csv.Path);

    /// <summary>True for a CSV file that people open by hand: it has a byte order mark, and guards before what looks like a formula.</summary>
    public static bool IsForSpreadsheets(string path) =>
        path.EndsWith(Excel, StringComparison.Ordinal) || path.EndsWith(Chinese, StringComparison.Ordinal);

    /// <summary>True for a CSV file with Chinese heads and cells.</summary>
    public static bool IsChinese(string path) => path.EndsWith(Chinese, StringComparison.Ordinal);

    private static IEnumerable<(string Path, CsvVariant Variant)> Variants(string dataset)
    {
        yield return ($"{dataset}.csv", default);
        yield return (dataset + Excel, new CsvVariant(ForSpreadsheets: true, ChineseHeads: false));
        if (WithChineseHeads.Contains(dataset))
            yield return (dataset + Chinese, new CsvVariant(ForSpreadsheets: true, ChineseHeads: true));
    }
}
