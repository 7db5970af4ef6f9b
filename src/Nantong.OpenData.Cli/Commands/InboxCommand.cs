using System.CommandLine;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Reports;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Inboxes;
using Nantong.OpenData.Storage.Publishing;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata inbox</c>: what the timer PublishInbox does, now.</summary>
internal static class InboxCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<DrillPoint?> KillAt = DrillPoint.Option(
        Drill.Kill,
        [.. Enum.GetNames<InboxStep>(), .. Enum.GetNames<PublishStep>()]
    );

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "inbox",
            "Publishes what editors dropped into the inbox, as the timer PublishInbox does every five minutes. A drop without its "
                + "publish.json is left alone. "
                + "An observations.csv replaces the whole file: rows left out count as removed. Changes that need a major version are "
                + "refused unless publish.json names it: {\"message\": \"…\", \"version\": \"2.0.0\"}. "
                + "An observations.csv may have 64 MiB, any other file 4 MiB."
        )
        {
            Examples =
            [
                (
                    "opendata inbox --store \"$OpenDataStorage\"",
                    "One line for each complete drop: published, unchanged, failed with the reason, waiting, stuck, or misplaced."
                ),
                ("opendata inbox --json | jq '.[].errors'", "Which files, lines and rules made drops fail."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        command.Add(Json);
        command.Add(KillAt);
        StoreNamed.AddTo(command);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var (store, kill) = (StoreNamed.Open(parsed), parsed.GetValue(KillAt));
        var reports = await new Inbox(store, TimeProvider.System).RunAsync(new InboxSteps(kill), new PublishSteps(screen, kill), cancellationToken);
        if (parsed.GetValue(Json))
            screen.Json(reports);
        else if (reports.Count == 0)
            screen.Note("The inbox holds no complete drop.");
        else
            foreach (var report in reports)
                Show(screen, report);
        return reports.Any(report => report.Outcome is DropOutcome.Failed or DropOutcome.Stuck or DropOutcome.Misplaced)
            ? ExitCode.Failed
            : ExitCode.Done;
    }

    private static void Show(Screen screen, DropReport report)
    {
        screen.Line($"{report.Plan}/{report.Drop}: {report.Outcome.ToString().ToLowerInvariant()}: {report.Explanation}");
        foreach (var line in InputReport.Lines(report))
            screen.Line(line);
        foreach (var warning in report.Warnings)
            screen.Note($"warning: {new Unreadable(warning.Where, warning.Found, warning.Rule) { Column = warning.Column }}");
    }

    private sealed class InboxSteps(DrillPoint? kill) : IProgress<InboxProgress>
    {
        public void Report(InboxProgress value) => kill?.Reach(value.Step.ToString(), value.Done);
    }
}
