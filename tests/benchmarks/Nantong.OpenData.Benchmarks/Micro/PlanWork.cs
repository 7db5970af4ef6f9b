using BenchmarkDotNet.Attributes;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Benchmarks.Micro;

/// <summary>The work that publishing and answering are made of, on the plan of the repository.</summary>
public class PlanWork
{
    private IReadOnlyList<PlanFile> files = [];
    private Plan plan = null!;
    private ReleaseContent before = null!,
        after = null!;
    private SearchIndex index = null!;
    private SearchQuery query = null!;

    /// <summary>Reads what the benchmarks work on.</summary>
    [GlobalSetup]
    public void Read()
    {
        var folder = Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);
        files =
        [
            .. PlanFile
                .Names.Where(name => File.Exists(Path.Combine(folder, name)))
                .Select(name => new PlanFile(name, File.ReadAllBytes(Path.Combine(folder, name)))),
        ];
        plan = Parse();
        before = Build();
        index = Index();
        query = SearchQuery.Parse("q", "绿化 建成区").Try(out var read, out var error) ? read : throw new InvalidOperationException(error.ToString());
        var indicators = plan
            .Indicators.Select((indicator, index) => index == 3 ? indicator with { Name = $"{indicator.Name}（新）" } : indicator)
            .ToList();
        after = ReleaseContent.Of(ReleaseBuilder.Build(plan with { Indicators = indicators }, new ReleaseVersion(1, 1, 0), predecessor: null));
    }

    /// <summary>Source and curation into a plan.</summary>
    [Benchmark(Description = "parser: the plan from its files")]
    public Plan Parse() => PlanInputs.Read(files).Try(out var read, out var error) ? read : throw new InvalidOperationException(error.ToString());

    /// <summary>A plan into a release with all files and hashes.</summary>
    [Benchmark(Description = "builder: the release with all its files")]
    public ReleaseContent Build() => ReleaseContent.Of(ReleaseBuilder.Build(plan, ReleaseVersion.First, predecessor: null));

    /// <summary>Two releases compared.</summary>
    [Benchmark(Description = "diff: two releases, one name changed")]
    public ReleaseDiff Compare() => PlanDiff.Compare(before, after);

    /// <summary>A plan into what searches look in.</summary>
    [Benchmark(Description = "search: the index")]
    public SearchIndex Index() => SearchIndex.Of(plan.Nodes, plan.Indicators, plan.Commitments, plan.Places);

    /// <summary>A search for two words.</summary>
    [Benchmark(Description = "search: two words")]
    public IReadOnlyList<SearchMatch> Find() => index.Find(query);

    /// <summary>Records into JSON.</summary>
    [Benchmark(Description = "serialisation: 17 indicators")]
    public int Serialise() => plan.Indicators.Sum(indicator => RecordJson.ToBytes(indicator, RecordJson.Line.Indicator).Length);

    /// <summary>Everything into JSON.</summary>
    [Benchmark(Description = "serialisation: all records of a release")]
    public byte[] SerialiseAll() => JsonPatch.Document(before);
}
