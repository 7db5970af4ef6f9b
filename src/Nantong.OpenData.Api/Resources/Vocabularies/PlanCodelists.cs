using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Vocabularies;

/// <summary>The codelists whose codes come from the plans: what the latest releases hold, no more.</summary>
internal static class PlanCodelists
{
    /// <summary>Property of a code: the plans that hold it.</summary>
    private const string Plans = "plans";

    /// <summary>Property of a unit: how it is printed.</summary>
    private const string Printed = "printed";

    /// <summary>All of them; without items while no plan is loaded.</summary>
    public static IReadOnlyList<Codelist> Of(IReadOnlyList<Snapshot> latest) =>
        [
            new(
                "categories",
                new("指标类别（取自所载规划）", "Categories of indicators, from the plans that are served"),
                [
                    .. latest
                        .SelectMany(plan => plan.Release.About.Categories.Select(category => (Plan: plan.Release.Plan, Category: category)))
                        .GroupBy(pair => pair.Category.Id, StringComparer.Ordinal)
                        .Select(group => new CodelistItem(
                            group.Key,
                            group.First().Category.Label,
                            new Dictionary<string, string> { [Plans] = Listed(group.Select(pair => pair.Plan)) }
                        )),
                ]
            ),
            Units(
                "units",
                new("指标的计量单位（UCUM 代码，取自所载规划）", "Units of indicators as UCUM codes, from the plans that are served"),
                latest.SelectMany(plan =>
                    plan.Indicators.Select(row => new PlanUnit(plan.Release.Plan, row.Unit.Ucum, row.Unit.Label, row.Unit.LabelEn, row.Unit.Raw))
                )
            ),
            Units(
                "commitment-units",
                new("正文数量的计量单位（UCUM 代码，取自所载规划）", "Units of commitments as UCUM codes, from the plans that are served"),
                latest.SelectMany(plan =>
                    plan.Commitments.Select(row => new PlanUnit(plan.Release.Plan, row.Unit?.Ucum, row.Unit?.Label, row.Unit?.LabelEn, row.Unit?.Raw))
                )
            ),
        ];

    private static Codelist Units(string id, Label label, IEnumerable<PlanUnit> units) =>
        new(
            id,
            label,
            [
                .. units
                    .Where(unit => unit.Ucum is not null)
                    .GroupBy(unit => unit.Ucum!, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => new CodelistItem(
                        group.Key,
                        group.Select(unit => unit.Label).FirstOrDefault(shown => shown is not null) is { } name
                            ? new(name, group.Select(unit => unit.English).FirstOrDefault(shown => shown is not null) ?? group.Key)
                            : new("（未印单位）", "(no unit is printed)"),
                        new Dictionary<string, string>
                        {
                            [Plans] = Listed(group.Select(unit => unit.Plan)),
                            [Printed] = Listed(group.Select(unit => unit.Raw).OfType<string>()),
                        }
                    )),
            ]
        );

    private static string Listed(IEnumerable<string> values) => string.Join(',', values.Distinct(StringComparer.Ordinal));

    private sealed record PlanUnit(string Plan, string? Ucum, string? Label, string? English, string? Raw);
}
