using System.CommandLine;
using System.Globalization;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Reports;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata deprecate</c> and <c>opendata withdraw</c>: what readers are told of a release after it was published.</summary>
internal sealed class StatusCommand
{
    private readonly StoreOptions storeNamed = new();
    private readonly Option<bool> json = JsonOption.Create();
    private readonly Option<string> plan = new("--plan")
    {
        Description = "Id of the plan.",
        HelpName = "id",
        Required = true,
    };
    private readonly Option<string> reason = new("--reason")
    {
        Description = "Why, in a sentence for readers.",
        HelpName = "text",
        Required = true,
    };
    private readonly Option<ReleaseVersion?> version = ReleaseOption.Create("The release.");
    private readonly Option<ReleaseVersion?> replacement = ReleaseOption.Create("--replacement", "The release to use in its place.");

    private static readonly string[] SunsetForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK"];

    private readonly Option<DateTimeOffset?> sunset = new("--sunset")
    {
        Description = "When it will stop being served: a day, or a time with its zone.",
        HelpName = "2027-01-31",
        CustomParser = result =>
        {
            // ISO 8601 alone: 02/03/2027 is February here and March there.
            const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, SunsetForms, CultureInfo.InvariantCulture, Utc, out var time))
                return time;
            result.AddError($"--sunset is a day such as 2027-01-31, or a time such as 2027-01-31T12:00:00Z; found '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    /// <summary><c>opendata deprecate</c>.</summary>
    public static Command Deprecate() =>
        new StatusCommand().Create(
            new DocumentedCommand(
                "deprecate",
                "Tells readers of a release to move on. It is served as before, with the reason, and with the day of its end when there is one."
            )
            {
                Examples =
                [
                    (
                        "opendata deprecate --plan urbanization-14fyp --version 1.0.0 --reason \"Unit of indicator 15 was wrong\" "
                            + "--replacement 1.0.1",
                        "Readers of 1.0.0 are told to take 1.0.1."
                    ),
                    (
                        "opendata deprecate --plan urbanization-14fyp --version 1.0.0 --reason \"Superseded\" --sunset 2027-01-31",
                        "And that it ends on that day; 'opendata withdraw' is what ends it."
                    ),
                ],
                ExitCodes = Ends,
            },
            (life, key, note, cancellationToken) => life.DeprecateAsync(key, note, cancellationToken),
            withSunset: true
        );

    /// <summary><c>opendata withdraw</c>.</summary>
    public static Command Withdraw() =>
        new StatusCommand().Create(
            new DocumentedCommand(
                "withdraw",
                "Stops serving a release, for good: readers get 410 Gone with the reason. Its name and history stay readable, its files "
                    + "stay in the store."
            )
            {
                Examples =
                [
                    (
                        "opendata withdraw --plan urbanization-14fyp --version 1.0.0 --reason \"Published by mistake\" --replacement 1.0.1",
                        "Readers of 1.0.0 are sent to 1.0.1; readers who pin nothing get the newest release that is not withdrawn."
                    ),
                ],
                ExitCodes = Ends,
            },
            (life, key, note, cancellationToken) => life.WithdrawAsync(key, note, cancellationToken),
            withSunset: false
        );

    private static ExitCode[] Ends => [ExitCode.Done, ExitCode.BadInput, ExitCode.Conflict, ExitCode.Unreachable, ExitCode.Interrupted];

    private Command Create(
        DocumentedCommand command,
        Func<ReleaseLife, ReleaseKey, StatusNote, CancellationToken, Task<StatusOutcome>> change,
        bool withSunset
    )
    {
        version.Required = true;
        reason.ForReaders();
        foreach (var option in new Option[] { plan, version, reason, replacement, json })
            command.Add(option);
        if (withSunset)
            command.Add(sunset);
        storeNamed.AddTo(command);
        command.Runs(
            async (parsed, screen, cancellationToken) =>
            {
                var store = storeNamed.Open(parsed);
                var key = new ReleaseKey(parsed.GetRequiredValue(plan), parsed.GetRequiredValue(version)!.Value);
                var known = (await KnownReleases.GetAsync(store, key.Plan, cancellationToken)).Releases;
                var note = new StatusNote(
                    TimeProvider.System.GetUtcNow(),
                    parsed.GetRequiredValue(reason),
                    parsed.GetValue(replacement),
                    withSunset ? parsed.GetValue(sunset) : null
                );
                var outcome = await change(new ReleaseLife(store, TimeProvider.System), key, note, cancellationToken);
                if (!withSunset && outcome is (StatusOutcome.Changed or StatusOutcome.Unchanged))
                    WarnOfReplaced(screen, key, known);
                return Show(screen, key, outcome, parsed.GetValue(json));
            }
        );
        return command;
    }

    /// <summary>Who withdraws a release may not know that readers of others were sent to it.</summary>
    private static void WarnOfReplaced(Screen screen, ReleaseKey withdrawn, IReadOnlyList<ListedRelease> known)
    {
        ReleaseVersion[] replaced =
        [
            .. known
                .Select(listed => listed.Release)
                .Where(release => release.Note?.Replacement == withdrawn.Version)
                .Select(release => release.Version),
        ];
        if (replaced is [])
            return;
        screen.Note($"{withdrawn} is named as the replacement of {string.Join(", ", replaced)}.");
        screen.Note("Their readers are no longer sent to it, but to its own replacement where one is served.");
        screen.Note("To name another one, repeat 'opendata deprecate' or 'opendata withdraw' for them with --replacement.");
    }

    private static ExitCode Show(Screen screen, ReleaseKey key, StatusOutcome outcome, bool json)
    {
        switch (outcome)
        {
            case StatusOutcome.Changed(var release):
                return ShowEntry(screen, release, "now", json);
            case StatusOutcome.Unchanged(var release):
                return ShowEntry(screen, release, "already", json);
            case StatusOutcome.NoSuchRelease(var known):
                throw new BadInputException($"The store holds no release {key}.", $"It holds {string.Join(", ", known)}.");
            case StatusOutcome.Refused(var why):
                throw new BadInputException($"Nothing was changed: {why}.", $"See 'opendata releases --plan {key.Plan}'.");
            case StatusOutcome.Lost(var why):
                screen.Problem($"Nothing was changed: {why}.", "Repeat the command.");
                return ExitCode.Conflict;
            default:
                throw new InvalidOperationException($"unknown outcome {outcome}");
        }
    }

    private static ExitCode ShowEntry(Screen screen, ReleaseEntry release, string since, bool json)
    {
        if (json)
            screen.Json(
                new
                {
                    release.Plan,
                    release.Version,
                    Status = ReleasesCommand.Status(release),
                    release.Note,
                }
            );
        else
            screen.Line($"{release.Plan}@{release.Version} is {since} {ReleasesCommand.Status(release)}: {release.Note?.Reason}");
        return ExitCode.Done;
    }
}
