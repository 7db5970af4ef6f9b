using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nantong.OpenData.Cli.Reports;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Proposals;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata new</c>: a source text becomes a plan folder with a guessed layout, for an editor to confirm.</summary>
internal static class NewCommand
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Argument<string> Id = new("id") { Description = "Id of the plan: small letters, digits and hyphens." };

    private static readonly Option<FileInfo> From = new("--from")
    {
        Description = "The source text, UTF-8.",
        HelpName = "source.txt",
        Required = true,
    };

    private static readonly Option<DirectoryInfo?> Into = new("--into")
    {
        Description = "Folder to write, which must not be there yet. Without it: the id, in the current folder.",
        HelpName = "folder",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "new",
            "Writes a plan folder for a source text: layout, table heads, units, joins and counts as guessed, and a JSON Schema beside each file."
        )
        {
            Examples =
            [
                (
                    "opendata new coastal-14fyp --from coastal.txt --into src/plans/coastal-14fyp",
                    "A folder to be confirmed: see the README.md in it."
                ),
                ("opendata check src/plans/coastal-14fyp", "What is to be confirmed or mended."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.BadInput, ExitCode.Interrupted],
        };
        command.Add(Id);
        command.Add(From);
        command.Add(Into);
        Id.Validators.Add(result =>
        {
            var id = result.Tokens[0].Value;
            if (!PlanDescription.IsId(id))
                result.AddError($"an id has small letters a-z, digits and single hyphens, at most 64; found '{id}'.");
        });
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var (id, from) = (parsed.GetValue(Id)!, parsed.GetValue(From)!);
        var folder = parsed.GetValue(Into)?.FullName ?? Path.Combine(Directory.GetCurrentDirectory(), id);
        if (Directory.Exists(folder))
            throw new BadInputException($"{folder} is there already.", "Pass --into with a folder that is not there yet: nothing is overwritten.");
        if (!from.Exists)
            throw new BadInputException($"{from.FullName} is not there.", "Pass --from with the source text.");
        if (PlanFile.TooLarge(PlanFile.Source, from.Length) is { } tooLarge)
            throw new BadInputException($"{tooLarge}.", "Pass a smaller text.");

        var source = await File.ReadAllBytesAsync(from.FullName, cancellationToken);
        var proposal = PlanProposal.Write(id, source);
        if (proposal.Faults is { } faults)
            throw InputReport.Refuse(from.FullName, faults);

        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, PlanFile.Source), source, cancellationToken);
        await WriteAsync(PlanFile.Description, proposal.Value!);
        await WriteAsync(PlanFile.Errata, "[]\n");
        await WriteAsync(PlanFile.Places, "{\n  \"places\": [],\n  \"structures\": []\n}\n");
        await WriteAsync(PlanFile.Commitments, "[]\n");
        await WriteAsync("README.md", NewPlanGuide.Of(id));
        foreach (var (file, schema) in InputSchemas.All())
            await WriteAsync(InputSchemas.NameOf(file), schema.ToJsonString(Form) + "\n");
        screen.Line($"Wrote {folder}: the source as it is, and a guess of everything else.");
        screen.Line($"Next: opendata check {folder}");
        return ExitCode.Done;

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
    }
}
