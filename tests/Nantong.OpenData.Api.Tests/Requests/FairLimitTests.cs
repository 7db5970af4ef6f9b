using System.Globalization;

namespace Nantong.OpenData.Api.Tests.Requests;

/// <summary>Who asks for what is ready takes nothing from anybody.</summary>
[Collection(nameof(ServedPlan))]
public sealed class FairLimitTests(ServedPlan served)
{
    private const int Requests = 5;

    [Fact]
    public async Task What_is_answered_from_memory_is_not_counted_and_still_tells_what_is_left()
    {
        await using var limited = await RunningApp.StartAsync(
            ("OpenDataStorage", served.ConnectionString),
            ("OpenData__RateLimitRequests", $"{Requests}"),
            ("OpenData__RateLimitSeconds", "3600")
        );
        const string kept = $"{ServedPlan.Plan}/indicators?limit=3";
        (await limited.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode)).Dispose();

        var left = await LeftOfAsync(kept);
        for (var again = 0; again < 4 * Requests; again++)
            Assert.Equal(left, await LeftOfAsync(kept));
        for (var fresh = 0; fresh < left; fresh++)
            Assert.Equal(left - 1 - fresh, await LeftOfAsync($"{ServedPlan.Plan}/nothing-{fresh}", 404));

        using var refused = await limited.Client.GetAsync($"{ServedPlan.Plan}/indicators?limit=5");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(0, await LeftOfAsync(kept));

        async Task<int> LeftOfAsync(string path, int status = 200)
        {
            using var response = await limited.Client.GetAsync(path);
            Assert.Equal(status, (int)response.StatusCode);
            return int.Parse(response.Headers.GetValues("RateLimit").Single().Split(';')[1][2..], CultureInfo.InvariantCulture);
        }
    }
}
