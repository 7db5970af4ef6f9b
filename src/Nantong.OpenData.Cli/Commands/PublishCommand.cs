using System.CommandLine;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata publish</c>: a plan folder becomes a release in a store.</summary>
internal static class PublishCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();

    private static readonly Option<DirectoryInfo?> Folder = new("--plan")
    {
        Description = $"Folder with source.txt, plan.json and errata.json. Without it: {PlanFolder.Default} in the repository.",
        HelpName = "folder",
    };

    private static readonly Option<ReleaseVersion?> Version = VersionOption.Create("Version of the release, above the latest one. Without it: 1.0.0 for the first release of a plan.");
    private static readonly Option<string?> Message = new("--message") { Description = "What readers should know about the release.", HelpName = "text" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Read the plan and build the release, and store nothing. Needs no store." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("publish", "Builds a release of a plan, writes and verifies it in a store, and makes it the latest. The same content twice is no new release.")
        {
            Examples =
            [
                ("opendata publish --store \"$OpenDataStorage\"", "Version 1.0.0 of the plan in the repository; nothing when it is there already."),
                ("opendata publish --plan my-plan --version 1.0.1 --message \"Unit of indicator 15 corrected\"", "The next release, in the store that OpenDataStorage names."),
                ("opendata publish --dry-run --json", "What would be published: files, rows and hashes."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Conflict, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        foreach (var option in new Option[] { Folder, Version, Message, DryRun, Json }) command.Add(option);
        StoreNamed.AddTo(command);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var store = parsed.GetValue(DryRun) ? null : StoreNamed.Open(parsed);
        var folder = parsed.GetValue(Folder)?.FullName ?? Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);
        var plan = await PlanFolder.ReadAsync(folder, cancellationToken);
        var version = parsed.GetValue(Version);
        if (store is null) return ShowDryRun(screen, ReleaseBuilder.Build(plan, version ?? ReleaseVersion.First, predecessor: null), parsed.GetValue(Json));

        var message = parsed.GetValue(Message) ?? plan.About.Title.En;
        var outcome = await screen.StepAsync($"Publishing {plan.About.Id}", () => PublishAsync(store, plan, version, message, screen, cancellationToken));
        return parsed.GetValue(Json) ? ShowJson(screen, outcome) : Show(screen, outcome);
    }

    /// <summary>Publishes into a store, which is made ready first when it lacks a table or a container.</summary>
    public static async Task<PublishOutcome> PublishAsync(Store store, Plan plan, ReleaseVersion? version, string message, Screen screen, CancellationToken cancellationToken)
    {
        var missing = await StoreSchema.FindMissingAsync(store, cancellationToken); // asked first: in Azure a publisher may not create any, and need not
        if (missing.Count > 0) await StoreSchema.CreateAsync(store, cancellationToken);
        return await new Publisher(store, TimeProvider.System).PublishAsync(plan, version, message, new PublishSteps(screen), cancellationToken);
    }

    /// <summary>Tells what became of it.</summary>
    public static ExitCode Show(Screen screen, PublishOutcome outcome)
    {
        switch (outcome)
        {
            case PublishOutcome.Published(var release, _):
                screen.Line($"Published {release.Plan}@{release.Version}, content {release.ContentHash}");
                return ExitCode.Done;
            case PublishOutcome.Unchanged(var release):
                screen.Line($"Unchanged: {release.Plan}@{release.Version} has this content already.");
                return ExitCode.Done;
            case PublishOutcome.Lost(var plan, var latest, var reason):
                screen.Problem($"Not published: {reason}.", $"The latest release of {plan} is {latest?.ToString() ?? "none yet"}: look at it, then publish again if need be.");
                return ExitCode.Conflict;
            case PublishOutcome.Refused(var latest, _, var reason):
                screen.Problem($"Not published: {reason}.", $"Pass --version with a number above {latest}.");
                return ExitCode.BadInput;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static ExitCode ShowJson(Screen screen, PublishOutcome outcome)
    {
        var (name, exitCode, plan, version, reason) = outcome switch
        {
            PublishOutcome.Published(var release, _) => ("published", ExitCode.Done, release.Plan, (ReleaseVersion?)release.Version, (string?)null),
            PublishOutcome.Unchanged(var release) => ("unchanged", ExitCode.Done, release.Plan, release.Version, null),
            PublishOutcome.Lost(var lost, var latest, var why) => ("lost", ExitCode.Conflict, lost, latest, why),
            PublishOutcome.Refused(var latest, _, var why) => ("refused", ExitCode.BadInput, null, latest, why),
            _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
        };
        screen.Json(new { Outcome = name, Plan = plan, Latest = version, Reason = reason });
        return exitCode;
    }

    private static ExitCode ShowDryRun(Screen screen, Release release, bool json)
    {
        if (json)
        {
            screen.Json(release.Manifest);
            return ExitCode.Done;
        }

        foreach (var file in release.Manifest.Files) screen.Line($"{file.Sha256}  {file.Bytes,8}  {file.Path}");
        foreach (var table in release.Manifest.Tables) screen.Line($"{table.Sha256}  {table.Rows,8}  table:{table.Name}");
        screen.Line($"{release.Manifest.ContentHash}  content of {release.Plan.About.Id}, not stored");
        return ExitCode.Done;
    }
}
