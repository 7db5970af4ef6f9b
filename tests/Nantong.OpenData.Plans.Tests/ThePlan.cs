using System.Text;

namespace Nantong.OpenData.Plans.Tests;

/// <summary>The real plan, read once, and damaged copies of it.</summary>
internal static class ThePlan
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    public static byte[] Source { get; } = File.ReadAllBytes(Path.Combine(Folder, "source.txt"));

    public static byte[] Description { get; } = File.ReadAllBytes(Path.Combine(Folder, "plan.json"));

    public static byte[] Errata { get; } = File.ReadAllBytes(Path.Combine(Folder, "errata.json"));

    public static byte[] Places { get; } = File.ReadAllBytes(Path.Combine(Folder, "places.json"));

    public static Plan Read { get; } =
        PlanReader.Read(Source, Description, Errata, Places) is { Value: { } plan }
            ? plan
            : throw new InvalidOperationException(PlanReader.Read(Source, Description, Errata, Places).Error!.ToString());

    /// <summary>Reads the plan with one passage of its source replaced; the passage must be there.</summary>
    public static Parsed<Plan> With(string passage, string replacement)
    {
        var text = Encoding.UTF8.GetString(Source);
        Assert.Contains(passage, text, StringComparison.Ordinal);
        return PlanReader.Read(Encoding.UTF8.GetBytes(text.Replace(passage, replacement, StringComparison.Ordinal)), Description, Errata);
    }

    /// <summary>The error of a source that must be refused.</summary>
    public static Unreadable Refused(Parsed<Plan> parsed)
    {
        Assert.Null(parsed.Value);
        return Assert.IsType<Unreadable>(parsed.Error);
    }
}
