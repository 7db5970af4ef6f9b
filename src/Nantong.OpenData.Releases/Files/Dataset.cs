using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A tabular dataset of a release: its columns, from which every tabular format is made.</summary>
/// <param name="name">Name of its files: <c>indicators</c>.</param>
/// <param name="title">What it is called.</param>
/// <param name="columns">Its columns, in order.</param>
public abstract class Dataset(string name, Label title, IReadOnlyList<DataColumn> columns)
{
    /// <summary>Name of its files: <c>indicators</c>.</summary>
    public string Name { get; } = name;

    /// <summary>What it is called.</summary>
    public Label Title { get; } = title;

    /// <summary>Its columns, in order.</summary>
    public IReadOnlyList<DataColumn> Columns { get; } = columns;

    /// <summary>Names of the columns that tell one row from all others.</summary>
    public IReadOnlyList<string> Key { get; } = [.. columns.Where(column => column.IsKey).Select(column => column.Name)];
}

/// <summary>A tabular dataset with the way from a record to its rows.</summary>
/// <typeparam name="T">The record. It fills one row, or one for each of its parts: see <see cref="Datasets"/>.</typeparam>
public sealed class Dataset<T> : Dataset
{
    private readonly Func<T, IEnumerable<string?[]>> rowsOf;
    private readonly ReleaseVersion version;

    private Dataset(
        string name,
        Label title,
        IReadOnlyList<DataColumn> columns,
        Func<T, IEnumerable<string?[]>> rowsOf,
        JsonTypeInfo<T> json,
        JsonTypeInfo<Document<T>> document,
        ReleaseVersion version
    )
        : base(name, title, columns) => (this.rowsOf, Json, DocumentJson, this.version) = (rowsOf, json, document, version);

    /// <summary>How a record is written as JSON, on one line.</summary>
    public JsonTypeInfo<T> Json { get; }

    internal JsonTypeInfo<Document<T>> DocumentJson { get; }

    /// <summary>The rows of some records, a value for each of <see cref="Dataset.Columns"/>; null where there is none.</summary>
    public IEnumerable<IReadOnlyList<string?>> Rows(IEnumerable<T> records) => records.SelectMany(rowsOf);

    /// <summary>The row of values with their types.</summary>
    /// <param name="row">One of <see cref="Rows"/>.</param>
    public IEnumerable<Cell> Cells(IReadOnlyList<string?> row) => row.Select((text, index) => new Cell(Columns[index].Type, text));

    /// <summary>Writes a head and the rows of some records as CSV. Nothing is held but the row at hand.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="records">The records, in the order wanted.</param>
    /// <param name="variant">For programs or for spreadsheets, and in which language the head is.</param>
    /// <returns>How many rows were written, the head not counted.</returns>
    public int WriteCsv(Stream stream, IEnumerable<T> records, CsvVariant variant = default) =>
        CsvFile.Write(stream, Columns, Rows(records), variant);

    /// <summary>Writes the rows with Chinese heads and cells, for spreadsheets.</summary>
    internal int WriteCsv(Stream stream, IEnumerable<T> records, ChineseCells cells) =>
        CsvFile.Write(stream, Columns, Rows(records), new CsvVariant(ForSpreadsheets: true, ChineseHeads: true), cells);

    /// <summary>Writes each record on a line of its own as JSON, with the release that it belongs to.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="records">The records, in the order wanted.</param>
    /// <returns>How many lines were written.</returns>
    public int WriteNdjson(Stream stream, IEnumerable<T> records) => NdjsonFile.Write(stream, records, Json, version);

    /// <summary>Describes a dataset whose records fill several rows each, or one.</summary>
    internal static Dataset<T> Of<TRow>(
        string name,
        Label title,
        Func<T, IEnumerable<TRow>> rows,
        IReadOnlyList<Field<TRow>> fields,
        JsonTypeInfo<T> json,
        JsonTypeInfo<Document<T>> document,
        ReleaseVersion version
    )
    {
        Field<TRow>[] all = [.. fields, new("release", "发布版本", "Release that the row belongs to", _ => version.ToString())];
        return new Dataset<T>(
            name,
            title,
            [.. all.Select(field => field.Column)],
            record => rows(record).Select(row => Array.ConvertAll(all, field => field.Value(row))),
            json,
            document,
            version
        );
    }

    /// <summary>Describes a dataset whose records fill a row each.</summary>
    internal static Dataset<T> Of(
        string name,
        Label title,
        IReadOnlyList<Field<T>> fields,
        JsonTypeInfo<T> json,
        JsonTypeInfo<Document<T>> document,
        ReleaseVersion version
    ) => Of(name, title, record => [record], fields, json, document, version);
}
