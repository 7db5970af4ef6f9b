using System.CommandLine;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Repairing;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata repair</c>: mends a damaged store from what it still holds.</summary>
internal static class RepairCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<string?> Plan = new("--plan") { Description = "Id of one plan. Without it: the whole store.", HelpName = "id" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do it without asking." };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would be done, and do nothing." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "repair",
            "Mends rows, files, records and pointers from what the store still holds, proves that each has the hash that was sealed, and "
                + "names what cannot be mended. Proposes, asks, does."
        )
        {
            Examples =
            [
                ("opendata repair --plan urbanization-14fyp", "Shows what is to be mended, asks, and mends it."),
                ("opendata repair --yes", "The whole store, without asking."),
                ("opendata repair --dry-run --json", "What would be done, for a program."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Conflict, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        foreach (var option in new Option[] { Plan, Yes, DryRun, Json })
            command.Add(option);
        StoreNamed.AddTo(command);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var store = StoreNamed.Open(parsed);
        var (plan, json) = (parsed.GetValue(Plan), parsed.GetValue(Json));
        if (plan is not null)
            await EnsureKnownAsync(store, plan, cancellationToken);
        var repair = new ReleaseRepair(store, TimeProvider.System);
        var proposed = await screen.StepAsync("Looking for what can be mended", () => repair.ProposeAsync(plan, cancellationToken));
        if (proposed.Actions is [] || parsed.GetValue(DryRun))
        {
            Show(screen, proposed, json, done: false);
            return proposed.Left is [] ? ExitCode.Done : ExitCode.Failed;
        }

        if (!parsed.GetValue(Yes))
        {
            Show(screen, proposed, json: false, done: false);
            if (!screen.Asks("Do this?"))
                throw new BadInputException("Nothing was changed.", "Pass --yes to do it, or --dry-run to look only.");
        }

        var done = await screen.StepAsync("Mending", () => repair.RepairAsync(plan, new Told(screen), cancellationToken));
        if (done is null)
        {
            screen.Problem("Not everything was mended: another process publishes.", "Repeat the command when it has ended.");
            return ExitCode.Conflict;
        }

        Show(screen, done, json, done: true);
        return done.Left is [] ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task EnsureKnownAsync(Store store, string plan, CancellationToken cancellationToken)
    {
        var known = await new Verifier(store).PlansAsync(cancellationToken);
        if (!known.Contains(plan))
            throw new BadInputException(
                $"The store holds nothing of a plan '{plan}'.",
                known is [] ? "It holds no plan." : $"It holds {string.Join(", ", known)}."
            );
    }

    private static void Show(Screen screen, RepairReport report, bool json, bool done)
    {
        if (json)
        {
            screen.Json(
                new
                {
                    Done = done,
                    report.Actions,
                    report.Left,
                }
            );
            return;
        }

        foreach (var action in report.Actions)
            screen.Line($"{(done ? "mended" : "would mend")}  {action}");
        foreach (var left in report.Left)
            screen.Problem($"{(done ? "still broken" : "cannot be mended")}: {left}");
        if (report is { Actions: [], Left: [] })
            screen.Line("There is nothing to mend.");
        else if (done && report.Left is [])
            screen.Line("Everything is as the manifests and the sealed records say.");
        else if (report.Left is not [])
            screen.Note("What cannot be mended from the store itself: restore it from a backup, see 'opendata restore --help'.");
    }

    private sealed class Told(Screen screen) : IProgress<RepairAction>
    {
        public void Report(RepairAction value) => screen.Status(value.ToString());
    }
}
