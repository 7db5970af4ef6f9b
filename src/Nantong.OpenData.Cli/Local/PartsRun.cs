using Nantong.OpenData.Cli.Terminal;

namespace Nantong.OpenData.Cli.Local;

/// <summary>Runs parts together, a store and an API, until the user ends them or one of them ends by itself.</summary>
internal static class PartsRun
{
    /// <summary>Runs them.</summary>
    /// <param name="screen">Where it is told which part ended.</param>
    /// <param name="run">Brings the parts up one after the other and keeps them until the watch ends; leaving it stops them in reverse order.</param>
    /// <param name="cancellationToken">Cancelled when the user wants an end.</param>
    public static async Task<ExitCode> UntilOverAsync(Screen screen, Func<PartsWatch, Task> run, CancellationToken cancellationToken)
    {
        using var watch = new PartsWatch(cancellationToken);
        await using var farewell = cancellationToken.Register(() => screen.Note("Stopping."));
        try
        {
            await run(watch);
        }
        catch (Exception) when (watch.Ended is not null)
        {
            // Whatever failed, failed because a part is gone: that is told below.
        }
        catch (OperationCanceledException) when (watch.IsUp)
        {
            return ExitCode.Done;
        }

        var ended = watch.Ended!;
        screen.Problem($"The {ended.Name} ended by itself with {await ended.Exited}, so everything was stopped. Its last lines:");
        foreach (var line in ended.LastLines())
            screen.Note($"  {line}");
        return ExitCode.Failed;
    }
}
