using Microsoft.AspNetCore.Http;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Tests.Representations;

namespace Nantong.OpenData.Api.Tests.Requests;

/// <summary>Who asks for what is ready takes nothing from anybody.</summary>
[Collection(nameof(ServedPlan))]
public sealed class FairLimitTests(ServedPlan served)
{
    private const int Requests = 5;

    [Fact]
    public async Task A_comparison_takes_more_requests_than_come_back_while_it_is_made_and_nothing_more_once_it_is_known()
    {
        const int requests = 100_000; // one comes back in 0.6 ms
        await using var limited = await RunningApp.StartAsync(
            ("OpenDataStorage", served.ConnectionString),
            ("OpenData__RateLimitRequests", $"{requests}"),
            ("OpenData__CacheMegabytes", "0")
        );
        (await limited.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode)).Dispose();
        const string comparison = $"{ServedPlan.Plan}/changes/1.0.0..1.1.0?limit=1";

        Assert.InRange(await LeftOfAsync(limited, comparison), 0, requests - 10);
        (await limited.AskUntilAsync(comparison, (response, _) => LimitTests.LeftOf(response) == requests - 1)).Dispose();
    }

    [Fact]
    public async Task What_an_assistant_has_done_is_taken_from_the_request_that_its_call_came_by()
    {
        using var limit = new RateLimit(requests: 1_000, window: TimeSpan.FromDays(10)); // one comes back in 14.4 minutes
        var call = new DefaultHttpContext();
        await limit.Guard(_ =>
        {
            var part = new DefaultHttpContext();
            RateLimit.Waive(part, call);
            RateLimit.Charge(part, TimeSpan.FromHours(2.4));
            return Task.CompletedTask;
        })(call);

        Assert.Equal(1_000 - 1 - 30, LimitTests.LeftIn(call.Response.Headers["RateLimit"].Single()!));
    }

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

        var left = await LeftOfAsync(limited, kept);
        for (var again = 0; again < 4 * Requests; again++)
            Assert.Equal(left, await LeftOfAsync(limited, kept));
        for (var fresh = 0; fresh < left; fresh++)
            Assert.Equal(left - 1 - fresh, await LeftOfAsync(limited, $"{ServedPlan.Plan}/nothing-{fresh}", 404));

        using var refused = await limited.Client.GetAsync($"{ServedPlan.Plan}/indicators?limit=5");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(0, await LeftOfAsync(limited, kept));
    }

    private static async Task<int> LeftOfAsync(RunningApp app, string path, int status = 200)
    {
        using var response = await app.Client.GetAsync(path);
        Assert.Equal(status, (int)response.StatusCode);
        return LimitTests.LeftOf(response);
    }
}
