using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.FieldSets;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The rows of the indicator table, nested fields flattened in their dataset.</summary>
internal static class IndicatorRecords
{
    public static RecordKind<Indicator> Kind { get; } =
        new("indicators", "indicator", () => RecordJson.Line.Indicator, indicator => indicator.Id, plan => plan.Indicators)
        {
            IsCore = true,
            Dataset = version =>
                Dataset<Indicator>.Of(
                    "indicators",
                    new("主要指标", "Indicators"),
                    IndicatorFields.All,
                    RecordJson.Line.Indicator,
                    RecordJson.Indented.DocumentIndicator,
                    version
                ),
            Text = "/name",
            Node = "/source/node",
            References = ["/source/node"],
            Follows = ["/label/zh", "/statement", "/decimals"],
            Places = ["/source/line", "/source/charStart", "/source/charEnd"],
            Editorial =
            [
                "/label/en",
                "/shortLabel",
                "/category/label",
                "/notes",
                "/unit/inferred",
                "/unit/labelEn",
                "/direction/basis",
                "/direction/rule",
                "/target/interpretation/basis",
            ],
            Ids = ["/category/id"],
            Units = ["/unit/ucum"],
            Meaning =
            [
                "/baseline/year",
                "/target/year",
                "/target/period",
                "/target/kind",
                "/target/operator",
                "/target/cumulative",
                "/target/interpretation/operator",
                "/direction/value",
            ],
            Values = ["/baseline/value", "/target/value"],
        };
}
