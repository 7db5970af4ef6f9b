namespace Nantong.OpenData.Api.Polling;

/// <summary>The loops of the process. One that breaks stops the program, and whoever restarts processes goes by the exit code.</summary>
/// <param name="services">The services of the app; they are read at once, since nobody can be asked for them when the run is over.</param>
public sealed class BackgroundLoops(IServiceProvider services)
{
    private readonly BackgroundService[] loops = [.. services.GetServices<IHostedService>().OfType<BackgroundService>()];

    /// <summary>The exit code after the run: 1 when a loop broke, else 0.</summary>
    public int ExitCode => loops.Any(loop => loop.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
}
