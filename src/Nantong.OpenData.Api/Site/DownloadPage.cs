using Nantong.OpenData.Api.Charts;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Api.Site;

/// <summary>What people see at an address whose answer is made for programs alone: what it is, and where to have it.</summary>
internal static class DownloadPage
{
    /// <summary>The release as one document.</summary>
    public static PageContent OfDocument(PageView view) =>
        Of(
            view,
            view.Say("整个版本，一个 JSON 文档", "The whole release as one JSON document"),
            view.Say(
                "本版本的全部记录，按种类和编号排列。两个版本之间的 JSON Patch 作用于它。给人看的下载在“数据”页。",
                "All records of the release, by kind and id. The JSON Patch between two releases applies to it. People download on the data page."
            ),
            ("JSON", $"{view.Plan}/document.json"),
            (view.Say("数据下载", "Data"), view.Page("/files"))
        ) with
        {
            Section = "/files",
        };

    /// <summary>The catalogue for harvesters.</summary>
    public static PageContent OfCatalogue(PageView view) =>
        Of(
            view,
            view.Say("数据目录（DCAT 3）", "Catalogue (DCAT 3)"),
            view.Say(
                "供数据门户采集的目录：全部规划、版本、文件及校验值。",
                "What data portals harvest: every plan, release and file, with checksums."
            ),
            ("JSON-LD", "/v1/catalog.jsonld"),
            ("Turtle", "/v1/catalog.ttl"),
            (view.Say("中文字段的目录", "Catalogue with Chinese fields"), view.ServicePage("/v1/catalog-cn")),
            (view.Say("全部规划", "All plans"), view.ServicePage("/v1/plans"))
        );

    /// <summary>A chart, or that of all indicators.</summary>
    public static PageContent OfChart(PageView view, Indicator? indicator)
    {
        var about = view.Release!.Entry.About;
        var path = indicator is null ? "/indicators" : $"/indicators/{indicator.Id}";
        var title = indicator is null ? view.Say(about.Title) : view.Say(indicator.Label);
        var image = indicator is null
            ? ChartImage.OfPlan(view, view.Plan, title)
            : new ChartImage(
                $"{view.Plan}{path}/chart.svg",
                view.Language,
                $"{title}: {indicator.Baseline.Raw} → {ChartRow.TextOf(indicator.Target, view.Language)}"
            );
        return new PageContent(view.Say($"图：{title}", $"Chart: {title}"), Slice.Fill<Templates.Picture, ChartImage>(image))
        {
            Section = "/indicators",
            Above =
            [
                (PageNames.Of("/indicators", view.Language), view.Page("/indicators")),
                .. indicator is null ? [] : ((string, string)[])[(title, view.Page(path))],
            ],
        };
    }

    private static PageContent Of(PageView view, string title, string meaning, params IReadOnlyList<(string Name, string Href)> ways) =>
        new(
            title,
            Slice.Fill<Templates.Record, RecordModel>(
                new(
                    view,
                    [
                        new(view.Say("内容", "What it is"), new RecordValue.Plain(meaning, null)),
                        new(
                            view.Say("获取", "Where to have it"),
                            new RecordValue.Several([.. ways.Select(way => new RecordValue.Plain(way.Name, way.Href))])
                        ),
                    ],
                    null
                )
            )
        );
}
