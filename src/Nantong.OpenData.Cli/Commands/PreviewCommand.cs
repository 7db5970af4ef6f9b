using System.CommandLine;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Memory;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata preview</c>: the pages of a plan folder as readers would see them, from memory, without a store.</summary>
internal static class PreviewCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1); // between two looks at the folder
    private static readonly Option<int> Port = PortOption.Create("--port", "Port of the pages; 0 takes any free one.", usual: 7072);

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
                ("opendata preview src/plans/my-plan --port 0", "On a free port."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.CannotStart, ExitCode.Interrupted],
        };
        command.Add(Folder);
        command.Add(Port);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!.FullName;
        LocalPort.EnsureFree(parsed.GetValue(Port), "the pages", "--port");
        var store = MemoryStore.Create();
        var shown = StampOf(folder);
        var plan = await PlanFolder.ReadAsync(folder, cancellationToken); // what cannot be published is refused before anything is started
        var starting = Task.Run(() => PreviewApi.StartAsync(store, parsed.GetValue(Port), cancellationToken), cancellationToken);
        await PublishAsync(store, plan, screen, cancellationToken);
        await using var api = await starting;
        await api.RefreshAsync(cancellationToken);
        screen.Line();
        screen.Line($"The plan is shown at {api.Address}. Saved files show a moment later; Ctrl-C stops everything, and nothing is kept.");
        try
        {
            await api.RebuildAggregatesAsync(cancellationToken);
            await FollowAsync(store, folder, shown, api, screen, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            screen.Note("Stopping."); // the way to end it
        }

        return ExitCode.Done;
    }

    /// <summary>Publishes anew whenever a file of the folder was saved, until it is stopped.</summary>
    private static async Task FollowAsync(
        Store store,
        string folder,
        string shown,
        PreviewApi api,
        Screen screen,
        CancellationToken cancellationToken
    )
    {
        using var looks = new PeriodicTimer(Pause);
        while (await looks.WaitForNextTickAsync(cancellationToken))
        {
            var saved = StampOf(folder);
            if (saved == shown)
                continue;
            shown = saved;
            try
            {
                await PublishAsync(store, await PlanFolder.ReadAsync(folder, cancellationToken), screen, cancellationToken);
                await api.RefreshAsync(cancellationToken);
                await api.RebuildAggregatesAsync(cancellationToken);
            }
            catch (BadInputException bad)
            {
                screen.Problem(bad.Problem, string.Join(Environment.NewLine, [.. bad.Details, "What was shown before stays."]));
            }
        }
    }

    /// <summary>Publishes a plan, with whatever version it needs.</summary>
    private static async Task PublishAsync(Store store, Plan plan, Screen screen, CancellationToken cancellationToken) =>
        PublishCommand.Show(
            screen,
            await screen.StepAsync(
                $"Reading {plan.About.Id}",
                () => PublishCommand.PublishAsync(store, plan, version: null, plan.About.Title.En, screen, cancellationToken)
            )
        );

    private static string StampOf(string folder) =>
        string.Join(
            '|',
            PlanFile
                .Names.Select(name => new FileInfo(Path.Combine(folder, name)))
                .Where(file => file.Exists)
                .Select(file => $"{file.Name} {file.LastWriteTimeUtc.Ticks} {file.Length}")
        );
}
