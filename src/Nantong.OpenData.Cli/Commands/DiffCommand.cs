using System.CommandLine;
using System.Text;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata diff</c>: what differs between two releases.</summary>
internal static class DiffCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<bool> Patch = new("--patch")
    {
        Description = "Write a JSON Patch (RFC 6902) that turns one release document into the other.",
    };

    private static readonly Option<string?> Plan = new("--plan")
    {
        Description = "Id of the plan. Without it: the only plan of the store.",
        HelpName = "id",
    };

    private static readonly Argument<(ReleaseVersion From, ReleaseVersion To)> Range = new("from..to")
    {
        Description = "The two releases, in either order: 1.0.0..1.1.0.",
        CustomParser = result =>
        {
            if (
                result.Tokens[0].Value.Split("..") is [var a, var b]
                && ReleaseVersion.TryParse(a, out var from)
                && ReleaseVersion.TryParse(b, out var to)
            )
                return (from, to);
            result.AddError($"from..to is two versions such as 1.0.0..1.1.0; found '{result.Tokens[0].Value}'.");
            return default;
        },
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("diff", "Compares any two releases of a plan, record by record, and the text sentence by sentence.")
        {
            Examples =
            [
                ("opendata diff 1.0.0..1.1.0", "Every change with its rule, and the bump that they need."),
                ("opendata diff 1.1.0..1.0.0 --patch > back.json", "The operations that turn the later release into the earlier one."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.Failed, ExitCode.BadInput, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        command.Add(Range);
        foreach (var option in new Option[] { Plan, Json, Patch })
            command.Add(option);
        StoreNamed.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Json) && result.GetValue(Patch))
                result.AddError("--json and --patch are two forms of the answer: give one.");
        });
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var store = StoreNamed.Open(parsed);
        var (from, to) = parsed.GetRequiredValue(Range);
        var plan = parsed.GetValue(Plan) ?? await KnownReleases.OnlyPlanAsync(store, cancellationToken);
        var releases = (await KnownReleases.GetAsync(store, plan, cancellationToken)).Releases;
        var before = await LoadAsync(store, releases, plan, from, cancellationToken);
        var after = await LoadAsync(store, releases, plan, to, cancellationToken);

        if (parsed.GetValue(Patch))
            screen.Line(Encoding.UTF8.GetString(JsonPatch.ToBytes(JsonPatch.Between(before, after))));
        else
            Show(screen, await PlanDiff.CompareAsync(before, after, cancellationToken), parsed.GetValue(Json));
        return ExitCode.Done;
    }

    private static async Task<ReleaseContent> LoadAsync(
        Store store,
        IReadOnlyList<ListedRelease> releases,
        string plan,
        ReleaseVersion version,
        CancellationToken cancellationToken
    )
    {
        var readable = releases.Where(listed => listed.Release.Status is not ReleaseStatus.Building).Select(listed => listed.Release).ToList();
        var release =
            readable.Find(release => release.Version == version)
            ?? throw new BadInputException(
                $"The store holds no release {plan}@{version}.",
                $"It holds {string.Join(", ", readable.Select(release => release.Version))}."
            );
        return await new SnapshotLoader(store).LoadContentAsync(release, cancellationToken);
    }

    private static void Show(Screen screen, ReleaseDiff diff, bool json)
    {
        if (json)
        {
            screen.Json(diff);
            return;
        }

        foreach (var change in diff.Changes)
        {
            screen.Line(
                $"{change.Op.ToString().ToLowerInvariant(), -8}  {change.Severity.ToString().ToLowerInvariant(), -5}  {change.Target.Type} "
                    + $"{change.Target.Id ?? "*"}{(change.Path is "" ? "" : " " + change.Path)}  ({change.Rule})"
            );
            if (change.Path is "" || change.Sentences is not [])
                continue;
            screen.Line($"          - {change.From?.GetRawText() ?? "nothing"}");
            screen.Line($"          + {change.To?.GetRawText() ?? "nothing"}");
        }

        foreach (var sentence in diff.Changes.SelectMany(change => change.Sentences))
        {
            screen.Line($"sentence {sentence.Sentence} of {sentence.Node}");
            if (sentence.From is { } from)
                screen.Line($"          - {from}");
            if (sentence.To is { } to)
                screen.Line($"          + {to}");
        }

        var bump = diff.Changes.Select(change => change.Severity).DefaultIfEmpty(Bump.None).Max();
        screen.Line(
            $"{diff.Summary.Total} {(diff.Summary.Total == 1 ? "change" : "changes")}, {diff.Summary.Breaking} breaking: "
                + $"{bump.ToString().ToLowerInvariant()}"
        );
    }
}
