using System.Globalization;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The figures of an aggregate as CSV: a column for each dimension, the row's name in both languages, each measure, and the unit.</summary>
internal static class FigureTable
{
    /// <summary>Writes the rows.</summary>
    public static byte[] Write(AggregateTable figures, CsvVariant variant)
    {
        string[] dimensions = [.. figures.Rows.SelectMany(row => row.Dimensions.Keys).Distinct()];
        string[] measures = [.. figures.Rows.SelectMany(row => row.Measures.Keys).Distinct()];
        using var csv = new MemoryStream();
        CsvFile.Write(
            csv,
            [
                .. dimensions.Select(name => Column(name, DataType.String)),
                new DataColumn("label_zh", new("名称", "Name in Chinese"), DataType.String),
                new DataColumn("label_en", new("英文名称", "Name in English"), DataType.String),
                .. measures.Select(name => Column(name, DataType.Decimal)),
                new DataColumn("unit", new("单位代码", "Unit as a UCUM code"), DataType.String),
            ],
            figures.Rows.Select(row =>
                (IReadOnlyList<string?>)
                    [
                        .. dimensions.Select(name => row.Dimensions.GetValueOrDefault(name)),
                        row.Label.Zh,
                        row.Label.En,
                        .. measures.Select(name => row.Measures.GetValueOrDefault(name)?.ToString(CultureInfo.InvariantCulture)),
                        row.Unit,
                    ]
            ),
            variant
        );
        return csv.ToArray();
    }

    private static DataColumn Column(string name, DataType type) =>
        new(name, new(FieldNames.Of(name, Language.Chinese), FieldNames.Of(name, Language.English)), type);
}
