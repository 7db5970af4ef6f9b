using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans.Text;

/// <summary>What the readers of the outline share.</summary>
/// <param name="Source">The source.</param>
/// <param name="Blocks">Its blocks.</param>
/// <param name="About">What <c>plan.json</c> says.</param>
/// <param name="Drafts">Takes the nodes.</param>
/// <param name="Report">Takes every place that breaks a rule.</param>
internal sealed record OutlineContext(SourceText Source, BlockReader Blocks, PlanDescription About, List<Draft> Drafts, ReadingReport Report)
{
    /// <summary>The declared layout.</summary>
    public PlanLayout Layout => About.Layout!;
}
