using System.Diagnostics;
using System.Text;
using Nantong.OpenData.Api.Tests.Contracts;

namespace Nantong.OpenData.Api.Tests;

/// <summary>The real app as a process of its own, from its build output, on a free port.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningApp(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
        {
            process.WaitForExit(); // until its last line is read
            listening.TrySetException(new InvalidOperationException($"The app ended with {process.ExitCode} before it listened:\n{Output}"));
        };
    }

    /// <summary>A client that stays on the app's address, decompresses nothing, and fails where an answer is not as the OpenAPI document
    /// says.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Everything that the app has written.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts the app with some settings and waits until it listens.</summary>
    public static async Task<RunningApp> StartAsync(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Nantong.OpenData.Server.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["OpenData__RateLimitRequests"] = "0"; // tests ask more than a client may, except those of the limit
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        var app = new RunningApp(start);
        app.process.Start();
        app.process.BeginOutputReadLine();
        app.process.BeginErrorReadLine();
        try
        {
            app.Client = new HttpClient(new ContractHandler(new SocketsHttpHandler { AllowAutoRedirect = false }))
            {
                BaseAddress = await app.listening.Task.WaitAsync(StartLimit),
            };
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a request with headers as written.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value), $"{name}: {value}");
        return await Client.SendAsync(request);
    }

    /// <summary>Asks until the answer is as wanted, or fails with what the app wrote.</summary>
    public async Task<HttpResponseMessage> AskUntilAsync(string path, Func<HttpResponseMessage, string, bool> wanted)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var body = "";
        while (!limit.IsCancellationRequested)
        {
            var response = await Client.GetAsync(path, CancellationToken.None);
            body = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if (wanted(response, body))
                return response;
            response.Dispose();
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }

        throw new TimeoutException($"{path} did not answer as wanted, but {body}\n{Output}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.IndexOf(ListeningMark, StringComparison.Ordinal) is var at and >= 0)
            listening.TrySetResult(new Uri(line[(at + ListeningMark.Length)..].Trim()));
    }
}
