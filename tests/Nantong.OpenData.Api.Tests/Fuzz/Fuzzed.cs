using System.Globalization;
using Nantong.OpenData.Api.Tests.Contracts;
using Xunit.Abstractions;

namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>Asks a running app what nobody thought of, and fails with what it answered wrongly.</summary>
internal static class Fuzzed
{
    private static readonly int Seed = Setting("OPENDATA_FUZZ_SEED", 20_211_229); // the day of the plan

    /// <summary>How many requests are sent to the whole API.</summary>
    public static int Requests { get; } = Setting("OPENDATA_FUZZ_REQUESTS", 20_000);

    /// <summary>Sends requests to the operations whose paths contain something.</summary>
    public static async Task AskAsync(RunningApp app, int count, string below, ITestOutputHelper output)
    {
        var contract = PublishedContract.Committed;
        var result = await new FuzzRun(contract, app.Client.BaseAddress!, TimeSpan.FromSeconds(20)).SendAsync(
            new FuzzGrammar(contract, Seed, below).Take(count)
        );
        var summary = $"{count} requests of seed {Seed} to {below}: {result}; {result.Complaints.Count} complaints";
        output.WriteLine(summary);
        Assert.True(result.Complaints.Count is 0, $"{summary}\n{string.Join('\n', result.Complaints.Take(50))}");
        Assert.Equal(count, result.Statuses.Values.Sum());
        Assert.InRange(result.Statuses[200], count / 20, count); // else it has seen nothing but refusals
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
