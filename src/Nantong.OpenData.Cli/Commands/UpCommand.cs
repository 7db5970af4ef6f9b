using System.CommandLine;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata up</c>: the whole product on this machine, from one command to one Ctrl-C.</summary>
internal static class UpCommand
{
    private static readonly Option<int> Port = PortOption.Create("--port", "Port of the API; 0 takes any free one.", usual: 7071);
    private static readonly Option<int> BlobPort = PortOption.Create("--blob-port", "Port of the local store's blobs; 0 takes any free one.");
    private static readonly Option<int> QueuePort = PortOption.Create(
        "--queue-port",
        "Port of its queues, likewise; Azurite opens it, nothing here uses it."
    );
    private static readonly Option<int> TablePort = PortOption.Create("--table-port", "Port of its tables, likewise.");

    private static readonly Option<DirectoryInfo?> Data = new("--data")
    {
        Description = "Where the local store keeps its data. Without it: .data/store in the repository, which git ignores.",
        HelpName = "folder",
    };

    private static readonly Option<bool> Native = new("--native")
    {
        Description = "Publish and run the API as a native executable. Needs clang or gcc, and zlib's headers.",
    };
    private static readonly Option<bool> Func = new("--func")
    {
        Description = "Publish the Functions app and run it as Azure does. Needs Azure Functions Core Tools: 'func' on the path.",
    };
    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "Run the API as an earlier run built it." };
    private static readonly Option<bool> NoApi = new("--no-api")
    {
        Description = "Run the local store alone, published and ready, for an API that you start yourself.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "up",
            "Installs and starts the local store, publishes the plan, builds and starts the API, and stops all of it on Ctrl-C. "
                + "The first time it restores and builds for a few minutes; after that it takes half a minute."
        )
        {
            Examples =
            [
                ("opendata up", "Everything, with the API at http://127.0.0.1:7071."),
                ("opendata up --port 0", "The same on a free port, which is printed."),
                ("opendata up --no-api --blob-port 10000 --table-port 10002", "Only the store, where tools for Azurite look for it."),
                ("opendata up --native --data /srv/opendata", "The native executable, with the store's data in a folder of your own."),
                ("opendata up --func", "The Functions app under Azure Functions Core Tools."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.CannotStart, ExitCode.Interrupted],
        };
        foreach (var option in new Option[] { Port, BlobPort, QueuePort, TablePort, Data, Native, Func, NoBuild, NoApi })
            command.Add(option);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Func))
            _ = CoreTools.Get(); // before anything is started
        if (!parsed.GetValue(NoApi))
            LocalPort.EnsureFree(parsed.GetValue(Port), "the API", "--port");
        return await PartsRun.UntilOverAsync(screen, watch => RunUntilOverAsync(parsed, screen, watch), cancellationToken);
    }

    /// <summary>Brings the parts up one after the other and keeps them until the watch ends; leaving it stops them in reverse order.</summary>
    private static async Task RunUntilOverAsync(ParseResult parsed, Screen screen, PartsWatch watch)
    {
        var folder = Path.Combine(RepositoryRoot.Get(), ".data");
        await using var store = await screen.StepAsync(
            "Starting the local store",
            () =>
                Azurite.StartAsync(
                    new()
                    {
                        DataFolder = parsed.GetValue(Data)?.FullName ?? Path.Combine(folder, "store"),
                        BlobPort = parsed.GetValue(BlobPort),
                        QueuePort = parsed.GetValue(QueuePort),
                        TablePort = parsed.GetValue(TablePort),
                        OnLine = line => screen.Log("store", line),
                    },
                    watch.Over
                )
        );
        using var watchedStore = watch.Add(new Part("store", store.Exited, () => store.LastLines));
        var plan = await FirstRelease.PublishAsync(Store.Connect(store.ConnectionString), screen, watch.Over);

        if (parsed.GetValue(NoApi))
        {
            ShowStore(screen, store);
            await watch.UntilOverAsync();
        }

        var build = await BuildAsync(parsed, screen, folder, watch.Over);
        var port = parsed.GetValue(Port) is > 0 and var given ? given : LocalPort.FindFree();
        await using var api = ApiProcess.Start(build, port, store.ConnectionString, line => screen.Log("api", line));
        using var watchedApi = watch.Add(new Part("API", api.Exited, () => api.LastLines));
        await screen.StepAsync("Starting the API", () => api.WaitUntilReadyAsync(watch.Over));
        ShowApi(screen, api.Address, plan);
        ShowStore(screen, store);
        await watch.UntilOverAsync();
    }

    private static async Task<ApiBuild> BuildAsync(ParseResult parsed, Screen screen, string folder, CancellationToken cancellationToken)
    {
        var host =
            parsed.GetValue(Func) ? ApiHost.Functions
            : parsed.GetValue(Native) ? ApiHost.Native
            : ApiHost.Server;
        var (name, title) = host switch
        {
            ApiHost.Functions => ("api-functions", "Publishing the Functions app"),
            ApiHost.Native => ("api-native", "Publishing the native API"),
            _ => ("api", "Building the API"),
        };
        var output = Path.Combine(folder, name);
        return parsed.GetValue(NoBuild)
            ? ApiBuild.Find(output, host)
            : await screen.StepAsync(title, () => ApiBuild.BuildAsync(output, host, cancellationToken));
    }

    private static void ShowApi(Screen screen, Uri address, Plan? plan)
    {
        screen.Line();
        screen.Line($"The API answers at {address}. Try:");
        if (plan is null)
        {
            screen.Line($"  curl {address}v1/plans");
            return;
        }

        if (plan.Indicators is [var indicator, ..])
            screen.Line($"  curl {address}v1/plans/{plan.About.Id}/indicators/{indicator.Id}");
        if (plan.Nodes.FirstOrDefault(node => node.Type is NodeType.Paragraph) is { } paragraph)
            screen.Line($"  curl {address}v1/plans/{plan.About.Id}/text{paragraph.Path}");
        screen.Line($"  curl {address}v1/plans/{plan.About.Id}/files/indicators.csv");
    }

    private static void ShowStore(Screen screen, Azurite store)
    {
        screen.Line();
        screen.Line("The store, for other commands (its key is the public one of every Azurite):");
        screen.Line($"  export OpenDataStorage='{store.ConnectionString}'");
        screen.Line();
        screen.Line("Ctrl-C stops everything.");
    }
}
