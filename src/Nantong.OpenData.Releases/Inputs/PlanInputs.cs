using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Observations;

namespace Nantong.OpenData.Releases.Inputs;

/// <summary>The files that a release is made from: those of the plan, and the observations published beside it.</summary>
public static class PlanInputs
{
    /// <summary>Reads a plan with its observations.</summary>
    /// <param name="files">The files, each once: see <see cref="PlanFile.Names"/>.</param>
    /// <returns>The plan, or every place that breaks a rule, named by file and line: a fault in one file does not hide those of another where that
    /// can be read.</returns>
    public static Parsed<Plan> Read(IReadOnlyCollection<PlanFile> files)
    {
        var faults = new Faults();
        faults.Add(PlanFile.Required.Where(name => Find(name) is null).Select(missing =>
            new Unreadable(missing, "no such file", $"the files {string.Join(", ", PlanFile.Required)}")));
        if (faults.Count > 0) return faults;

        var read = PlanReader.Read(Content(PlanFile.Source), Content(PlanFile.Description), Content(PlanFile.Errata), Content(PlanFile.Places),
            Content(PlanFile.Commitments));
        if (Find(PlanFile.Observations) is not { } observations) return read;
        if (read.Try(out var plan, out _)) return With(plan, observations);

        faults.Add(read.Faults);
        var reader = new ObservationReader(ObservationSubjects.Of(Content(PlanFile.Description), Content(PlanFile.Places)));
        faults.Add(reader.Read(ObservationRows.Read(observations.Content), []).Select(row => row.Error).OfType<Unreadable>());
        return faults;

        PlanFile? Find(string name) => files.FirstOrDefault(file => file.Name == name);
        ReadOnlyMemory<byte> Content(string name) => Find(name)?.Content ?? default;
    }

    /// <summary>Reads as much of a plan as can be read, observations apart, and tells everything that is wrong or deserves a look.</summary>
    /// <param name="files">The files, each once; one that is missing counts as empty.</param>
    public static PlanReading Inspect(IReadOnlyCollection<PlanFile> files)
    {
        return PlanReader.Inspect(
            Content(PlanFile.Source), Content(PlanFile.Description), Content(PlanFile.Errata), Content(PlanFile.Places), Content(PlanFile.Commitments));

        ReadOnlyMemory<byte> Content(string name) => files.FirstOrDefault(file => file.Name == name)?.Content ?? default;
    }

    /// <summary>Name of the release's file that keeps an input: <c>input-places.json</c>, because <c>places.json</c> is the dataset. The source is published under its own name.</summary>
    public static string KeptAs(string name) => name is PlanFile.Source ? name : $"input-{name}";

    private static Parsed<Plan> With(Plan plan, PlanFile file)
    {
        var faults = new Faults();
        List<Observation> all = [.. plan.Observations];
        var reader = new ObservationReader(plan.Indicators, plan.Places.Select(place => place.Id), plan.About.Years);
        foreach (var row in reader.Read(ObservationRows.Read(file.Content), plan.Observations))
        {
            if (row.Try(out var observation, out var error)) all.Add(observation);
            else faults.Add(error);
        }

        return faults.Count > 0
            ? faults
            : plan with { Observations = ObservationOrder.Sort(all, plan.Indicators.Select(indicator => indicator.Id)),
                Files = [.. plan.Files, file] };
    }
}
