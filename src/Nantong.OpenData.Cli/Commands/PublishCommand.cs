using System.CommandLine;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Reports;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Signing;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata publish</c>: a plan folder becomes a release in a store.</summary>
internal static class PublishCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();

    private static readonly Option<DirectoryInfo?> Folder = new("--plan")
    {
        Description =
            "Folder with source.txt, plan.json and errata.json, and with places.json when there is a gazetteer. Without it: "
            + $"{PlanFolder.Default} in the repository.",
        HelpName = "folder",
    };

    private static readonly Option<ReleaseVersion?> Version = ReleaseOption.Create(
        "Version of the release. Without it: the smallest that the changes allow, 1.0.0 for the first release of a plan. A smaller one is refused."
    );
    private static readonly Option<string?> Message = new("--message")
    {
        Description = "What readers should know about the release.",
        HelpName = "text",
    };
    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description =
            "Read the plan, compare it with the latest release, say which version would follow and why, and store nothing. Without a "
            + "store: as the first release.",
    };

    private static readonly Option<bool> Files = new("--files")
    {
        Description = "With --dry-run: list every file and table with its size and SHA-256.",
    };

    private static readonly Option<FileInfo?> Sign = new("--sign")
    {
        Description = "Sign the release with the private key in this PEM file: ECDSA on the curve P-256, over SHA-256.",
        HelpName = "key.pem",
    };
    private static readonly Option<DrillPoint?> KillAt = DrillPoint.Option(Drill.Kill, Enum.GetNames<PublishStep>());
    private static readonly Option<DrillPoint?> StopAt = DrillPoint.Option(Drill.Stop, Enum.GetNames<PublishStep>());

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "publish",
            "Builds a release of a plan, writes and verifies it in a store, and makes it the latest. The same content twice is no new release."
        )
        {
            Examples =
            [
                (
                    "opendata publish --store \"$OpenDataStorage\"",
                    "The plan in the repository: version 1.0.0, or what follows the latest release; nothing when that has the same content."
                ),
                (
                    "opendata publish --plan my-plan --message \"Unit of indicator 15 corrected\"",
                    "The next release, in the store that OpenDataStorage names."
                ),
                (
                    "opendata publish --sign key.pem",
                    "Signed: readers can prove who published it. 'openssl ecparam -name prime256v1 -genkey -noout -out key.pem' makes a key."
                ),
                (
                    "opendata publish --plan my-plan --dry-run",
                    "Which version would follow, and by which rules; with --files also what it would consist of."
                ),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Conflict, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        foreach (var option in new Option[] { Folder, Version, Message, DryRun, Files, Sign, Json, KillAt, StopAt })
            command.Add(option);
        StoreNamed.AddTo(command);
        Message.ForReaders();
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var dryRun = parsed.GetValue(DryRun);
        var store = dryRun ? StoreNamed.Find(parsed) : StoreNamed.Open(parsed);
        var folder = parsed.GetValue(Folder)?.FullName ?? Path.Combine(RepositoryRoot.Get(), PlanFolder.Default);
        var plan = await PlanFolder.ReadAsync(folder, cancellationToken);
        InputReport.ShowWarnings(screen, plan);
        var version = parsed.GetValue(Version);
        if (dryRun || store is null)
        {
            var proposal = store is null
                ? new Proposal.Next(ReleaseBuilder.Build(plan, version ?? ReleaseVersion.First, predecessor: null), null, null)
                : await new Publisher(store, TimeProvider.System).ProposeAsync(plan, version, cancellationToken);
            return parsed.GetValue(Json) ? ProposalReport.ShowJson(screen, proposal) : ProposalReport.Show(screen, proposal, parsed.GetValue(Files));
        }

        var signer = parsed.GetValue(Sign) is { } key ? await KeyFile.ReadSignerAsync(key, cancellationToken) : null;
        var message = parsed.GetValue(Message) ?? plan.About.Title.En;
        var outcome = await screen.StepAsync(
            $"Publishing {plan.About.Id}",
            () => PublishAsync(store, plan, version, message, screen, cancellationToken, signer, parsed.GetValue(KillAt) ?? parsed.GetValue(StopAt))
        );
        return parsed.GetValue(Json) ? ShowJson(screen, outcome) : Show(screen, outcome);
    }

    /// <summary>Publishes into a store, which is made ready first when it lacks a table or a container.</summary>
    public static async Task<PublishOutcome> PublishAsync(
        Store store,
        Plan plan,
        ReleaseVersion? version,
        string message,
        Screen screen,
        CancellationToken cancellationToken,
        ManifestSigner? signer = null,
        DrillPoint? drill = null
    )
    {
        // Asked first: in Azure a publisher may not create any, and need not.
        var missing = await StoreSchema.FindMissingAsync(store, cancellationToken);
        if (missing.Count > 0)
            await StoreSchema.CreateAsync(store, cancellationToken);
        return await new Publisher(store, TimeProvider.System, signer).PublishAsync(
            plan,
            version,
            message,
            new PublishSteps(screen, drill),
            cancellationToken
        );
    }

    /// <summary>Tells what became of it.</summary>
    public static ExitCode Show(Screen screen, PublishOutcome outcome)
    {
        switch (outcome)
        {
            case PublishOutcome.Published(var release, _, var decision):
                if (release.Predecessor is { } predecessor && decision is not null)
                    ProposalReport.ShowDecision(screen, predecessor, decision);
                screen.Line($"Published {release.Plan}@{release.Version}, content {release.ContentHash}");
                if (release.Signature is { } signature)
                    screen.Line($"Signed by the key {signature.KeyId}");
                return ExitCode.Done;
            case PublishOutcome.Unchanged(var release):
                screen.Line($"Unchanged: {release.Plan}@{release.Version} has this content already.");
                return ExitCode.Done;
            case PublishOutcome.Lost(var plan, var latest, var reason):
                screen.Problem(
                    $"Not published: {reason}.",
                    $"The latest release of {plan} is {latest?.ToString() ?? "none yet"}: look at it, then publish again if need be."
                );
                return ExitCode.Conflict;
            case PublishOutcome.Refused(var latest, var asked, var smallest, var decision):
                ProposalReport.ShowRefusal(screen, latest, asked, smallest, decision);
                return ExitCode.BadInput;
            case PublishOutcome.Spent(var plan, var asked, var smallest):
                ProposalReport.ShowSpent(screen, plan, asked, smallest);
                return ExitCode.BadInput;
            case PublishOutcome.Disagreeing(var plan, _, var files):
                ProposalReport.ShowDisagreement(screen, plan, files);
                return ExitCode.BadInput;
            case PublishOutcome.ClockBehind behind:
                screen.Problem(
                    $"Not published: {behind.Reason}.",
                    "Set the clock of this machine, then publish again: a release is never dated before the one that it follows."
                );
                return ExitCode.Conflict;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static ExitCode ShowJson(Screen screen, PublishOutcome outcome)
    {
        var (name, exitCode, plan, latest, reason, decision) = outcome switch
        {
            PublishOutcome.Published(var release, _, var why) => (
                "published",
                ExitCode.Done,
                release.Plan,
                (ReleaseVersion?)release.Version,
                (string?)null,
                why
            ),
            PublishOutcome.Unchanged(var release) => ("unchanged", ExitCode.Done, release.Plan, release.Version, null, null),
            PublishOutcome.Lost(var lost, var now, var why) => ("lost", ExitCode.Conflict, lost, now, why, null),
            PublishOutcome.Refused(var now, var asked, var smallest, var why) => (
                "refused",
                ExitCode.BadInput,
                now.Plan,
                now.Version,
                $"{asked} is too small, {smallest} would do",
                why
            ),
            PublishOutcome.Spent(var id, var asked, var smallest) => (
                "refused",
                ExitCode.BadInput,
                id,
                null,
                $"{asked} was announced before, {smallest} would do",
                null
            ),
            PublishOutcome.Disagreeing(var id, _, var files) => (
                "refused",
                ExitCode.BadInput,
                id,
                null,
                $"read back, these files do not say what the records say: {string.Join(", ", files)}",
                null
            ),
            PublishOutcome.ClockBehind behind => ("clock-behind", ExitCode.Conflict, behind.Latest.Plan, behind.Latest.Version, behind.Reason, null),
            _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
        };
        screen.Json(
            new
            {
                Outcome = name,
                Plan = plan,
                Latest = latest,
                Reason = reason,
                Decision = decision,
            }
        );
        return exitCode;
    }
}
