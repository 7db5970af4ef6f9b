using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Native.Host;

/// <summary>
/// Plays the Azure Functions host against a published folder: starts the handler, waits, hands on HTTP requests and fires timers as the host does.
/// </summary>
/// <remarks>
/// Source: azure-functions-host, WebJobs.Script/Workers/Http: HttpWorkerProcess (environment), DefaultHttpWorkerService (readiness, headers, timers),
/// HttpProxyService/DefaultHttpProxyService (forwarding, by YARP with its default transforms).
/// </remarks>
internal sealed class FunctionsHost : IAsyncDisposable
{
    private const string Version = "4.1044.400.0";
    private const string PublicHost = "opendata.example.org";
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(25);

    private readonly Process handler;
    private readonly HttpClient client;
    private readonly StringBuilder output = new();

    private FunctionsHost(FunctionApp app, int port, IEnumerable<(string Name, string Value)> settings)
    {
        (App, Port) = (app, port);
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };

        var start = new ProcessStartInfo(app.Executable) { WorkingDirectory = app.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear(); // whatever this machine sets must not be what makes it work
        start.Environment["FUNCTIONS_HTTPWORKER_PORT"] = start.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = $"{port}";
        start.Environment["FUNCTIONS_HTTPWORKER_ID"] = start.Environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = Guid.NewGuid().ToString();
        start.Environment["FUNCTIONS_APP_ROOT_PATH"] = app.Folder;
        foreach (var (name, value) in settings) start.Environment[name] = value;

        handler = Process.Start(start)!;
        handler.OutputDataReceived += Keep;
        handler.ErrorDataReceived += Keep;
        handler.BeginOutputReadLine();
        handler.BeginErrorReadLine();
    }

    /// <summary>What is deployed.</summary>
    public FunctionApp App { get; }

    /// <summary>The port that the handler was given.</summary>
    public int Port { get; }

    /// <summary>What the handler has printed so far.</summary>
    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    /// <summary>Starts the handler of a folder and waits until it answers anything at all on its port.</summary>
    public static async Task<FunctionsHost> StartAsync(string folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var host = new FunctionsHost(FunctionApp.Read(folder), UnusedPort(), settings);
        try
        {
            await host.WaitUntilReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a request from outside: the host finds the function by its route, and hands the request on.</summary>
    /// <exception cref="InvalidOperationException">No function, or more than one, has the route: the host itself would answer 404.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string pathAndQuery, Action<HttpRequestHeaders>? headers = null)
    {
        if (App.Reached(method, pathAndQuery.Split('?')[0]).Count == 0) throw new InvalidOperationException($"No function.json has a route for {method} {pathAndQuery}.");

        using var request = new HttpRequestMessage(method, pathAndQuery);
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", PublicHost);
        Identify(request);
        headers?.Invoke(request.Headers);
        return await client.SendAsync(request);
    }

    /// <summary>Sends a GET request from outside.</summary>
    public Task<HttpResponseMessage> GetAsync(string pathAndQuery) => SendAsync(HttpMethod.Get, pathAndQuery);

    /// <summary>Fires a timer, and judges the answer as the host does.</summary>
    /// <exception cref="HttpRequestException">The handler answered with a status other than 2xx: a failed invocation.</exception>
    /// <exception cref="JsonException">It answered with something that the host cannot read: a failed invocation, too.</exception>
    public async Task<TimerAnswer> FireAsync(string function)
    {
        var timer = App.Functions.Single(candidate => candidate.Name == function);
        var now = DateTime.UtcNow;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}");
        request.Headers.UserAgent.ParseAdd($"Azure-Functions-Host/{Version}");
        Identify(request);
        request.Content = Json(new JsonObject
        {
            ["Data"] = new JsonObject
            {
                [timer.TriggerName] = new JsonObject
                {
                    ["Schedule"] = new JsonObject { ["AdjustForDST"] = true },
                    ["ScheduleStatus"] = new JsonObject { ["Last"] = now.AddMinutes(-10), ["Next"] = now, ["LastUpdated"] = now.AddMinutes(-10) },
                    ["IsPastDue"] = false,
                },
            },
            ["Metadata"] = new JsonObject { ["sys"] = new JsonObject { ["MethodName"] = function, ["UtcNow"] = now, ["RandGuid"] = Guid.NewGuid() } },
        });

        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType); // the host reads no other
        return JsonSerializer.Deserialize<TimerAnswer>(await response.Content.ReadAsStringAsync())
            ?? throw new JsonException("The handler answered null: the host would wait for ever.");
    }

    /// <summary>Asks the handler directly, as only a program on the same machine can.</summary>
    public Task<HttpResponseMessage> BypassAsync(HttpMethod method, string path) => client.SendAsync(new HttpRequestMessage(method, path));

    /// <summary>Asks until a condition holds, and gives the last answer.</summary>
    public async Task<HttpResponseMessage> GetUntilAsync(string path, HttpStatusCode status)
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            var response = await GetAsync(path);
            if (response.StatusCode == status || limit.Elapsed > ReadyWithin) return response;
            response.Dispose();
            await Task.Delay(PollEvery);
        }
    }

    /// <summary>Asks the handler to end, as the platform does; gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!handler.HasExited) Assert.Equal(0, Kill(handler.Id, SigTerm));
        await handler.WaitForExitAsync().WaitAsync(ReadyWithin);
        return handler.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (!handler.HasExited)
        {
            handler.Kill(entireProcessTree: true);
            await handler.WaitForExitAsync();
        }
        handler.Dispose();
    }

    private static void Identify(HttpRequestMessage request)
    {
        request.Headers.Add("X-Azure-Functions-HostVersion", Version);
        request.Headers.Add("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
    }

    // DefaultHttpWorkerService.IsWorkerReady: any answer will do; only a refused connection means wait.
    private async Task WaitUntilReadyAsync()
    {
        var limit = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/");
                return;
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException)
            {
                if (handler.HasExited) throw new InvalidOperationException($"The handler ended with {handler.ExitCode}:\n{Output}");
                if (limit.Elapsed > ReadyWithin) throw new TimeoutException($"The handler did not listen within {ReadyWithin}:\n{Output}");
                await Task.Delay(PollEvery);
            }
        }
    }

    private static ByteArrayContent Json(JsonObject body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } };

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (output) output.AppendLine(line.Data);
    }

    private static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private const int SigTerm = 15;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}

/// <summary>What a handler answers to a timer (HttpScriptInvocationResult).</summary>
internal sealed record TimerAnswer(Dictionary<string, JsonElement>? Outputs, List<string>? Logs, JsonElement? ReturnValue);
