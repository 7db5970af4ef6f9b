using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Inputs;

/// <summary>The files that a release is made from: those of the plan, and the observations published beside it.</summary>
public static class PlanInputs
{
    /// <summary>Reads a plan with its observations.</summary>
    /// <param name="files">The files, each once: see <see cref="PlanFile.Names"/>.</param>
    /// <returns>The plan, or the first place that breaks a rule, named by file and line.</returns>
    public static Parsed<Plan> Read(IReadOnlyCollection<PlanFile> files)
    {
        if (PlanFile.Required.FirstOrDefault(name => Find(name) is null) is { } missing)
            return new Unreadable(missing, "no such file", $"the files {string.Join(", ", PlanFile.Required)}");
        var read = PlanReader.Read(Content(PlanFile.Source), Content(PlanFile.Description), Content(PlanFile.Errata), Content(PlanFile.Places));
        return read.Try(out var plan, out _) && Find(PlanFile.Observations) is { } observations ? With(plan, observations) : read;

        PlanFile? Find(string name) => files.FirstOrDefault(file => file.Name == name);
        ReadOnlyMemory<byte> Content(string name) => Find(name)?.Content ?? default;
    }

    /// <summary>Name of the release's file that keeps an input: <c>input-places.json</c>, because <c>places.json</c> is the dataset. The source is published under its own name.</summary>
    public static string KeptAs(string name) => name is PlanFile.Source ? name : $"input-{name}";

    private static Parsed<Plan> With(Plan plan, PlanFile file)
    {
        List<Observation> all = [.. plan.Observations];
        Unreadable? malformed = null;
        var reader = new ObservationReader(plan.Indicators, plan.Places.Select(place => place.Id), plan.About.Years);
        foreach (var row in reader.Read(Rows(), plan.Observations))
        {
            if (!row.Try(out var observation, out var error)) return malformed ?? error;
            all.Add(observation);
        }

        return malformed is null
            ? plan with { Observations = ObservationOrder.Sort(all, plan.Indicators.Select(indicator => indicator.Id)), Files = [.. plan.Files, file] }
            : malformed;

        IEnumerable<ObservationRow> Rows()
        {
            foreach (var row in ObservationRows.Read(file.Content))
            {
                if (row.Error is not null) malformed = row.Error;
                else yield return row.Value;
            }
        }
    }
}
