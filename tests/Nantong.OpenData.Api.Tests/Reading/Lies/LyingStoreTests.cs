using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;
using Xunit.Abstractions;

namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>A store that lies: what is answered is right, byte for byte, or it is refused.</summary>
[Collection(nameof(ServedPlan))]
public sealed class LyingStoreTests(ServedPlan served, ITestOutputHelper output)
{
    private const int Faults = 280;
    private const int LeastTold = 250; // some faults meet no request: all was in memory

    [Fact]
    public async Task Whatever_the_store_says_no_wrong_byte_is_answered_with_200_and_the_app_recovers()
    {
        var store = Store.Connect(served.ConnectionString);
        foreach (var version in new ReleaseVersion[] { new(1, 0, 0), new(1, 0, 1), new(1, 1, 0) })
            await new AggregateTable(store, TimeProvider.System).RebuildAsync("urbanization-14fyp", version);
        var campaign = new Campaign(served.ConnectionString, await ExpectedAsync());

        await campaign.RunAsync(Faults, Seed);

        output.WriteLine($"{campaign} (seed {Seed})");
        Assert.True(campaign.Wrong.Count == 0, $"{campaign} (seed {Seed})\n{string.Join('\n', campaign.Wrong)}");
        Assert.True(campaign.Told >= LeastTold, campaign.ToString());
    }

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("OPENDATA_LIES_SEED"), out var seed) ? seed : 20261126;

    /// <summary>What a process answers to which nobody lies.</summary>
    private async Task<Dictionary<AskedRequest, ReadAnswer>> ExpectedAsync()
    {
        await using var store = new LyingStore(served.ConnectionString);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        await using var app = await Campaign.StartAsync(store, new QuickClock(), client);
        Dictionary<AskedRequest, ReadAnswer> expected = [];
        foreach (var request in Questions.Exact.Concat(Questions.Moving))
        {
            var answer = await request.SendAsync(client, app.Address);
            Assert.True((int)answer.Status is 200 or 206, $"{request}: {answer}");
            expected[request] = answer;
        }

        return expected;
    }
}
