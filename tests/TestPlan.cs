using System.Text;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Tests;

/// <summary>A plan in a folder beside the tests, as it is and with passages of its files replaced.</summary>
/// <param name="folder">Its folder, from that of the tests.</param>
/// <param name="id">Its id.</param>
internal sealed class TestPlan(string folder, string id)
{
    private readonly string folder = Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>A plan with more observations, all in their order.</summary>
    public static Plan Observed(Plan plan, IEnumerable<Observation> values) =>
        plan with
        {
            Observations = ObservationOrder.Sort([.. plan.Observations, .. values], plan.Indicators.Select(indicator => indicator.Id)),
        };

    /// <summary>The plan under another id.</summary>
    public Plan Renamed(string to, params (string File, string From, string To)[] edits) =>
        With([(PlanFile.Description, $"\"{id}\"", $"\"{to}\""), .. edits]);

    /// <summary>The plan with passages of its files replaced; a passage that is not there is an error.</summary>
    public Plan With(params (string File, string From, string To)[] edits)
    {
        var parsed = PlanInputs.Read([
            .. PlanFile
                .Names.Where(name => name is not PlanFile.Observations && System.IO.File.Exists(Path.Combine(folder, name)))
                .Select(name => new PlanFile(name, Encoding.UTF8.GetBytes(Content(name)))),
        ]);
        return parsed.Try(out var plan, out var error) ? plan : throw new InvalidDataException(error.ToString());

        string Content(string name) =>
            edits.Where(edit => edit.File == name).Aggregate(File(name), (text, edit) => Replaced(name, text, edit.From, edit.To));
    }

    /// <summary>A file of the plan, with one passage replaced that stands in it once.</summary>
    public string File(string name, string passage = "", string replacement = "")
    {
        var text = System.IO.File.ReadAllText(Path.Combine(folder, name));
        if (passage is "")
            return text;
        if (text.Split(passage).Length != 2)
            throw new InvalidDataException($"'{passage}' does not stand once in {name}");
        return text.Replace(passage, replacement, StringComparison.Ordinal);
    }

    private static string Replaced(string name, string text, string from, string to) =>
        text.Contains(from, StringComparison.Ordinal)
            ? text.Replace(from, to, StringComparison.Ordinal)
            : throw new InvalidDataException($"{name} does not hold '{from}'");
}
