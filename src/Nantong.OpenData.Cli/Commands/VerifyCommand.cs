using System.CommandLine;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata verify</c>: everything in a store against the manifests.</summary>
internal static class VerifyCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<string?> Plan = new("--plan") { Description = "Id of one plan. Without it: the whole store.", HelpName = "id" };

    private static readonly Option<FileInfo?> Key = new("--key")
    {
        Description = "Demand signatures by this public key (PEM): of each plan the newest release must bear one, which speaks for all below it.",
        HelpName = "public.pem",
    };

    private static readonly Column[] Columns =
    [
        new("RELEASE"),
        new("FILES") { Right = true },
        new("ROWS") { Right = true },
        new("VERDICT"),
        new("SIGNED BY"),
    ];

    private static readonly Option<ReleaseVersion?> Version = ReleaseOption.Create("One release of the plan, also an unfinished one. Needs --plan.");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "verify",
            "Reads every file and row of a store again, hashes them, and compares them with the manifests. Changes nothing."
        )
        {
            Examples =
            [
                ("opendata verify --store \"$OpenDataStorage\"", "The whole store."),
                ("opendata verify --plan urbanization-14fyp && echo whole", "One plan, for a script."),
                ("opendata verify --key public.pem", "And signed by this key."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        command.Add(Plan);
        command.Add(Version);
        command.Add(Key);
        command.Add(Json);
        StoreNamed.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(Version) is not null && result.GetResult(Plan) is null)
                result.AddError("--version needs --plan: versions are counted per plan.");
        });
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var store = StoreNamed.Open(parsed);
        var (plan, version) = (parsed.GetValue(Plan), parsed.GetValue(Version));
        var check = await screen.StepAsync(
            "Verifying the store",
            () => version is null ? CheckAsync(store, plan, screen, cancellationToken) : CheckAsync(store, plan!, version.Value, cancellationToken)
        );
        if (parsed.GetValue(Key) is { } file)
            check = check with
            {
                Damage = [.. check.Damage, .. Verifier.FindUnsigned(check, await KeyFile.ReadPublicAsync(file, cancellationToken))],
            };
        if (parsed.GetValue(Json))
            ShowJson(screen, check);
        else
            Show(screen, check);
        return check.Whole ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<StoreCheck> CheckAsync(Store store, string? plan, Screen screen, CancellationToken cancellationToken)
    {
        if (plan is not null)
            await KnownReleases.GetAsync(store, plan, cancellationToken);
        return await new Verifier(store).VerifyAsync(plan, new CheckedReleases(screen), cancellationToken);
    }

    private static async Task<StoreCheck> CheckAsync(Store store, string plan, ReleaseVersion version, CancellationToken cancellationToken)
    {
        var releases = (await KnownReleases.GetAsync(store, plan, cancellationToken)).Releases;
        var release =
            releases.FirstOrDefault(listed => listed.Release.Version == version)?.Release
            ?? throw new BadInputException(
                $"The store holds no release {plan}@{version}.",
                $"It holds {string.Join(", ", releases.Select(listed => listed.Release.Version))}."
            );
        var check = await new Verifier(store).CheckAsync(release, cancellationToken);
        return new StoreCheck([check], [], check.Damage);
    }

    private static void Show(Screen screen, StoreCheck check)
    {
        if (check.Releases is not [])
            screen.Table(
                Columns,
                [.. check.Releases.Select(Cells)],
                cells => $"{cells[0]}: {cells[1]} files, {cells[2]} rows: {cells[3]}{(cells[4] is "" ? "" : $", signed by {cells[4]}")}"
            );
        foreach (var unfinished in check.Unfinished)
            screen.Line($"{unfinished}: unfinished, not visible to readers; the next publish takes it up or removes it");
        foreach (var damage in check.Damage)
            screen.Problem(damage.ToString());
        if (check.Whole)
            screen.Line($"{check.Releases.Count} {(check.Releases.Count == 1 ? "release" : "releases")}, everything as the manifests say.");
    }

    private static string[] Cells(ReleaseCheck check) =>
        [
            $"{check.Release.Plan}@{check.Release.Version}",
            $"{check.Files}",
            $"{check.Rows}",
            check.Damage.Count == 0 ? "whole" : $"damaged ({check.Damage.Count})",
            check.Release.Signature?.KeyId ?? "",
        ];

    private static void ShowJson(Screen screen, StoreCheck check) =>
        screen.Json(
            new
            {
                check.Whole,
                Releases = check.Releases.Select(release => new
                {
                    release.Release.Plan,
                    release.Release.Version,
                    release.Files,
                    release.Rows,
                    SignedBy = release.Release.Signature?.KeyId,
                    Whole = release.Damage.Count == 0,
                }),
                check.Unfinished,
                check.Damage,
            }
        );

    /// <summary>Names each release when it is checked: a large store takes a while.</summary>
    private sealed class CheckedReleases(Screen screen) : IProgress<ReleaseCheck>
    {
        public void Report(ReleaseCheck value) => screen.Status($"verified {value.Release.Plan}@{value.Release.Version}");
    }
}
