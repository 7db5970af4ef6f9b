using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Benchmarks.Samples;

/// <summary>A folder with the plan and many observations of towns that do not exist. Made to be measured, and removed afterwards.</summary>
/// <remarks>The plan must name every place that is observed: its last paragraph is followed by one that lists the towns.</remarks>
internal sealed class SamplePlan : IDisposable
{
    private const string LastWords = "及时总结和报道改革试验中的经验典型。";
    private const string Paragraphs = "\"paragraphs\": ";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸"; // no digits: a number in the text would have to be explained
    private const int FirstYear = 2000;
    private const int Years = 36; // as many as a plan of 2021 to 2025 takes

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("opendata-sample-");

    private SamplePlan() { }

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>Id of a town that has all its observations.</summary>
    public static string Area => IdOf(0);

    /// <summary>Writes a folder.</summary>
    /// <param name="observations">How many observations are published beside those of the plan.</param>
    /// <param name="shift">What is added to each value: another number gives another value to every observation.</param>
    /// <param name="note">How many characters the note of each observation has.</param>
    public static async Task<SamplePlan> WriteAsync(int observations, int shift = 0, int note = 0)
    {
        var original = Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);
        var plan = await PlanFolder.ReadAsync(original, CancellationToken.None);
        // A milestone has only 1 and 0.
        var indicators = plan.Indicators.Where(indicator => indicator.Decimals is not null).Select(indicator => indicator.Id).ToList();
        var towns = (observations + (indicators.Count * Years) - 1) / (indicators.Count * Years);

        var sample = new SamplePlan();
        foreach (var name in PlanFile.Names.Where(name => File.Exists(Path.Combine(original, name))))
        {
            var text = await File.ReadAllTextAsync(Path.Combine(original, name));
            await File.WriteAllTextAsync(
                Path.Combine(sample.Folder, name),
                name switch
                {
                    PlanFile.Source => text.Replace(
                        LastWords,
                        $"{LastWords}\n\n{string.Join('、', Enumerable.Range(0, towns).Select(NameOf))}。",
                        StringComparison.Ordinal
                    ),
                    PlanFile.Description => text.Replace($"{Paragraphs}107", $"{Paragraphs}108", StringComparison.Ordinal),
                    PlanFile.Places => WithTowns(text, towns),
                    _ => text,
                }
            );
        }

        await File.WriteAllTextAsync(
            Path.Combine(sample.Folder, PlanFile.Observations),
            Rows(indicators, towns, observations, shift, new string('x', note))
        );
        return sample;
    }

    /// <inheritdoc />
    public void Dispose() => folder.Delete(recursive: true);

    private static string IdOf(int town) => string.Create(CultureInfo.InvariantCulture, $"sample-{town:D3}");

    private static string NameOf(int town) => $"{Stems[town / 100]}{Stems[town / 10 % 10]}{Stems[town % 10]}样本镇";

    private static string WithTowns(string gazetteer, int towns)
    {
        var json = JsonNode.Parse(gazetteer)!;
        for (var town = 0; town < towns; town++)
        {
            json["places"]!
                .AsArray()
                .Add(
                    new JsonObject
                    {
                        ["id"] = IdOf(town),
                        ["type"] = "town",
                        ["name"] = NameOf(town),
                        ["en"] = $"Sample {town}",
                        ["aliases"] = new JsonArray(),
                        ["within"] = null,
                        ["withinBasis"] = null,
                        ["note"] = null,
                    }
                );
        }

        return json.ToJsonString();
    }

    private static string Rows(IReadOnlyList<string> indicators, int towns, int count, int shift, string note)
    {
        var text = new StringBuilder("indicator,area,year,value,status,source,note\n");
        var keys =
            from town in Enumerable.Range(0, towns)
            from year in Enumerable.Range(FirstYear, Years)
            from indicator in indicators
            select (indicator, town, year);
        foreach (var (indicator, town, year) in keys.Take(count))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{indicator},{IdOf(town)},{year},{((town * 7) + year + shift) % 100},A,Sample of a benchmark,{note}\n"
            );
        return text.ToString();
    }
}
