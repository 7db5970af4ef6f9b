using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Api.Site.Subjects;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;

namespace Nantong.OpenData.Api.Site.Comparing;

/// <summary>What the changes between two releases can be narrowed to, each with how many would be left.</summary>
internal static class ChangeChips
{
    private static readonly Dictionary<string, Label> Types = new(StringComparer.Ordinal)
    {
        ["node"] = new("正文", "text"),
        ["indicator"] = new("指标", "indicators"),
        ["column"] = new("专栏", "project boxes"),
        ["column-item"] = new("专栏条目", "items of project boxes"),
        ["commitment"] = new("承诺", "commitments"),
        ["place"] = new("地名", "places"),
        ["structure"] = new("空间格局", "patterns"),
        ["erratum"] = new("勘误", "errata"),
        ["finding"] = new("一致性检查", "findings"),
        ["exclusion"] = new("未计入的数字", "exclusions"),
        ["observation"] = new("各年数值", "observations"),
        ["observation-set"] = new("各年数值", "observations"),
        ["file"] = new("文件", "files"),
        ["plan"] = new("规划说明", "the plan"),
        ["source"] = new("源文本", "the source"),
    };

    /// <summary>The chips of the three filters.</summary>
    /// <param name="view">From where the comparison is looked at.</param>
    /// <param name="all">Its changes, whatever is asked for.</param>
    public static IReadOnlyList<FacetModel> Of(PageView view, IReadOnlyList<Change> all)
    {
        return
        [
            Chips(
                view.Say("种类", "Kind"),
                ComparisonFilter.Kind.Name,
                change => ComparisonFilter.KindOf(change.Kind),
                code => CodeNames.Of("change-kinds", code, view)
            ),
            Chips(view.Say("内容", "Dataset"), ComparisonFilter.Type.Name, change => change.Target.Type, code => TypeName(code, view)),
            Chips(
                view.Say("轻重", "Severity"),
                ComparisonFilter.Severity.Name,
                change => ComparisonFilter.SeverityOf(change.Severity),
                code => CodeNames.Of("bumps", code, view)
            ),
        ];

        FacetModel Chips(string name, string parameter, Func<Change, string> valueOf, Func<string, string> title)
        {
            var others = view.Address.Query.Where(pair => pair.Key != parameter).ToDictionary(StringComparer.Ordinal);
            var filter = ComparisonFilter.Parse(others).Value;
            var chosen = view.Address.Query.GetValueOrDefault(parameter);
            return new(
                name,
                chosen is null ? null : view.With(parameter, null),
                [
                    .. all.Where(change => filter?.Matches(change) ?? true)
                        .CountBy(valueOf)
                        .OrderByDescending(count => count.Value)
                        .Select(count => new FacetChoice(
                            title(count.Key),
                            count.Value,
                            chosen == count.Key ? null : view.With(parameter, count.Key)
                        )),
                ]
            );
        }
    }

    /// <summary>What a type of record is called.</summary>
    public static string TypeName(string type, PageView view) => Types.TryGetValue(type, out var name) ? view.Say(name) : type;
}
