using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Nantong.OpenData.StandInHost;

/// <summary>The worker, started as the Functions host starts it.</summary>
/// <remarks>Source: azure-functions-host, RpcWorkerProcess and WorkerProcessFactory (arguments and environment).</remarks>
internal sealed class WorkerProcess : IDisposable
{
    private const int SigTerm = 15;

    private readonly Process process;
    private readonly StringBuilder output = new();

    private WorkerProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
    }

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Completes with the exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan limit)
    {
        await process.WaitForExitAsync().WaitAsync(limit);
        return process.ExitCode;
    }

    /// <summary>Starts the program that <c>worker.config.json</c> names.</summary>
    /// <param name="folder">The published folder.</param>
    /// <param name="workerId">What the worker is to call itself.</param>
    /// <param name="host">Where it finds the host.</param>
    /// <param name="settings">App settings, which the host hands on as environment variables.</param>
    public static WorkerProcess Start(string folder, string workerId, Uri host, IEnumerable<(string Name, string Value)> settings)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "worker.config.json")));
        var description = config.RootElement.GetProperty("description");
        var program = description.GetProperty("defaultExecutablePath").GetString()!.Replace("{WorkerRoot}", folder + "/", StringComparison.Ordinal);
        var worker = Path.Combine(folder, description.GetProperty("defaultWorkerPath").GetString()!);
        var request = Guid.NewGuid().ToString();
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            .. program == worker ? Array.Empty<string>() : [worker],
            "--host",
            host.Host,
            "--port",
            $"{host.Port}",
            "--workerId",
            workerId,
            "--requestId",
            request,
            "--grpcMaxMessageLength",
            $"{int.MaxValue}",
            "--functions-uri",
            host.AbsoluteUri,
            "--functions-worker-id",
            workerId,
            "--functions-request-id",
            request,
            "--functions-grpc-max-message-length",
            $"{int.MaxValue}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = folder;
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var started = new WorkerProcess(start);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Asks it to end, by SIGTERM.</summary>
    public void Signal() => _ = SendSignal(process.Id, SigTerm);

    /// <summary>Kills it, as the platform does when it must.</summary>
    public void Kill()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int process, int signal);
}
