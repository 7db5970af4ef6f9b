using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Files;

/// <summary>One file of a release: its name, its media type, and how it is written.</summary>
/// <param name="Path">File name.</param>
/// <param name="MediaType">Media type with parameters.</param>
/// <param name="Write">Writes it, the same bytes for the same plan and version on any machine.</param>
internal sealed record FileFormat(string Path, string MediaType, Func<Plan, ReleaseVersion, FileContent> Write)
{
    /// <summary>Every file but <c>manifest.json</c> and <c>SHA256SUMS</c>, which are made from these.</summary>
    public static IReadOnlyList<FileFormat> All { get; } =
    [
        new("columns.csv", CsvFile.MediaType, ColumnsCsv.Write),
        new("columns.json", JsonFile.MediaType, JsonFile.Columns),
        new("commitments.csv", CsvFile.MediaType, CommitmentFiles.Csv),
        new("commitments.ndjson", NdjsonFile.MediaType, CommitmentFiles.Ndjson),
        new("consistency.csv", CsvFile.MediaType, ConsistencyFiles.Csv),
        new("consistency.ndjson", NdjsonFile.MediaType, ConsistencyFiles.Ndjson),
        new("errata.csv", CsvFile.MediaType, ErratumFiles.Csv),
        new("errata.ndjson", NdjsonFile.MediaType, ErratumFiles.Ndjson),
        new("exclusions.csv", CsvFile.MediaType, ExclusionFiles.Csv),
        new("exclusions.ndjson", NdjsonFile.MediaType, ExclusionFiles.Ndjson),
        new("indicators.csv", CsvFile.MediaType, IndicatorsCsv.Write),
        new("indicators.json", JsonFile.MediaType, JsonFile.Indicators),
        new("observations.csv", CsvFile.MediaType, ObservationFiles.Csv),
        new("observations.ndjson", NdjsonFile.MediaType, ObservationFiles.Ndjson),
        new("paragraphs.ndjson", ParagraphsNdjson.MediaType, ParagraphsNdjson.Write),
        new("places.csv", CsvFile.MediaType, PlaceFiles.Csv),
        new("places.ndjson", NdjsonFile.MediaType, PlaceFiles.Ndjson),
        new("plan.md", Markdown.MediaType, PlanMarkdown.Write),
        new("plan.txt", PlainText.MediaType, (plan, _) => FileContent.Text(PlainText.Render(plan.Nodes))),
        new("source.txt", PlainText.MediaType, (plan, _) => new FileContent(plan.Source.Bytes, null)),
        new("structures.csv", CsvFile.MediaType, StructureFiles.Csv),
        new("structures.ndjson", NdjsonFile.MediaType, StructureFiles.Ndjson),
    ];
}

/// <summary>A file as written.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Rows">Number of records; null for a text.</param>
internal sealed record FileContent(ReadOnlyMemory<byte> Bytes, int? Rows)
{
    /// <summary>A text in UTF-8, without a byte order mark.</summary>
    public static FileContent Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text), null);
}
