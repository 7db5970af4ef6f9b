using Nantong.OpenData.Api.Resources;
using Nantong.OpenData.Api.Resources.Operation;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Site;

/// <summary>A plan for people: what it is, how much there is of it, its contents, how to cite it.</summary>
internal static class PlanPage
{
    /// <summary>The page.</summary>
    public static PageContent Of(PageView view, PlanOverview plan)
    {
        var (release, counts) = (view.Release!, plan.Counts);
        (string Name, int Count, string Below)[] families =
        [
            (view.Say("指标", "Indicators"), counts.Indicators, "/indicators"),
            (view.Say("各年数值", "Observations"), counts.Observations, "/observations"),
            (view.Say("章节", "Chapters and sections"), counts.Chapters + counts.Sections, "/sections"),
            (view.Say("正文段落", "Paragraphs"), counts.Paragraphs, "/paragraphs"),
            (view.Say("专栏", "Project boxes"), counts.Columns, "/columns"),
            (view.Say("承诺", "Commitments"), counts.Commitments, "/commitments"),
            (view.Say("地名", "Places"), counts.Places, "/places"),
            (view.Say("勘误", "Errata"), counts.Errata, "/errata"),
            (view.Say("一致性检查", "Consistency"), counts.Findings, "/consistency"),
            (view.Say("统计", "Aggregates"), AggregateCount, "/aggregates"),
        ];
        var model = new PlanModel(
            view,
            plan,
            [.. families.Select(family => (family.Name, family.Count, view.Page(family.Below)))],
            [
                .. release
                    .Snapshot.Nodes.Where(node => node.Type is NodeType.Chapter)
                    .Select(node => (PageTitles.Of(node, view), view.Page($"/text{node.Path}"))),
            ],
            view.Say(Config.Terms(release.Entry, view.Address).Citation)
        );
        return new PageContent(view.Say(plan.Title), Slice.Fill<Templates.PlanView, PlanModel>(model))
        {
            Description = view.Say(plan.Description),
            Cited = "",
            Data = PageData.Dataset(release.Snapshot, view.Address),
        };
    }

    private static int AggregateCount => Releases.Aggregates.AggregateRecipe.All.Count;
}

/// <summary>A plan as its page shows it.</summary>
internal sealed record PlanModel(
    PageView View,
    PlanOverview Plan,
    IReadOnlyList<(string Name, int Count, string Href)> Families,
    IReadOnlyList<(string Name, string Href)> Chapters,
    string Citation
);
