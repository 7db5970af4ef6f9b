using Nantong.OpenData.Releases.Files.Columnar;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A dataset together with the records of one release.</summary>
internal abstract class ReleaseTable(Dataset dataset)
{
    private int? rowCount;

    public Dataset Dataset { get; } = dataset;

    /// <summary>The rows of all tabular formats.</summary>
    public abstract IEnumerable<IReadOnlyList<string?>> Rows { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => rowCount ??= Rows.Count();

    public abstract int WriteCsv(Stream stream, CsvVariant variant);

    /// <summary>Writes the rows for a reader of Chinese who opens them in a spreadsheet.</summary>
    public abstract int WriteChineseCsv(Stream stream, ChineseCells cells);

    public abstract int WriteNdjson(Stream stream);

    /// <summary>Writes the rows as Apache Parquet, with what they are and where their columns are described.</summary>
    public int WriteParquet(Stream stream, ReleaseDraft draft) => ParquetFile.Write(stream, Dataset.Columns, Rows, [.. About(draft)]);

    /// <summary>Writes the records as one JSON document, with what nobody should separate from them.</summary>
    public abstract int WriteJson(Stream stream, ReleaseDraft draft);

    /// <summary>The rows of the records that stand in JSON lines.</summary>
    public abstract IEnumerable<IReadOnlyList<string?>> ReadNdjson(Stream stream);

    /// <summary>The rows of the records that stand in the JSON document.</summary>
    public abstract IEnumerable<IReadOnlyList<string?>> ReadJson(Stream stream);

    private IEnumerable<KeyValuePair<string, string>> About(ReleaseDraft draft)
    {
        var about = draft.Plan.About;
        yield return new("title", $"{about.Title.Zh}：{Dataset.Title.Zh}");
        yield return new("release", $"{about.Id}@{draft.Version}");
        yield return new("authority", $"{about.Authority.Statement.Zh} {about.Authority.Statement.En}");
        yield return new("license", $"{about.License.Name} ({about.License.Scope}): {about.License.Url}");
        yield return new("describedby", $"{Dataset.Name}.csv-metadata.json");
    }
}

/// <inheritdoc />
internal sealed class ReleaseTable<T>(Dataset<T> dataset, IReadOnlyCollection<T> records) : ReleaseTable(dataset)
{
    public override IEnumerable<IReadOnlyList<string?>> Rows => dataset.Rows(records);

    public override int WriteCsv(Stream stream, CsvVariant variant) => dataset.WriteCsv(stream, records, variant);

    public override int WriteChineseCsv(Stream stream, ChineseCells cells) => dataset.WriteCsv(stream, records, cells);

    public override int WriteNdjson(Stream stream) => dataset.WriteNdjson(stream, records);

    public override int WriteJson(Stream stream, ReleaseDraft draft) => JsonFile.Write(stream, draft, records, dataset.DocumentJson);

    public override IEnumerable<IReadOnlyList<string?>> ReadNdjson(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            foreach (var row in dataset.Rows([RecordJson.Read(line, dataset.Json)]))
                yield return row;
        }
    }

    public override IEnumerable<IReadOnlyList<string?>> ReadJson(Stream stream) =>
        dataset.Rows(JsonItems.Read(stream).Select(item => RecordJson.Read(item, dataset.Json)));
}
