using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Server.Tests.Native;

/// <summary>The native server as a process of its own, on a free port of the loopback.</summary>
internal sealed class NativeServer : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";
    private const int SigTerm = 15;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(25);

    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NativeServer(string executable, IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = Path.GetDirectoryName(executable)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear(); // whatever this machine sets must not be what makes it work
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The server ended before it listened:\n{Output}"));
    }

    /// <summary>Asks the server.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<NativeServer> StartAsync(string executable, params IEnumerable<(string Name, string Value)> settings)
    {
        var server = new NativeServer(executable, settings);
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        try
        {
            server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                BaseAddress = await server.listening.Task.WaitAsync(ReadyWithin),
            };
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks until the answer is as wanted, and gives the last one.</summary>
    public async Task<HttpResponseMessage> GetUntilAsync(string path, Func<HttpResponseMessage, string, bool> wanted)
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            var response = await Client.GetAsync(path);
            if (wanted(response, await response.Content.ReadAsStringAsync()) || limit.Elapsed > ReadyWithin)
                return response;
            response.Dispose();
            await Task.Delay(PollEvery);
        }
    }

    /// <summary>Asks a method of the server for assistants; gives the result.</summary>
    /// <param name="method">The method.</param>
    /// <param name="parameters">Its parameters, as JSON.</param>
    public async Task<JsonNode> AskAssistantAsync(string method, string parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mcp")
        {
            Content = new StringContent(
                $$"""{"jsonrpc":"2.0","id":1,"method":"{{method}}","params":{{parameters}} }""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.TryAddWithoutValidation("Accept", "application/json, text/event-stream");
        using var response = await Client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var message = body.Split('\n').Last(line => line.StartsWith("data: ", StringComparison.Ordinal));
        return JsonNode.Parse(message[6..])!["result"] ?? throw new InvalidOperationException(body);
    }

    /// <summary>Asks it to end; gives the exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
            Assert.Equal(0, Kill(process.Id, SigTerm));
        await process.WaitForExitAsync().WaitAsync(ReadyWithin);
        return process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        if (line.IndexOf(ListeningMark, StringComparison.Ordinal) is var at and >= 0)
            listening.TrySetResult(new Uri(line[(at + ListeningMark.Length)..].Trim()));
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
