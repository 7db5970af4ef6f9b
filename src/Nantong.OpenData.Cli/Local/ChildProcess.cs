using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Nantong.OpenData.Cli.Local;

/// <summary>A program that this one started and answers for: what it says, when it ends, and how it is stopped.</summary>
/// <remarks>Its standard input is a pipe that nobody writes to. <c>infra/local/tether.cjs</c> stops the program when that pipe closes,
/// which happens on <see cref="StopAsync"/> and also when this process is killed without a chance to clean up.</remarks>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int RememberedLines = 20;
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);
    private readonly Process process;
    private readonly Queue<string> lastLines = new();
    private int tiedId;

    private ChildProcess(Process process, bool isTether, Action<string> onLine)
    {
        this.process = process;
        Id = process.Id;
        Action<string> keep = line =>
        {
            Remember(line);
            onLine(line);
        };
        Exited = WatchAsync(isTether ? Announced(keep) : keep);
    }

    /// <summary>Its process id.</summary>
    public int Id { get; }

    /// <summary>Process id of the program that it holds when it is a tether; null before it told, and for any other program.</summary>
    public int? TiedId => Volatile.Read(ref tiedId) is > 0 and var id ? id : null;

    /// <summary>Completes with the exit code, after the last line was read.</summary>
    public Task<int> Exited { get; }

    /// <summary>The last lines that it wrote, oldest first.</summary>
    public string[] LastLines
    {
        get
        {
            lock (lastLines)
                return [.. lastLines];
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="program">The program, looked for in the PATH unless it is an address in the file system.</param>
    /// <param name="arguments">Its arguments, passed on one by one and never read by a shell.</param>
    /// <param name="folder">The folder that it starts in.</param>
    /// <param name="environment">Variables that it sees besides those of this process; null removes one.</param>
    /// <param name="isTether">True when its first line is the id of the program that it holds.</param>
    /// <param name="onLine">Called with each line of its output and errors, one at a time.</param>
    /// <exception cref="CannotStartException">There is no such program.</exception>
    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        bool isTether,
        Action<string> onLine
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        try
        {
            return new ChildProcess(Process.Start(start)!, isTether, onLine);
        }
        catch (Win32Exception error)
        {
            throw new CannotStartException($"Cannot start '{program}': {error.Message}.", "Install it, or put it on the PATH.");
        }
    }

    /// <summary>Runs to its end.</summary>
    /// <returns>The exit code and the last lines that it wrote.</returns>
    public async Task<(int ExitCode, string[] LastLines)> ToEndAsync(CancellationToken cancellationToken)
    {
        await using (this)
        {
            return (await Exited.WaitAsync(cancellationToken), LastLines);
        }
    }

    /// <summary>Asks the program to stop, and kills it and what it started when it has not ended after a grace period.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!Exited.IsCompleted)
            process.StandardInput.Close();
        await Task.WhenAny(Exited, Task.Delay(grace));
        if (!Exited.IsCompleted)
            process.Kill(entireProcessTree: true);
        await Exited;
    }

    /// <summary>Stops the program.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(7)); // two more than tether.cjs gives the program that it ties
        process.Dispose();
    }

    private async Task<int> WatchAsync(Action<string> onLine)
    {
        var reading = Task.WhenAll(ReadAsync(process.StandardOutput, onLine), ReadAsync(process.StandardError, onLine));
        await process.WaitForExitAsync();
        await Task.WhenAny(reading, Task.Delay(LastWords)); // a program that it started may hold the pipes open for longer
        return process.ExitCode;
    }

    private async Task ReadAsync(StreamReader lines, Action<string> onLine)
    {
        while (await lines.ReadLineAsync() is { } line)
        {
            lock (lastLines)
                onLine(line);
        }
    }

    private void Remember(string line)
    {
        if (lastLines.Count == RememberedLines)
            lastLines.Dequeue();
        lastLines.Enqueue(line);
    }

    /// <summary>Takes a tether's first line for itself.</summary>
    private Action<string> Announced(Action<string> onLine) =>
        line =>
        {
            if (TiedId is null && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                Volatile.Write(ref tiedId, id);
            else
                onLine(line);
        };
}
