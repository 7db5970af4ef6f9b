using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site;

/// <summary>A chart in a page: the same picture in two widths and two themes, of which a browser takes the one that fits.</summary>
/// <param name="Address">Its address without a query.</param>
/// <param name="Language">The language of its words.</param>
/// <param name="Alternative">What it shows, in words.</param>
internal sealed record ChartImage(string Address, Language Language, string Alternative)
{
    /// <summary>Widest screens, in CSS pixels, that get the narrow picture.</summary>
    public const int NarrowScreen = 700;

    /// <summary>The address of the picture.</summary>
    /// <param name="narrow">True for the picture of narrow screens.</param>
    /// <param name="dark">True for the one of dark screens.</param>
    public string At(bool narrow, bool dark) =>
        $"{Address}?{Language.Parameter}={Language.Tag}&theme={(dark ? "dark" : "light")}&width={(narrow ? 288 : 900)}";

    /// <summary>All indicators of a plan.</summary>
    /// <param name="view">The page that shows it.</param>
    /// <param name="root">Path of the plan.</param>
    /// <param name="title">Title of the plan.</param>
    public static ChartImage OfPlan(PageView view, string root, string title) =>
        new(
            $"{root}/indicators/chart.svg",
            view.Language,
            view.Say(
                $"{title}：各项指标由基年到目标的图；同样的数字见指标表",
                $"Chart of the indicators of the plan {title}, from the base year to the target; the same numbers stand in the table of indicators"
            )
        );
}
