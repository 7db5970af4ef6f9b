using System.Text;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Tests;

/// <summary>The plan that the repository publishes, and editions of it with one thing changed.</summary>
internal static class RealPlan
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    public static Plan Read() => With();

    /// <summary>The plan as it would be if its curation called an indicator differently.</summary>
    public static Plan WithCuratedName(string from, string to) => With(("plan.json", from, to));

    /// <summary>The plan with passages of its files replaced; a passage that is not there is an error.</summary>
    public static Plan With(params (string File, string From, string To)[] edits)
    {
        var parsed = PlanReader.Read(Content("source.txt"), Content("plan.json"), Content("errata.json"));
        return parsed.Try(out var plan, out var error) ? plan : throw new InvalidDataException(error.ToString());

        byte[] Content(string file)
        {
            var text = File.ReadAllText(Path.Combine(Folder, file));
            foreach (var (_, from, to) in edits.Where(edit => edit.File == file))
                text = text.Contains(from, StringComparison.Ordinal) ? text.Replace(from, to, StringComparison.Ordinal) : throw new InvalidDataException($"{file} does not hold '{from}'");
            return Encoding.UTF8.GetBytes(text);
        }
    }
}
