using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Nantong.OpenData.Cli.Local;

/// <summary>The API, running as a process of its own and ending with this one.</summary>
internal sealed class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private readonly ChildProcess process;

    private ApiProcess(ApiBuild build, int port, string connectionString, Action<string> onLine)
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        IReadOnlyList<string> arguments = build.Host is ApiHost.Functions ? [.. build.Arguments, "--port", $"{port}"] : build.Arguments;
        process = Tether.OfRepository.Start(build.Program, arguments, build.Folder, Variables(build.Host, connectionString), onLine);
        Exited = WatchAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Completes with the exit code when it has ended.</summary>
    public Task<int> Exited { get; }

    /// <summary>Id of its process; null before that is known.</summary>
    public int? ProcessId => process.TiedId;

    /// <summary>The last lines that it wrote, oldest first.</summary>
    public IReadOnlyList<string> LastLines => process.LastLines;

    /// <summary>Starts the API on a port of the loopback address.</summary>
    /// <param name="build">What to start.</param>
    /// <param name="port">The port.</param>
    /// <param name="connectionString">The store that it reads.</param>
    /// <param name="onLine">Called with each line that it writes.</param>
    public static ApiProcess Start(ApiBuild build, int port, string connectionString, Action<string> onLine) =>
        new(build, port, connectionString, onLine);

    /// <summary>Waits until it says that it can answer data requests.</summary>
    /// <exception cref="CannotStartException">It runs, but is still not ready after a minute.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var answer = "no answer";
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < ReadyLimit; )
        {
            try
            {
                using var response = await http.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
                if (response.StatusCode == HttpStatusCode.OK)
                    return;
                answer = $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}";
            }
            catch (HttpRequestException notYetListening)
            {
                answer = notYetListening.Message;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        throw new CannotStartException(
            $"The API runs, but {Address}health/ready does not say that it is ready: {answer}",
            "Its log above says why; a store without tables is made ready by 'opendata publish'."
        );
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        await Exited;
    }

    private Dictionary<string, string?> Variables(ApiHost host, string connectionString)
    {
        var variables = new Dictionary<string, string?>
        {
            ["OpenDataStorage"] = connectionString,
            ["OpenDataStorage__tableServiceUri"] = null,
            ["OpenDataStorage__blobServiceUri"] = null,
        };
        if (host is not ApiHost.Functions)
        {
            variables["ASPNETCORE_URLS"] = Address.GetLeftPart(UriPartial.Authority);
            return variables;
        }

        variables["AzureWebJobsStorage"] = connectionString; // where the host keeps when its timers last ran
        variables["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        variables["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        variables["OpenData__PublicBaseUrl"] = Address.GetLeftPart(UriPartial.Authority);
        return variables;
    }

    private async Task<int> WatchAsync()
    {
        var exitCode = await process.Exited;
        if (process.TiedId is { } id)
            KillLeftover(id);
        return exitCode;
    }

    /// <summary>The tether normally ends after the program; when the tether itself was killed, the program is still there.</summary>
    private static void KillLeftover(int id)
    {
        try
        {
            using var leftover = Process.GetProcessById(id);
            leftover.Kill(entireProcessTree: true);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // The usual case: it has ended.
        }
    }
}
