using System.Globalization;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Resources.Vocabularies;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Api.Resources.Statistics;

/// <summary>The figures of an aggregate as CSV: a column for each dimension, the row's name in both languages, each measure, and the unit.</summary>
internal static class FigureTable
{
    /// <summary>Dimensions whose values are ids of records.</summary>
    private static readonly Dictionary<string, NamedRecords> Records = new()
    {
        ["area"] = NamedRecords.Places,
        ["indicator"] = NamedRecords.Indicators,
        ["place"] = NamedRecords.Places,
    };

    /// <summary>Dimensions whose values are codes, with their codelists.</summary>
    private static readonly Dictionary<string, string> Lists = new()
    {
        ["basis"] = "bases",
        ["direction"] = "directions",
        ["operator"] = "target-operators",
        ["status"] = "observation-statuses",
    };

    /// <summary>The verdicts, in the words of the pages.</summary>
    private static readonly CodeLabel[] Verdicts =
    [
        .. new[] { "met", "not-met", "near", "not-due", "not-comparable", "unknown", "missing" }.Select(code => new CodeLabel(
            code,
            Standing.LabelOf(code)
        )),
    ];

    /// <summary>Dimensions that are true or false.</summary>
    private static readonly string[] Flags = ["approximate", "cumulative", "met"];

    /// <summary>Writes the rows.</summary>
    public static byte[] Write(AggregateTable figures, CsvForm form, PinnedRelease release)
    {
        string[] dimensions = [.. figures.Rows.SelectMany(row => row.Dimensions.Keys).Distinct()];
        string[] measures = [.. figures.Rows.SelectMany(row => row.Measures.Keys).Distinct()];
        using var csv = new MemoryStream();
        CsvFile.Write(
            csv,
            [
                .. dimensions.Select(Dimension),
                new DataColumn("label_zh", new("名称", "Name in Chinese"), DataType.String),
                new DataColumn("label_en", new("英文名称", "Name in English"), DataType.String),
                .. measures.Select(name => Column(name, DataType.Decimal)),
                new DataColumn("unit", new("单位代码", "Unit as a UCUM code"), DataType.String),
            ],
            figures.Rows.Select(row =>
                (IReadOnlyList<string?>)
                    [
                        .. dimensions.Select(name => row.Dimensions.GetValueOrDefault(name) is { Length: > 0 } value ? value : null),
                        row.Label.Zh,
                        row.Label.En,
                        .. measures.Select(name => row.Measures.GetValueOrDefault(name)?.ToString(CultureInfo.InvariantCulture)),
                        row.Unit,
                    ]
            ),
            form.Variant,
            form.CellsOf(release)
        );
        return csv.ToArray();
    }

    private static DataColumn Dimension(string name) =>
        Column(name, Flags.Contains(name) ? DataType.Boolean : DataType.String) with
        {
            Codes =
                name is "result" ? Verdicts
                : Lists.TryGetValue(name, out var list)
                    ? [.. Codelists.All.First(known => known.Id == list).Items.Select(item => new CodeLabel(item.Code, item.Label))]
                : null,
            Names = Records.TryGetValue(name, out var records) ? records : null,
        };

    private static DataColumn Column(string name, DataType type) =>
        new(name, new(FieldNames.Of(name, Language.Chinese), FieldNames.Of(name, Language.English)), type);
}
