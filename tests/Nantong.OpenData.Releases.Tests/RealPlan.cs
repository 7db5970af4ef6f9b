using System.Text;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Tests;

/// <summary>The plan that the repository publishes, and editions of it with one thing changed.</summary>
internal static class RealPlan
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    public static Plan Read() => Read(description => description);

    /// <summary>The plan as it would be if its curation called an indicator differently.</summary>
    public static Plan WithCuratedName(string from, string to) => Read(description => description.Replace(from, to, StringComparison.Ordinal));

    private static Plan Read(Func<string, string> curate)
    {
        var description = Encoding.UTF8.GetBytes(curate(File.ReadAllText(Path.Combine(Folder, "plan.json"))));
        var parsed = PlanReader.Read(File.ReadAllBytes(Path.Combine(Folder, "source.txt")), description, File.ReadAllBytes(Path.Combine(Folder, "errata.json")));
        return parsed.Try(out var plan, out var error) ? plan : throw new InvalidDataException(error.ToString());
    }
}
