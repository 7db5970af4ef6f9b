using Nantong.OpenData.Api.Charts;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Site.Filters;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Site.Subjects;

/// <summary>The indicators for people: all as a chart and a table, and each on a page of its own.</summary>
internal static class IndicatorPages
{
    /// <summary>The table of indicators.</summary>
    public static PageContent OfAll(PageView view, Selection<Indicator> selection, ILookup<string, Observation> observed)
    {
        var release = view.Release!;
        var about = release.Entry.About;
        var rows = selection.Listing.Items.Select(indicator => new IndicatorRow(
            view.Page($"/indicators/{indicator.Id}"),
            view.Say(indicator.Label),
            view.Say(indicator.Category.Label),
            view.Say(indicator.Unit) ?? "",
            indicator.Baseline.Raw,
            TargetText(indicator, view),
            Standing.Of(indicator, observed[indicator.Id], view)[0]
        ));
        var model = new IndicatorsModel(
            view,
            ChartImage.OfPlan(view, view.Plan, view.Say(about.Title)),
            Heads(view, about.Years),
            Chips(view, selection, observed),
            [.. rows],
            [.. release.Snapshot.Nodes.Where(node => node.Type is NodeType.TableNote).Select(note => note.Text)],
            about.Years.Baseline,
            about.Years.Target,
            ListPage.Turn(view, selection.Listing.Page.Next)
        );
        return new PageContent(PageNames.Of("/indicators", view.Language), Slice.Fill<Templates.Indicators, IndicatorsModel>(model))
        {
            Section = "/indicators",
            Cited = "indicators",
        };
    }

    /// <summary>The page of one indicator.</summary>
    public static PageContent Of(PageView view, Indicator indicator, IEnumerable<Observation> observed, References found)
    {
        var snapshot = view.Release!.Snapshot;
        var row = ChartRow.Of(indicator, observed, view.Language);
        var path = $"{view.Plan}/indicators/{Uri.EscapeDataString(indicator.Id)}";
        var chart =
            row.Mark is TargetMark.Words
                ? null
                : new ChartImage(
                    $"{path}/chart.svg",
                    view.Language,
                    $"{row.Name} {row.BaseYear}: {indicator.Baseline.Raw}, {row.TargetYear}: {row.Target} {row.Unit}"
                );
        var model = new IndicatorModel(
            view,
            indicator,
            TargetText(indicator, view),
            chart,
            Standing.Of(indicator, observed, view),
            [
                .. found
                    .Nodes.Select(node => snapshot.FindNode(node.Id)!)
                    .Where(node => node.Type is not NodeType.TableRow || found.Nodes.Count == 1)
                    .Select(node => new PassageLink(
                        PageTitles.WithHolder(node, view),
                        view.Page($"/text{node.Path}"),
                        SentenceWith(node, indicator.Name)
                    )),
            ],
            [
                .. found
                    .Commitments.Select(one => snapshot.Commitments.First(commitment => commitment.Id == one.Id))
                    .Select(commitment => new PassageLink(
                        commitment.Anchor.Quote.Exact,
                        view.Page($"/commitments/{commitment.Id}"),
                        $"{commitment.Anchor.Quote.Prefix}{commitment.Anchor.Quote.Exact}{commitment.Anchor.Quote.Suffix}"
                    )),
            ],
            path,
            EmbedOf(view, path, row.Name),
            DirectionOf(indicator, view)
        );
        return new PageContent(view.Say(indicator.Label), Slice.Fill<Templates.IndicatorPage, IndicatorModel>(model))
        {
            Section = "/indicators",
            Above = [(PageNames.Of("/indicators", view.Language), view.Page("/indicators"))],
            Cited = indicator.Id,
            Description = view.Say(indicator.Statement),
            Turns = [.. Turns(view, snapshot.Indicators, indicator)],
        };
    }

    /// <summary>A value compared with the target of an indicator; a form to give one where none was given.</summary>
    public static PageContent OfEvaluation(PageView view, Indicator indicator, Evaluation? evaluation)
    {
        var model = new EvaluationModel(
            view,
            indicator,
            TargetText(indicator, view),
            evaluation,
            evaluation is null ? "" : Standing.CodeOf(evaluation.Result),
            evaluation is null ? "" : Standing.Explain(indicator, evaluation, view)
        );
        return new PageContent(
            view.Say($"试算：{indicator.Name}", $"Evaluate: {indicator.Label.En}"),
            Slice.Fill<Templates.Evaluation, EvaluationModel>(model)
        )
        {
            Section = "/indicators",
            Above =
            [
                (PageNames.Of("/indicators", view.Language), view.Page("/indicators")),
                (view.Say(indicator.Label), view.Page($"/indicators/{indicator.Id}")),
            ],
        };
    }

    /// <summary>A target as readers of the page's language read it.</summary>
    public static string TargetText(Indicator indicator, PageView view) => ChartRow.TextOf(indicator.Target, view.Language);

    /// <summary>The heads of the table; the latest value and how it stands are of no field, so that nothing is sorted by them.</summary>
    private static IReadOnlyList<SortHead> Heads(PageView view, PlanYears years) =>
        [
            SortHead.Of(view, view.Say("指标", "Indicator"), view.Say("label.zh", "label.en")),
            SortHead.Of(view, $"{years.Baseline}", "baseline.value", isNumber: true),
            SortHead.Of(view, view.Say($"{years.Target} 目标", $"Target {years.Target}"), "target.value", isNumber: true),
            SortHead.Of(view, view.Say("类别", "Category"), "category.name"),
        ];

    /// <summary>What the table can be narrowed to. How an indicator stands is no field of it: the filter names the indicators that stand so, and its
    /// data can be had under the same address.</summary>
    private static IReadOnlyList<FacetModel> Chips(PageView view, Selection<Indicator> selection, ILookup<string, Observation> observed)
    {
        var all = view.Release!.Snapshot.Indicators;
        var chips = new FilterChips<Indicator>(view, selection.Collection.Fields, all);
        var codes = all.ToDictionary(indicator => indicator.Id, indicator => Standing.Of(indicator, observed[indicator.Id], view)[0].Code);
        var alike = all.GroupBy(indicator => codes[indicator.Id])
            .ToDictionary(group => group.Key, group => string.Join(',', group.Select(indicator => indicator.Id)));
        var names = alike.ToDictionary(group => group.Value, group => Standing.Word(group.Key, view));
        var categories = all.DistinctBy(indicator => indicator.Category.Id)
            .ToDictionary(indicator => indicator.Category.Id, indicator => view.Say(indicator.Category.Label));
        return
        [
            chips.Of(
                view.Say("状态", "Standing"),
                "id[in]",
                one => [alike[codes[one.Id]]],
                ids => names.GetValueOrDefault(ids) ?? view.Say("所选指标", "chosen indicators")
            ),
            chips.Of(
                view.Say("类别", "Category"),
                "category.id",
                one => [one.Category.Id],
                id => categories.GetValueOrDefault(id, id),
                inOrder: true
            ),
        ];
    }

    /// <summary>The sentence of a node that names something; its first where none does.</summary>
    private static string SentenceWith(Node node, string name)
    {
        if (node.Type is NodeType.TableRow)
            return node.Text.Replace("\t", " · ", StringComparison.Ordinal);
        string[] sentences = [.. Sentences.Split(node.Text).Select(range => node.Text[range.Start..range.End])];
        return Array.Find(sentences, sentence => sentence.Contains(name, StringComparison.Ordinal)) ?? sentences.FirstOrDefault(node.Text);
    }

    private static string DirectionOf(Indicator indicator, PageView view) =>
        view.Say(
            indicator.Direction.Value switch
            {
                "increase" => new Label("上升", "to rise"),
                "decrease" => new Label("下降", "to fall"),
                "maintain" => new Label("保持", "to stay"),
                "floor" => new Label("不低于下限", "not to fall below"),
                "ceiling" => new Label("不超过上限", "not to rise above"),
                "achieve" => new Label("建成", "to be built"),
                "rate-of-decline" => new Label("降幅", "a rate of decline"),
                _ => new Label("不明", "unknown"),
            }
        );

    private static string EmbedOf(PageView view, string path, string name) =>
        $"<img src=\"{view.Address.Href(path)}/chart.svg?lang={view.Language.Tag}&amp;width=760\" alt=\"{name}\">";

    private static IEnumerable<(string Relation, string Name, string Href)> Turns(PageView view, IReadOnlyList<Indicator> all, Indicator here)
    {
        var at = all.Index().First(one => one.Item.Id == here.Id).Index;
        if (at > 0)
            yield return ("prev", view.Say(all[at - 1].Label), view.Page($"/indicators/{all[at - 1].Id}"));
        if (at < all.Count - 1)
            yield return ("next", view.Say(all[at + 1].Label), view.Page($"/indicators/{all[at + 1].Id}"));
    }
}

/// <summary>The indicators as a page shows them.</summary>
internal sealed record IndicatorsModel(
    PageView View,
    ChartImage Chart,
    IReadOnlyList<SortHead> Heads,
    IReadOnlyList<FacetModel> Facets,
    IReadOnlyList<IndicatorRow> Rows,
    IReadOnlyList<string> Notes,
    int BaseYear,
    int TargetYear,
    string? Next
);

/// <summary>An indicator in the table.</summary>
internal sealed record IndicatorRow(string Href, string Name, string Category, string Unit, string Baseline, string Target, Standing Standing);

/// <summary>An indicator as its page shows it.</summary>
internal sealed record IndicatorModel(
    PageView View,
    Indicator Indicator,
    string Target,
    ChartImage? Chart,
    IReadOnlyList<Standing> Standings,
    IReadOnlyList<PassageLink> Passages,
    IReadOnlyList<PassageLink> Commitments,
    string Path,
    string Embed,
    string Direction
);

/// <summary>A passage of the plan, with what it says.</summary>
/// <param name="Name">Where it stands.</param>
/// <param name="Href">Its page.</param>
/// <param name="Text">What it says.</param>
internal sealed record PassageLink(string Name, string Href, string Text);

/// <summary>A value compared with a target as a page shows it.</summary>
internal sealed record EvaluationModel(PageView View, Indicator Indicator, string Target, Evaluation? Evaluation, string Code, string Reason);
