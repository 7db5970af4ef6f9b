using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site;

/// <summary>The front page: what this is, how each plan stands, and the ways in.</summary>
internal static class HomePage
{
    /// <summary>What the service does, in a sentence.</summary>
    public static Label Purpose { get; } =
        new("把城市规划变成可以查询、下载、核对和引用的数据。", "City plans as data to query, download, check and cite.");

    /// <summary>The page.</summary>
    /// <param name="view">From where it is looked at.</param>
    /// <param name="plans">The latest releases.</param>
    public static PageContent Of(PageView view, IReadOnlyList<Snapshot> plans) =>
        new(
            view.Say("南通开放数据", "Nantong Open Data"),
            Slice.Fill<Templates.Home, HomeModel>(new(view, [.. plans.Select(plan => CardOf(view, plan))]))
        )
        {
            HasOwnHeading = true,
            Description = view.Say(plans is [var first, ..] ? first.Release.About.Description : Purpose),
            Data = plans is [var described, ..] ? PageData.Dataset(described, view.Address) : null,
        };

    private static PlanCard CardOf(PageView view, Snapshot plan)
    {
        var (release, about) = (plan.Release, plan.Release.About);
        var root = $"/v1/plans/{release.Plan}";
        var rows = plan.Observations.ToDictionary(part => part.Indicator, part => part.Rows, StringComparer.Ordinal);
        var reported = plan.Indicators.Count(indicator => rows.GetValueOrDefault(indicator.Id) > (indicator.Baseline.Value is null ? 0 : 1));
        (string Below, string Name, string What)[] ways =
        [
            (
                "/indicators",
                view.Say("指标", "Indicators"),
                view.Say(
                    $"{plan.Indicators.Count} 项主要指标：{about.Years.Baseline} 年的数、{about.Years.Target} 年的目标",
                    $"{plan.Indicators.Count} indicators: {about.Years.Baseline} and the target for {about.Years.Target}"
                )
            ),
            (
                "/aggregates/attainment",
                view.Say("进展", "Progress"),
                view.Say(
                    $"目标达到了没有，依据是什么：{reported} 项有后来的数，{plan.Indicators.Count - reported} 项尚未收录",
                    $"Which targets are met, and who says so: later values for {reported}, none held for {plan.Indicators.Count - reported}"
                )
            ),
            (
                "/text",
                view.Say("全文", "Text"),
                view.Say("逐章阅读，每一段都能链接和引用", "Chapter by chapter; every paragraph can be linked and cited")
            ),
            (
                "/columns",
                view.Say("专栏", "Project boxes"),
                view.Say($"{plan.Columns.Count} 个专栏的项目", $"The projects of {plan.Columns.Count} boxes")
            ),
            (
                "/commitments",
                view.Say("承诺", "Commitments"),
                view.Say($"正文中的 {plan.Commitments.Count} 个数量和承诺", $"{plan.Commitments.Count} quantities and promises of the text")
            ),
            ("/files", view.Say("数据下载", "Data"), view.Say("Excel、CSV、JSON、Parquet", "Excel, CSV, JSON, Parquet")),
            ("/verify", view.Say("核对引文", "Check a quotation"), view.Say("规划里有没有这句话", "Does the plan say so?")),
        ];
        return new(
            view.Say(about.Title),
            view.ServicePage(root),
            view.Say(about.Description),
            $"{about.Authority.DocumentNumber} · {release.TitleBlock.Issued:yyyy-MM-dd}",
            release.Version.ToString(),
            root,
            [.. ways.Select(way => (view.ServicePage(root + way.Below), way.Name, way.What))],
            plan.Indicators is [] ? null : ChartImage.OfPlan(view, root, view.Say(about.Title))
        );
    }
}

/// <summary>The front page as it is shown.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Plans">The plans.</param>
internal sealed record HomeModel(PageView View, IReadOnlyList<PlanCard> Plans);

/// <summary>A plan on the front page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Href">Its page.</param>
/// <param name="Description">What it is.</param>
/// <param name="Document">Number and date of the document.</param>
/// <param name="Version">Its latest release.</param>
/// <param name="Root">Its path.</param>
/// <param name="Ways">The ways into it.</param>
/// <param name="Chart">Its indicators as a chart; null when it has none.</param>
internal sealed record PlanCard(
    string Title,
    string Href,
    string Description,
    string Document,
    string Version,
    string Root,
    IReadOnlyList<(string Href, string Name, string What)> Ways,
    ChartImage? Chart
);
