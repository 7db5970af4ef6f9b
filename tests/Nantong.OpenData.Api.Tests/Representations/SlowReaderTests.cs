using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Tests.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>Readers of a file that is larger than what the system's buffers swallow.</summary>
public sealed class SlowReaderTests
{
    private const string File = $"{ServedPlan.First}/files/observations.ndjson";

    [Fact]
    public async Task A_reader_of_100_bytes_a_second_is_cut_off_in_the_stated_time_and_one_at_the_stated_rate_is_not()
    {
        await using var live = await LiveStore.StartAsync(Large());
        await using var app = await live.ServeAsync();
        var whole = (await app.Client.GetByteArrayAsync(File)).Length;
        Assert.InRange(whole, 8_000_000, int.MaxValue);
        await Task.WhenAll(
            AssertCutAsync(app, bytesPerSecond: 100, cut: true, whole),
            AssertCutAsync(app, bytesPerSecond: RequestLimits.ReadingRate, cut: false, whole)
        );
    }

    /// <summary>Reads for half as long again as the stated time, then takes all that is left: a connection that was cut has not all of it.</summary>
    private static async Task AssertCutAsync(RunningApp app, int bytesPerSecond, bool cut, int whole)
    {
        using var client = new TcpClient { ReceiveBufferSize = 64 * 1024 };
        await client.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {File} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
        var (watch, read) = (Stopwatch.StartNew(), 0);
        var buffer = new byte[64 * 1024];
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (watch.Elapsed < TimeSpan.FromSeconds(1.5 * RequestLimits.ReadingSeconds) && await second.WaitForNextTickAsync())
            if (await TakeAsync(bytesPerSecond) == 0)
                break;

        while (await TakeAsync(buffer.Length) > 0) { }
        if (cut)
            Assert.InRange(read, 0, whole);
        else
            Assert.InRange(read, whole, int.MaxValue);

        async Task<int> TakeAsync(int bytes)
        {
            try
            {
                var taken = await stream.ReadAsync(buffer.AsMemory(0, bytes));
                read += taken;
                return taken;
            }
            catch (IOException)
            {
                return 0; // reset
            }
        }
    }

    private static Plans.Plan Large()
    {
        var plan = RealPlan.Read();
        var some = plan.Observations[0];
        var note = new string('注', 400);
        var values = Enumerable.Range(2100, 7_000).Select(year => some with { Year = year, Note = note });
        return TestPlan.Observed(plan, values);
    }
}
