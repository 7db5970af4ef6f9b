using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Tests;

/// <summary>The plan that the repository publishes, and editions of it with one thing changed.</summary>
internal static class RealPlan
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp");

    public static Plan Read() => With();

    /// <summary>The plan as it would be if its curation called an indicator differently.</summary>
    public static Plan WithCuratedName(string from, string to) => With((PlanFile.Description, from, to));

    /// <summary>The plan under another id.</summary>
    public static Plan Renamed(string id) => With(Rename(id));

    /// <summary>The plan under another id and with an indicator called differently.</summary>
    public static Plan Renamed(string id, string from, string to) => With(Rename(id), (PlanFile.Description, from, to));

    /// <summary>The plan with passages of its files replaced; a passage that is not there is an error.</summary>
    public static Plan With(params (string File, string From, string To)[] edits)
    {
        var parsed = PlanInputs.Read([
            .. PlanFile
                .Names.Where(name => name is not PlanFile.Observations && System.IO.File.Exists(Path.Combine(Folder, name)))
                .Select(name => new PlanFile(name, Encoding.UTF8.GetBytes(Content(name)))),
        ]);
        return parsed.Try(out var plan, out var error) ? plan : throw new InvalidDataException(error.ToString());

        string Content(string name) =>
            edits.Where(edit => edit.File == name).Aggregate(File(name), (text, edit) => Replaced(name, text, edit.From, edit.To));
    }

    /// <summary>A file of the plan, with one passage replaced that stands in it once.</summary>
    public static string File(string name, string passage = "", string replacement = "")
    {
        var text = System.IO.File.ReadAllText(Path.Combine(Folder, name));
        if (passage is "")
            return text;
        if (text.Split(passage).Length != 2)
            throw new InvalidDataException($"'{passage}' does not stand once in {name}");
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    private static (string File, string From, string To) Rename(string id) => (PlanFile.Description, "\"urbanization-14fyp\"", $"\"{id}\"");

    private static string Replaced(string name, string text, string from, string to) =>
        text.Contains(from, StringComparison.Ordinal)
            ? text.Replace(from, to, StringComparison.Ordinal)
            : throw new InvalidDataException($"{name} does not hold '{from}'");
}
