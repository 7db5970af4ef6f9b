using Nantong.OpenData.Plans;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>A sample with 70 rows and about as many files as the real plan, for tests of how a store is written and read: what matters to
/// them is that every step and every kind of file is there, and every table but that of structures has rows.</summary>
internal static class SmallPlan
{
    private const string Name = "Share of the marine economy";

    private static readonly TestPlan Plan = new(Path.Combine("samples", "coastal-14fyp"), "coastal-14fyp");

    /// <summary>The plan under another id.</summary>
    public static Plan Renamed(string id) => Plan.Renamed(id);

    /// <summary>The plan under another id after its editors called an indicator differently: other content, same source.</summary>
    public static Plan Renamed(string id, string name) => Plan.Renamed(id, (PlanFile.Description, Name, name));
}
