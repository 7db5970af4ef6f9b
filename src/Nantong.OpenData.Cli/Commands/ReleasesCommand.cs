using System.CommandLine;
using System.Globalization;
using Nantong.OpenData.Cli.Inputs;
using Nantong.OpenData.Cli.Options;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata releases</c>: what a store holds.</summary>
internal static class ReleasesCommand
{
    private static readonly StoreOptions StoreNamed = new();
    private static readonly Option<bool> Json = JsonOption.Create();
    private static readonly Option<string?> Plan = new("--plan") { Description = "Id of one plan. Without it: all plans.", HelpName = "id" };

    private static readonly Column[] Columns =
    [
        new("PLAN"),
        new("VERSION") { Least = 12 },
        new("STATUS") { Least = 10 },
        new("PUBLISHED") { Least = 20 },
        new("MESSAGE"),
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("releases", "Lists the releases in a store, newest first, with the latest of each plan marked.")
        {
            Examples =
            [
                ("opendata releases --store \"$OpenDataStorage\"", "A table to read."),
                ("opendata releases --plan urbanization-14fyp --json | jq '.[0].version'", "The version of the newest release."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.BadInput, ExitCode.Unreachable, ExitCode.Interrupted],
        };
        command.Add(Plan);
        command.Add(Json);
        StoreNamed.AddTo(command);
        command.Runs(RunAsync);
        return command;
    }

    private static async Task<ExitCode> RunAsync(ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        var store = StoreNamed.Open(parsed);
        var listed = parsed.GetValue(Plan) is { } plan
            ? await KnownReleases.GetAsync(store, plan, cancellationToken)
            : await ReleaseListing.ReadAsync(store, plan: null, cancellationToken);
        var releases = listed.Releases;
        foreach (var damage in listed.Damage)
            screen.Problem(damage.ToString());
        if (parsed.GetValue(Json))
            ShowJson(screen, releases);
        else if (releases.Count == 0)
            screen.Note("The store holds no release.");
        else
            ShowTable(screen, releases);
        return ExitCode.Done;
    }

    private static void ShowTable(Screen screen, IReadOnlyList<ListedRelease> releases)
    {
        screen.Table(Columns, [.. releases.Select(Cells)]);
        screen.Line("* latest: what readers get who pin no version");
    }

    private static string[] Cells(ListedRelease listed) =>
        [
            listed.Release.Plan,
            $"{listed.Release.Version}{(listed.Latest ? " *" : "")}",
            Status(listed.Release),
            listed.Release.PublishedAt?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "-",
            $"{listed.Release.Message}{Told(listed.Release.Note)}",
        ];

    private static void ShowJson(Screen screen, IReadOnlyList<ListedRelease> releases) =>
        screen.Json(
            releases.Select(listed => new
            {
                listed.Release.Plan,
                listed.Release.Version,
                listed.Latest,
                Status = Status(listed.Release),
                listed.Release.PublishedAt,
                listed.Release.Message,
                listed.Release.ContentHash,
                listed.Release.ManifestSha256,
                listed.Release.Predecessor,
                listed.Release.Note,
            })
        );

    private static string Told(StatusNote? note)
    {
        if (note is null)
            return "";
        var use = note.Replacement is { } replacement ? $"; use {replacement}" : "";
        var ends = note.Sunset is { } sunset ? $"; ends {sunset.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        return $" ({note.Reason}{use}{ends})";
    }

    /// <summary>The status as JSON and the API write it.</summary>
    public static string Status(ReleaseEntry release) => release.Status.ToString().ToLowerInvariant();
}
