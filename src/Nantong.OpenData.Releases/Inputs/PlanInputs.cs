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
    public static Parsed<Plan> Read(IReadOnlyCollection<PlanFile> files) => Read(files, new Faults());

    /// <summary>Reads a plan with its observations, and tells what an editor should look at even where there is no plan.</summary>
    /// <param name="files">The files, each once: see <see cref="PlanFile.Names"/>.</param>
    /// <param name="warnings">Takes what an editor should look at.</param>
    /// <returns>The plan, or every place that breaks a rule.</returns>
    public static Parsed<Plan> Read(IReadOnlyCollection<PlanFile> files, Faults warnings)
    {
        var faults = new Faults();
        faults.Add(
            PlanFile
                .Required.Where(name => files.All(file => file.Name != name))
                .Select(missing => new Unreadable(missing, "no such file", $"the files {string.Join(", ", PlanFile.Required)}"))
        );
        if (faults.Count > 0)
            return faults;

        var reading = Inspect(files);
        warnings.Add(reading.Warnings);
        return reading.Plan is { } plan ? plan : reading.Faults;
    }

    /// <summary>Reads as much of a plan with its observations as can be read, and tells everything that is wrong or deserves a look.</summary>
    /// <param name="files">The files, each once; one that is missing counts as empty.</param>
    public static PlanReading Inspect(IReadOnlyCollection<PlanFile> files)
    {
        var reading = PlanReader.Inspect(
            Content(PlanFile.Source),
            Content(PlanFile.Description),
            Content(PlanFile.Errata),
            Content(PlanFile.Places),
            Content(PlanFile.Commitments)
        );
        if (Find(PlanFile.Observations) is not { } observations)
            return reading;
        if (reading.Plan is { } plan)
        {
            var whole = With(plan, observations);
            return whole.Faults is { } faults ? reading with { Plan = null, Faults = faults } : reading with { Plan = whole.Value };
        }

        var reader = new ObservationReader(ObservationSubjects.Of(Content(PlanFile.Description), Content(PlanFile.Places)));
        reading.Faults.Add(reader.Read(ObservationRows.Read(observations.Content), []).Select(row => row.Error).OfType<Unreadable>());
        return reading;

        PlanFile? Find(string name) => files.FirstOrDefault(file => file.Name == name);
        ReadOnlyMemory<byte> Content(string name) => Find(name)?.Content ?? default;
    }

    /// <summary>Name of the release's file that keeps an input: <c>input-places.json</c>, because <c>places.json</c> is the dataset. The source is
    /// published under its own name.</summary>
    public static string KeptAs(string name) => name is PlanFile.Source ? name : $"input-{name}";

    private static Parsed<Plan> With(Plan plan, PlanFile file)
    {
        var faults = new Faults();
        List<Observation> all = [.. plan.Observations];
        var reader = new ObservationReader(plan.Indicators, plan.Places.Select(place => place.Id), plan.About.Years);
        foreach (var row in reader.Read(ObservationRows.Read(file.Content), plan.Observations))
        {
            if (row.Try(out var observation, out var error))
                all.Add(observation);
            else
                faults.Add(error);
        }

        return faults.Count > 0
            ? faults
            : plan with
            {
                Observations = ObservationOrder.Sort(all, plan.Indicators.Select(indicator => indicator.Id)),
                Files = [.. plan.Files, file],
            };
    }
}
