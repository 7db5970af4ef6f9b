using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases;

/// <summary>What a release says about its plan as a whole. It is hashed as the one row of table <c>releases</c>.</summary>
/// <param name="About">What <c>plan.json</c> says about the plan.</param>
/// <param name="TitleBlock">The notice that issued the plan.</param>
public sealed record ReleaseHead(PlanDescription About, TitleBlock TitleBlock);
