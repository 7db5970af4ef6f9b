using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Tests;

/// <summary>The plan that the repository publishes, and editions of it with one thing changed.</summary>
internal static class RealPlan
{
    private static readonly TestPlan Plan = new(Path.Combine("plans", "urbanization-14fyp"), "urbanization-14fyp");

    public static Plan Read() => With();

    /// <summary>The plan as it would be if its curation called an indicator differently.</summary>
    public static Plan WithCuratedName(string from, string to) => With((PlanFile.Description, from, to));

    /// <summary>The plan under another id.</summary>
    public static Plan Renamed(string id) => Plan.Renamed(id);

    /// <summary>The plan under another id and with an indicator called differently.</summary>
    public static Plan Renamed(string id, string from, string to) => Plan.Renamed(id, (PlanFile.Description, from, to));

    /// <summary>The plan with passages of its files replaced; a passage that is not there is an error.</summary>
    public static Plan With(params (string File, string From, string To)[] edits) => Plan.With(edits);

    /// <summary>A file of the plan, with one passage replaced that stands in it once.</summary>
    public static string File(string name, string passage = "", string replacement = "") => Plan.File(name, passage, replacement);
}
