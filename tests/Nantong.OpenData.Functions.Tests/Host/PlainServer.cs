using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>The server of the ordinary build, as a process of its own.</summary>
internal sealed class PlainServer : IAsyncDisposable
{
    private const string ListeningMark = "Now listening on: ";
    private static readonly string Folder = AppContext.BaseDirectory;

    private readonly Process process;

    private PlainServer(Process process) => this.process = process;

    /// <summary>Asks it.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it over a store, and waits until it takes requests.</summary>
    public static async Task<PlainServer> StartAsync(string store, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", "--runtimeconfig", AllowHooks(), Path.Combine(Folder, "Nantong.OpenData.Server.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Folder,
        };
        (string, string)[] always =
        [
            ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("OpenData__RateLimitRequests", "0"),
            ("OpenData__PollSeconds", "1"),
            ("OpenDataStorage", store),
        ];
        foreach (var (name, value) in always.Concat(settings))
            start.Environment[name] = value;

        var server = new PlainServer(Process.Start(start)!);
        while (await server.process.StandardOutput.ReadLineAsync() is { } line)
            if (line.IndexOf(ListeningMark, StringComparison.Ordinal) is var at and >= 0)
            {
                server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
                {
                    BaseAddress = new Uri(line[(at + ListeningMark.Length)..].Trim()),
                };
                break;
            }

        _ = server.process.StandardOutput.ReadToEndAsync();
        return server;
    }

    /// <summary>Waits until it serves the newest release.</summary>
    public Task ReadyAsync() => AskUntilAsync("/health/ready", "\"ready\"");

    /// <summary>Waits until it serves the figures of the release that was published last.</summary>
    public Task FiguresAsync() => AskUntilAsync("/v1/plans/urbanization-14fyp/aggregates", "\"asOfRelease\":\"1.0.1\"");

    private async Task AskUntilAsync(string target, string told)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            using var answer = await Client.GetAsync(target);
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains(told, StringComparison.Ordinal))
                return;
            await Task.Delay(100);
        }

        throw new TimeoutException($"The server did not answer {target} with {told}.");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>The settings of its runtime, with start-up hooks: what is built to become native takes none.</summary>
    /// <returns>The file that holds them.</returns>
    private static string AllowHooks()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "Nantong.OpenData.Server.runtimeconfig.json")))!;
        settings["runtimeOptions"]!["configProperties"]!["System.StartupHookProvider.IsSupported"] = true;
        var file = Path.Combine(Folder, "hooked.runtimeconfig.json");
        File.WriteAllText(file, settings.ToJsonString());
        return file;
    }
}
