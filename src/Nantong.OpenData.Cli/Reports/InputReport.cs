using System.Globalization;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage.Inboxes;

namespace Nantong.OpenData.Cli.Reports;

/// <summary>Tells what is wrong with files from outside: all of it at once, a line for each fault.</summary>
internal static class InputReport
{
    /// <summary>The refusal of a plan folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="faults">What is wrong with its files.</param>
    public static BadInputException Refuse(string folder, Faults faults) =>
        faults.Count == 1
            ? new BadInputException($"{folder}: {faults.Shown[0]}.", "Correct that place in the file, then run the same command again.")
            : new BadInputException(
                string.Create(CultureInfo.InvariantCulture, $"{folder}: {faults.Count} faults{Shown(faults.Shown.Count, faults.Count)}."),
                "Correct these places in the files, then run the same command again."
            )
            {
                Details = Lines(faults),
            };

    /// <summary>Tells what an editor should look at; none of it keeps the plan from being published.</summary>
    public static void ShowWarnings(Screen screen, Plan plan)
    {
        foreach (var warning in plan.Warnings.Shown)
            screen.Note($"warning: {warning}");
    }

    /// <summary>A line for each fault that is kept.</summary>
    public static IReadOnlyList<string> Lines(Faults faults) => [.. faults.Shown.Select(fault => $"  {fault}")];

    /// <summary>A line for each fault of a drop; none where its explanation tells the only one.</summary>
    public static IReadOnlyList<string> Lines(DropReport report) =>
        report.ErrorCount < 2
            ? []
            :
            [
                .. report.Errors.Select(error => $"  {new Unreadable(error.Where, error.Found, error.Rule) { Column = error.Column }}"),
                .. report.ErrorCount > report.Errors.Count
                    ? [string.Create(CultureInfo.InvariantCulture, $"  and {report.ErrorCount - report.Errors.Count} more")]
                    : Array.Empty<string>(),
            ];

    private static string Shown(int shown, int all) =>
        shown == all ? "" : string.Create(CultureInfo.InvariantCulture, $", of which the first {shown} follow");
}
