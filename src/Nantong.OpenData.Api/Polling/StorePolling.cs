using Microsoft.Extensions.Options;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Statistics;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api.Polling;

/// <summary>Looks every few seconds whether a new release is out. The app serves what it has, whether or not the store answers.</summary>
internal sealed partial class StorePolling(
    Snapshots snapshots,
    StoreWatch watch,
    AggregateValues figures,
    LastVerification verification,
    KnownDamage damage,
    IOptions<ApiOptions> options,
    TimeProvider clock,
    ILogger<StorePolling> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15); // between two looks at what is damaged

    private long lookedAgain;
    private string? failure; // of the last look, so that it is logged once

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), clock);
        var before = snapshots.Condition;
        Dictionary<string, string> served = [];
        var beside = Task.CompletedTask;
        do
        {
            await LookAsync(stoppingToken);
            before = Report(before, snapshots.Condition);
            foreach (var release in snapshots.Latest.Select(snapshot => snapshot.Release))
            {
                var version = release.Version.ToString();
                if (served.GetValueOrDefault(release.Plan) == version)
                    continue;
                served[release.Plan] = version;
                LogMoved(release.Plan, version);
            }

            if (beside.IsCompleted)
                beside = ReadBesideAsync(stoppingToken); // not waited for: where it hangs, the next look still finds that the store is away
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Looks, and goes on whatever happens: nothing that the store says may end the app.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await watch.LookAsync(cancellationToken);
            failure = null;
        }
        catch (Exception error)
        {
            cancellationToken.ThrowIfCancellationRequested(); // whatever a look throws that is stopped, it did not fail
            if (failure != error.Message)
                LogFailed(error);
            failure = error.Message;
        }
    }

    /// <summary>Reads what another instance may have written: figures, and how the last verification went. Looks again at what is damaged.</summary>
    private async Task ReadBesideAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!snapshots.Condition.Reachable)
                return;
            await figures.LookAsync(snapshots.Latest, cancellationToken);
            await Timeouts.WithinAsync(verification.RefreshAsync, cancellationToken);
            if (damage.All is [] || clock.GetElapsedTime(lookedAgain) < Pause)
                return;
            lookedAgain = clock.GetTimestamp();
            await Timeouts.WithinAsync(damage.LookAgainAsync, cancellationToken);
        }
        catch (Exception error)
        {
            cancellationToken.ThrowIfCancellationRequested();
            LogFiguresKept(StoreFault.Explain(error) ?? error.ToString()); // those in memory go on being served; who asks for others is told
        }
    }

    /// <summary>Logs a change, not every look.</summary>
    private StoreCondition Report(StoreCondition before, StoreCondition now)
    {
        if (now.Problem is { } problem && problem != before.Problem)
            LogAway(problem);
        if (now.Reachable && !before.Reachable)
            LogReachable();
        return now;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Plan}: latest is now {Version}")]
    private partial void LogMoved(string plan, string version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store cannot be read: {Problem}")]
    private partial void LogAway(string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The look at the store failed; the next one is tried as usual")]
    private partial void LogFailed(Exception error);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The figures cannot be read anew: {Reason}")]
    private partial void LogFiguresKept(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The store can be read")]
    private partial void LogReachable();
}
