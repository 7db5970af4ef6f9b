using System.Globalization;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>How the plan stands, on one screen: which targets are met, by which value and who reports it, and what nobody has reported.</summary>
internal static class AttainmentPage
{
    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="table">The aggregate <c>attainment</c>.</param>
    public static PageContent Of(PageView view, AggregateTable table)
    {
        var snapshot = view.Release!.Snapshot;
        var newest = table
            .Rows.GroupBy(row => row.Dimensions["indicator"], StringComparer.Ordinal)
            .Select(group => group.MaxBy(row => int.Parse(row.Dimensions["year"], CultureInfo.InvariantCulture))!)
            .Where(row => snapshot.FindIndicator(row.Dimensions["indicator"]) is not null)
            .Select(row => RowOf(view, snapshot.FindIndicator(row.Dimensions["indicator"])!, row))
            .ToList();
        var counts = newest
            .CountBy(row => row.Code)
            .OrderByDescending(count => count.Value)
            .Select(count => (Standing.Word(count.Key, view), count.Key, count.Value));
        var model = new AttainmentModel(
            view,
            [.. counts],
            [
                .. newest
                    .Where(row => row.Value is not "")
                    .GroupBy(row => row.Category)
                    .Select(group => (group.Key, (IReadOnlyList<AttainmentRow>)[.. group])),
            ],
            [.. newest.Where(row => row.Value is "")],
            table.BuiltAt
        );
        return new PageContent(
            view.Say("规划进展：目标达到了没有", "Progress: which targets are met"),
            Slice.Fill<Templates.AttainmentView, AttainmentModel>(model)
        )
        {
            Section = "/aggregates/attainment",
        };
    }

    private static AttainmentRow RowOf(PageView view, Indicator indicator, AggregateRow row)
    {
        var code = row.Dimensions["result"];
        var met = row.Dimensions["met"];
        var isInferred = row.Dimensions["basis"] is "inferred";
        var kept = (code, met) switch
        {
            ("not-due", "true") => new Label("；这个数已达到目标的水平", "; this value is at the level of the target"),
            ("not-due", _) => new Label("；这个数未达到目标的水平", "; this value is not at the level of the target"),
            _ => new Label("", ""),
        };
        var reason = row.Dimensions["rule"] is { Length: > 0 } rule
            ? view.Say(
                $"规则 {rule.Replace("value", "数值", StringComparison.Ordinal)}{(isInferred ? "（推断）" : "")}{kept.Zh}",
                $"rule: {rule}{(isInferred ? " (inferred)" : "")}{kept.En}"
            )
            : "";
        return new(
            view.Say(indicator.Label),
            view.Page($"/indicators/{indicator.Id}"),
            view.Say(indicator.Category.Label),
            indicator.Baseline.Raw,
            IndicatorPages.TargetText(indicator, view),
            row.Measures["value"] is { } value ? Standing.With(view.Say(indicator.Unit), value) : "",
            row.Dimensions["year"],
            code,
            Standing.Word(code, view),
            reason,
            row.Dimensions["source"],
            Standing.StatusOf(row.Dimensions["status"], view)
        );
    }
}

/// <summary>How the plan stands as a page shows it.</summary>
internal sealed record AttainmentModel(
    PageView View,
    IReadOnlyList<(string Word, string Code, int Count)> Counts,
    IReadOnlyList<(string Category, IReadOnlyList<AttainmentRow> Rows)> Known,
    IReadOnlyList<AttainmentRow> Unknown,
    DateTimeOffset BuiltAt
);

/// <summary>How one indicator stands.</summary>
internal sealed record AttainmentRow(
    string Name,
    string Href,
    string Category,
    string Baseline,
    string Target,
    string Value,
    string Year,
    string Code,
    string Verdict,
    string Reason,
    string Source,
    string Status
);
