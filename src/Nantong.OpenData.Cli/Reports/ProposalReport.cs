using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Reports;

/// <summary>What <c>opendata publish --dry-run</c> shows: the version that would follow, why, and what it would consist of.</summary>
internal static class ProposalReport
{
    /// <summary>For people.</summary>
    /// <param name="screen">Where.</param>
    /// <param name="proposal">What would follow.</param>
    /// <param name="withFiles">True to list every file and table with its hash.</param>
    public static ExitCode Show(Screen screen, Proposal proposal, bool withFiles)
    {
        switch (proposal)
        {
            case Proposal.Next(var release, var latest, var decision):
                screen.Line(
                    $"Would publish {release.Plan.About.Id}@{release.Version}{(latest is null ? ", the first release" : "")}. Nothing was stored."
                );
                if (latest is not null && decision is not null)
                    ShowDecision(screen, latest.Version, decision);
                ShowContent(screen, release.Manifest, withFiles);
                return ExitCode.Done;
            case Proposal.Unchanged(var latest):
                screen.Line($"Unchanged: {latest.Plan}@{latest.Version} has this content already.");
                return ExitCode.Done;
            case Proposal.TooSmall(var latest, var asked, var smallest, var decision):
                ShowRefusal(screen, latest, asked, smallest, decision);
                return ExitCode.BadInput;
            case Proposal.Spent(var plan, var asked, var smallest):
                ShowSpent(screen, plan, asked, smallest);
                return ExitCode.BadInput;
            case Proposal.Disagreeing(var release, var files):
                ShowDisagreement(screen, release.Plan.About.Id, files);
                return ExitCode.BadInput;
            default:
                throw new InvalidOperationException($"unknown proposal {proposal}");
        }
    }

    /// <summary>For programs: the manifest of what would be published, and the decision about its version.</summary>
    public static ExitCode ShowJson(Screen screen, Proposal proposal)
    {
        var (outcome, latest, decision, smallest, manifest) = proposal switch
        {
            Proposal.Next(var release, var before, var why) => ("next", before?.Version, why, (ReleaseVersion?)release.Version, release.Manifest),
            Proposal.Unchanged(var before) => ("unchanged", before.Version, null, null, null),
            Proposal.TooSmall(var before, _, var enough, var why) => ("refused", before.Version, why, enough, (Manifest?)null),
            Proposal.Spent(_, _, var enough) => ("refused", null, null, enough, null),
            Proposal.Disagreeing => ("refused", null, null, null, null),
            _ => throw new InvalidOperationException($"unknown proposal {proposal}"),
        };
        screen.Json(
            new
            {
                Outcome = outcome,
                Latest = latest,
                Version = smallest,
                Decision = decision,
                Manifest = manifest,
            }
        );
        return proposal is Proposal.Next or Proposal.Unchanged ? ExitCode.Done : ExitCode.BadInput;
    }

    /// <summary>Says that a number was announced before, and which is free.</summary>
    public static void ShowSpent(Screen screen, string plan, ReleaseVersion asked, ReleaseVersion smallest) =>
        screen.Problem(
            $"Not published: {plan}@{asked} was announced before, or something of it is in the store. A number is never used twice.",
            $"Pass --version with {smallest} or higher, or leave it out; 'opendata verify --plan {plan}' tells what there is."
        );

    /// <summary>Says which files of the release, read back, do not say what the records say.</summary>
    public static void ShowDisagreement(Screen screen, string plan, IReadOnlyList<string> files)
    {
        screen.Problem(
            $"Not published: files of {plan}, read back, do not say what the records say.",
            "A value holds what these formats cannot carry; selfcheck.json has the hashes:"
        );
        foreach (var file in files)
            screen.Note($"  {file}");
    }

    /// <summary>Says why a version is refused, and which would do.</summary>
    public static void ShowRefusal(Screen screen, ReleaseEntry latest, ReleaseVersion asked, ReleaseVersion smallest, VersionDecision decision)
    {
        screen.Problem(
            $"Not published: {asked} is too small to follow {latest.Plan}@{latest.Version}.",
            $"Pass --version with {smallest} or higher, or leave it out."
        );
        foreach (var reason in decision.Reasons)
            screen.Note($"  {Word(reason.Bump)}  {reason}");
    }

    /// <summary>Says which bump the changes need, and why.</summary>
    public static void ShowDecision(Screen screen, ReleaseVersion predecessor, VersionDecision decision)
    {
        var summary = decision.Summary;
        screen.Line(
            $"{Word(decision.Smallest)} after {predecessor}: {summary.Total} {(summary.Total == 1 ? "change" : "changes")}, "
                + $"{summary.Breaking} breaking, {summary.ValuesChanged} of values"
        );
        foreach (var reason in decision.Reasons)
            screen.Line($"  {Word(reason.Bump)}  {reason}");
    }

    private static void ShowContent(Screen screen, Manifest manifest, bool withFiles)
    {
        var rows = manifest.Tables.Sum(table => table.Rows);
        screen.Line($"Content {manifest.ContentHash}: {manifest.Files.Count} files, {rows} rows{(withFiles ? ":" : "; --files lists them")}");
        if (!withFiles)
            return;
        foreach (var file in manifest.Files)
            screen.Line($"{file.Sha256}  {file.Bytes, 8}  {file.Path}");
        foreach (var table in manifest.Tables)
            screen.Line($"{table.Sha256}  {table.Rows, 8}  table:{table.Name}");
    }

    private static string Word(Bump bump) => bump.ToString().ToLowerInvariant();
}
