namespace Nantong.OpenData.Releases.Files;

/// <summary>The files of one tabular dataset.</summary>
internal static class DatasetFiles
{
    // Who opens a table in a spreadsheet by hand reads Chinese heads; the other datasets are for programs.
    private static readonly string[] WithChineseHeads = ["columns", "commitments", "indicators", "observations", "places"];

    /// <summary>The formats that a dataset is published in.</summary>
    public static IEnumerable<FileFormat> Of(string dataset) =>
    [
        Csv(dataset, ".csv", default),
        Csv(dataset, "-excel.csv", new CsvVariant(ForSpreadsheets: true, ChineseHeads: false)),
        .. WithChineseHeads.Contains(dataset) ? [Csv(dataset, "-zh.csv", new CsvVariant(ForSpreadsheets: true, ChineseHeads: true))] : Array.Empty<FileFormat>(),
        new(JsonName(dataset), JsonFile.MediaType, (draft, stream) => draft.Table(dataset).WriteJson(stream, draft)),
        new($"{dataset}.csv-metadata.json", Csvw.MediaType, (draft, stream) => Descriptors.Write(stream, Csvw.Describe(draft.Table(dataset).Dataset, draft))),
        new($"{dataset}.ndjson", NdjsonFile.MediaType, (draft, stream) => draft.Table(dataset).WriteNdjson(stream)),
    ];

    /// <summary>Name of a dataset's JSON document. Two plain names are taken: the editors' inputs are kept under them.</summary>
    public static string JsonName(string dataset) => dataset is "errata" or "places" ? $"{dataset}-records.json" : $"{dataset}.json";

    private static FileFormat Csv(string dataset, string ending, CsvVariant variant) =>
        new(dataset + ending, CsvFile.MediaType, (draft, stream) => draft.Table(dataset).WriteCsv(stream, variant));
}
