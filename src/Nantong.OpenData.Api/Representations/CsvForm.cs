using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Api.Representations;

/// <summary>How a request wants CSV.</summary>
/// <param name="Variant">For programs or for spreadsheets, and with which heads.</param>
internal sealed record CsvForm(CsvVariant Variant)
{
    private const string Release = "release";

    /// <summary>Reads the parameters.</summary>
    public static Parsed<CsvForm> Parse(IReadOnlyDictionary<string, string> query)
    {
        var bom = query.GetValueOrDefault(QueryParameter.Bom.Name, "false");
        if (bom is not ("true" or "false"))
            return new Unreadable(QueryParameter.Bom.Name, bom, "true or false");
        return new CsvForm(new CsvVariant(bom is "true", query.GetValueOrDefault(QueryParameter.Header.Name) is "zh"));
    }

    /// <summary>Writes records: in the columns of their dataset, or in those that the request names, or in those of their fields.</summary>
    public byte[] Write<T>(Collection<T> collection, IReadOnlyList<T> records, Projection? projection, PinnedRelease? release)
        where T : notnull
    {
        using var csv = new MemoryStream();
        var (columns, rows) = TableOf(collection, records, projection, release);
        CsvFile.Write(csv, columns, rows, Variant, CellsOf(release));
        return csv.ToArray();
    }

    /// <summary>What stands in the cells instead of codes, where the heads are Chinese; null for the codes themselves.</summary>
    public ChineseCells? CellsOf(PinnedRelease? release) => Variant.ChineseHeads && release is { HasContent: true } ? ChineseCellsOf(release) : null;

    /// <summary>What codes and ids of a release mean in Chinese.</summary>
    public static ChineseCells ChineseCellsOf(PinnedRelease release) => new(release.Snapshot.Indicators, release.Snapshot.Places);

    /// <summary>The columns and rows that are written of records.</summary>
    public static (IReadOnlyList<DataColumn> Columns, IEnumerable<IReadOnlyList<string?>> Rows) TableOf<T>(
        Collection<T> collection,
        IReadOnlyList<T> records,
        Projection? projection,
        PinnedRelease? release
    )
        where T : notnull
    {
        var dataset = release is null ? null : collection.Dataset?.Invoke(new Datasets(release.Entry.Version));
        if (dataset is not null && projection is null)
            return (dataset.Columns, dataset.Rows(records));

        Field[] fields = [.. ColumnsOf(collection.Fields, projection)];
        List<DataColumn> columns = [.. fields.Select(field => Head(collection.Fields, field, dataset))];
        var of = projection is null && collection.Fields.Find(Release) is null ? release?.Entry.Version.ToString() : null;
        if (of is not null)
            columns.Add(new(Release, new("发布版本", "Release that the row belongs to"), DataType.String));
        return (columns, records.Select(record => Row(record, fields, of)));
    }

    /// <summary>All columns, or those of the fields that a request names: an object that has columns of its own is those.</summary>
    private static IEnumerable<Field> ColumnsOf(FieldSet fields, Projection? projection) =>
        projection is null
            ? fields.All.Where(fields.IsColumn)
            : fields.All.Where(field =>
                projection.Keeps(field) && (fields.IsColumn(field) || (projection.Names(field) && !(field.StandsOnce && fields.HasInner(field))))
            );

    /// <summary>The parameters that choose none of the rows and columns.</summary>
    private static readonly string[] OfForm =
    [
        "format",
        PointInTime.AsOf,
        Language.Parameter,
        Sort.Parameter,
        QueryParameter.Bom.Name,
        QueryParameter.Header.Name,
    ];

    /// <summary>The name to save a table under, as a header says it: <c>indicators-1.2.0.csv</c>, with <c>-selection</c> where it may not be whole,
    /// and <c>-excel</c> where a spreadsheet opens it.</summary>
    public static string NameOf(PinnedRelease release)
    {
        var collection = release.Below.Trim('/').Replace('/', '-'); // slugs only: nothing to quote
        var excel = release.Address.Query.GetValueOrDefault(QueryParameter.Bom.Name) is "true" ? "-excel" : "";
        var selection = release.Address.Query.Keys.Any(parameter => !OfForm.Contains(parameter)) ? "-selection" : "";
        return release.SaveAs($"{collection}-{release.Entry.Version}{selection}{excel}.csv");
    }

    /// <summary>The warning that a parameter of CSV does nothing, where the answer is in another form.</summary>
    public static IEnumerable<Warning> OfNoEffect(Address address, Format? format)
    {
        if (format == Format.Csv)
            yield break;
        foreach (var name in new[] { QueryParameter.Bom.Name, QueryParameter.Header.Name })
            if (address.Query.TryGetValue(name, out var value))
                yield return new(
                    "no-effect",
                    address.Language.Of(new($"参数 {name} 只对 CSV 有效。", $"The parameter '{name}' makes a difference as CSV only.")),
                    name,
                    [value]
                );
    }

    private static IReadOnlyList<string?> Row(object record, Field[] fields, string? release) =>
        [.. fields.Select(field => Cell(record, field)), .. release is null ? Array.Empty<string?>() : [release]];

    private static string? Cell(object record, Field field) =>
        field switch
        {
            { Kind: var kind } when kind == FieldKind.Whole => field.Line(record),
            { Many: true } => field.Values(record).Select(FieldKind.Write).ToArray() is [_, ..] entries ? string.Join(" | ", entries) : null,
            _ => field.Value(record) is { } value ? FieldKind.Write(value) : null,
        };

    /// <summary>The head of a field: that of the dataset's own column, which is Chinese, too, where there is one.</summary>
    private static DataColumn Head(FieldSet fields, Field field, Dataset? dataset) =>
        dataset?.Columns.FirstOrDefault(column => column.Name == field.Alias)
        ?? dataset?.Columns.FirstOrDefault(column => fields.FindValue(column.Name) == field)
        ?? new(field.Alias, new(field.Alias, field.Alias), TypeOf(field));

    private static DataType TypeOf(Field field) =>
        field switch
        {
            { Many: true } => DataType.String,
            { Kind: var kind } when kind == FieldKind.Number => DataType.Decimal,
            _ => DataType.String,
        };
}
