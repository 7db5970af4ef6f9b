using System.CommandLine;
using Nantong.OpenData.Cli.Checking;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases.Inputs;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata check</c>: what is read from a plan folder, and all that is wrong with it. It needs no store.</summary>
internal static class CheckCommand
{
    private static readonly Option<bool> Json = JsonOption.Create();

    private static readonly Argument<DirectoryInfo> Folder = new("folder")
    {
        Description =
            "Folder with source.txt, plan.json and errata.json, and with places.json, commitments.json and observations.csv when it has them.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "check",
            "Reads a plan folder and shows what would be published: outline, tables, boxes, joins, commitments, places, and every fault "
                + "and warning with its place."
        )
        {
            Examples =
            [
                ("opendata check src/plans/my-plan", "All in one run; exit code 2 when it could not be published."),
                ("opendata check src/plans/my-plan --json | jq .faults", "The same for a script."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.BadInput, ExitCode.Interrupted],
        };
        command.Add(Folder);
        command.Add(Json);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Folder)!.FullName;
        var report = CheckReport.Of(PlanInputs.Inspect(await PlanFolder.FilesAsync(folder, cancellationToken)));
        if (parsed.GetValue(Json))
            screen.Json(report);
        else
            CheckText.Show(screen, report);
        return report.Publishable ? ExitCode.Done : ExitCode.BadInput;
    }
}
