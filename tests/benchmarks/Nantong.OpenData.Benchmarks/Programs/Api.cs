using System.Globalization;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Benchmarks.Programs;

/// <summary>The API as it is measured: built once for all benchmarks of a run, started with settings of its own on the servers' core.</summary>
internal static class Api
{
    private static readonly Lazy<Task<ApiBuild>> NativeBuild = new(() => BuildAsync("native", ApiHost.Native));
    private static readonly Lazy<Task<ApiBuild>> ManagedBuild = new(() => BuildAsync("managed", ApiHost.Server));

    /// <summary>The published native app.</summary>
    public static Task<ApiBuild> NativeAsync() => NativeBuild.Value;

    /// <summary>The same app for the JIT compiler.</summary>
    public static Task<ApiBuild> ManagedAsync() => ManagedBuild.Value;

    /// <summary>Without a limit: the load comes from one client.</summary>
    public static (string, string) Unlimited => ("OpenData__RateLimitRequests", "0");

    /// <summary>Without answers that are kept ready.</summary>
    public static (string, string) Uncached => ("OpenData__CacheMegabytes", "0");

    /// <summary>Starts the native app and waits until it is ready.</summary>
    /// <param name="store">The store that it reads.</param>
    /// <param name="settings">Variables of its environment.</param>
    public static async Task<ApiProcess> StartAsync(string store, params (string Name, string Value)[] settings)
    {
        var api = ApiProcess.Start(With(await NativeAsync(), settings), LocalPort.FindFree(), store, _ => { });
        try
        {
            await api.WaitUntilReadyAsync(CancellationToken.None);
            return api;
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    private static ApiBuild With(ApiBuild build, (string Name, string Value)[] settings)
    {
        var (program, arguments) = Pinned.On(Pinned.Server, build.Program, build.Arguments);
        return build with
        {
            Program = "env",
            Arguments =
            [
                .. settings.Select(setting => string.Create(CultureInfo.InvariantCulture, $"{setting.Name}={setting.Value}")),
                program,
                .. arguments,
            ],
        };
    }

    private static Task<ApiBuild> BuildAsync(string name, ApiHost host)
    {
        Measuring.Report.Say($"Building the API ({name})");
        return ApiBuild.BuildAsync(Path.Combine(RepositoryRoot.Get(), ".data", "benchmarks", name), host, CancellationToken.None);
    }
}
