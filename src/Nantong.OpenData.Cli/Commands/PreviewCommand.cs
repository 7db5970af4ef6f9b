using System.CommandLine;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata preview</c>: the pages of a plan folder as readers would see them, from a store that lives in memory and is gone
/// afterwards.</summary>
internal static class PreviewCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1); // between two looks at the folder
    private static readonly Option<int> Port = PortOption.Create("--port", "Port of the pages; 0 takes any free one.", usual: 7072);
    private static readonly Option<bool> NoBuild = new("--no-build") { Description = "Run the API as an earlier run of 'up' or 'preview' built it." };

    private static readonly Argument<DirectoryInfo> Folder = new("folder")
    {
        Description = "Folder with source.txt, plan.json and errata.json, and with the other files when it has them.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "preview",
            "Shows the pages of a plan folder as they would be published. Files that are saved show a moment later; nothing is kept."
        )
        {
            Examples =
            [
                ("opendata preview src/plans/my-plan", "The pages at http://127.0.0.1:7072, until Ctrl-C."),
                ("opendata preview src/plans/my-plan --port 0 --no-build", "On a free port, with the API as it was built before."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.CannotStart, ExitCode.Interrupted],
        };
        command.Add(Folder);
        command.Add(Port);
        command.Add(NoBuild);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!.FullName;
        LocalPort.EnsureFree(parsed.GetValue(Port), "the pages", "--port");
        _ = await PlanFolder.ReadAsync(folder, cancellationToken); // what cannot be published is refused before anything is started
        return await PartsRun.UntilOverAsync(screen, watch => ShowAsync(parsed, screen, folder, watch), cancellationToken);
    }

    private static async Task ShowAsync(ParseResult parsed, Screen screen, string folder, PartsWatch watch)
    {
        var output = Path.Combine(RepositoryRoot.Get(), ".data", "api");
        await using var local = await screen.StepAsync(
            "Starting a store in memory",
            () => Azurite.StartAsync(new() { OnLine = line => screen.Log("store", line) }, watch.Over)
        );
        using var watchedStore = watch.Add(new Part("store", local.Exited, () => local.LastLines));
        var store = Store.Connect(local.ConnectionString);
        var shown = await PublishAsync(store, folder, screen, watch.Over);

        var build = parsed.GetValue(NoBuild)
            ? ApiBuild.Find(output, ApiHost.Server)
            : await screen.StepAsync("Building the API", () => ApiBuild.BuildAsync(output, ApiHost.Server, watch.Over));
        var port = parsed.GetValue(Port) is > 0 and var given ? given : LocalPort.FindFree();
        await using var api = ApiProcess.Start(build, port, local.ConnectionString, _ => { });
        using var watchedApi = watch.Add(new Part("API", api.Exited, () => api.LastLines));
        await screen.StepAsync("Starting the API", () => api.WaitUntilReadyAsync(watch.Over));
        screen.Line();
        screen.Line($"The plan is shown at {api.Address}. Saved files show a moment later; Ctrl-C stops everything, and nothing is kept.");

        var over = watch.UntilOverAsync();
        while (!over.IsCompleted)
        {
            await Task.WhenAny(over, Task.Delay(Pause, watch.Over));
            var saved = over.IsCompleted ? shown : StampOf(folder);
            if (saved == shown)
                continue;
            try
            {
                shown = await PublishAsync(store, folder, screen, watch.Over);
            }
            catch (BadInputException bad)
            {
                shown = saved;
                screen.Problem(bad.Problem, string.Join(Environment.NewLine, [.. bad.Details, "What was shown before stays."]));
            }
        }

        await over;
    }

    /// <summary>Publishes what the folder holds, with whatever version it needs.</summary>
    /// <returns>When the files were saved that were read.</returns>
    private static async Task<string> PublishAsync(Store store, string folder, Screen screen, CancellationToken cancellationToken)
    {
        var saved = StampOf(folder);
        var plan = await PlanFolder.ReadAsync(folder, cancellationToken);
        PublishCommand.Show(
            screen,
            await screen.StepAsync(
                $"Reading {plan.About.Id}",
                () => PublishCommand.PublishAsync(store, plan, version: null, "Preview", screen, cancellationToken)
            )
        );
        return saved;
    }

    private static string StampOf(string folder) =>
        string.Join(
            '|',
            PlanFile
                .Names.Select(name => new FileInfo(Path.Combine(folder, name)))
                .Where(file => file.Exists)
                .Select(file => $"{file.Name} {file.LastWriteTimeUtc.Ticks} {file.Length}")
        );
}
