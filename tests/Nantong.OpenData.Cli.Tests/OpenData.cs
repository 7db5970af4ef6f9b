using System.Diagnostics;
using System.Text;

namespace Nantong.OpenData.Cli.Tests;

/// <summary>The program under test, run as a process of its own as a user or a script runs it.</summary>
internal sealed class OpenData : IAsyncDisposable
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(120);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly Task ended;

    private OpenData(Process process)
    {
        this.process = process;
        ended = Task.WhenAll(CollectAsync(process.StandardOutput, output), CollectAsync(process.StandardError, error), process.WaitForExitAsync());
    }

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public string Error
    {
        get
        {
            lock (error)
                return error.ToString();
        }
    }

    /// <summary>Starts the program; variables with a null value are taken away from its environment.</summary>
    public static OpenData Start(IEnumerable<string> arguments, params (string Name, string? Value)[] variables) =>
        StartIn(Path.GetTempPath(), arguments, variables);

    private static OpenData StartIn(string folder, IEnumerable<string> arguments, (string Name, string? Value)[] variables)
    {
        // A full path: tests take the PATH away.
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        var start = new ProcessStartInfo(dotnet, [Path.Combine(AppContext.BaseDirectory, "opendata.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["OpenDataStorage"] = null;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    /// <summary>Runs the program to its end.</summary>
    public static Task<(int ExitCode, string Output, string Error)> RunAsync(
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] variables
    ) => RunInAsync(Path.GetTempPath(), arguments, variables);

    /// <summary>Runs the program to its end with a folder as its current directory.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunInAsync(
        string folder,
        IEnumerable<string> arguments,
        params (string Name, string? Value)[] variables
    )
    {
        await using var program = StartIn(folder, arguments, variables);
        return (await program.EndAsync(), program.Output, program.Error);
    }

    /// <summary>Waits until a text stands in the output, and gives the output back.</summary>
    public async Task<string> WaitForAsync(string text)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeLimit && !ended.IsCompleted; await Task.Delay(20))
        {
            if (Output.Contains(text, StringComparison.Ordinal))
                return Output;
        }

        Assert.Fail($"'{text}' did not appear within {TimeLimit.TotalSeconds} s:\n{Output}\n{Error}");
        return Output;
    }

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        await ended.WaitAsync(TimeLimit);
        return process.ExitCode;
    }

    /// <summary>Sends a signal, as <c>kill</c> and a terminal do.</summary>
    public async Task SignalAsync(string signal) => await Processes.SignalAsync(Id, signal);

    public async ValueTask DisposeAsync()
    {
        if (!ended.IsCompleted)
            process.Kill(entireProcessTree: true);
        await ended;
        process.Dispose();
    }

    private static async Task CollectAsync(StreamReader from, StringBuilder to)
    {
        var buffer = new char[4096];
        while (await from.ReadAsync(buffer) is > 0 and var count)
        {
            lock (to)
                to.Append(buffer, 0, count);
        }
    }
}
