using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>The edge of the program: reads the command line, runs the command, and turns what it throws into a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        DocumentedHelp.Use(root);
        var parsed = root.Parse(arguments);
        var configuration = new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30), // stopping the parts of 'up' in order takes a moment
        };
        if (parsed.Action is not ParseErrorAction refusal)
            return await parsed.InvokeAsync(configuration);

        refusal.ShowHelp = arguments.Length == 0;
        configuration.Output = Console.Error; // suggestions belong to the error
        await parsed.InvokeAsync(configuration);
        await Console.Error.WriteLineAsync($"See '{string.Join(' ', Path(parsed.CommandResult))} --help'.");
        return ExitCode.BadInput.Value;
    }

    /// <summary>Gives a command its action.</summary>
    public static void Runs(this Command command, Func<ParseResult, Screen, CancellationToken, Task<ExitCode>> action) =>
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                using var screen = Screen.OfConsole();
                try
                {
                    return (await action(parsed, screen, cancellationToken)).Value;
                }
                catch (Exception error)
                {
                    var (exitCode, problem, wayOut) = Explain(error, cancellationToken);
                    screen.Problem(
                        problem,
                        error is BadInputException { Details: [_, ..] details } ? string.Join(Environment.NewLine, [.. details, wayOut]) : wayOut
                    );
                    return exitCode.Value;
                }
            }
        );

    /// <summary>What an exception means to the person at the terminal; a defect of this program names the place where it failed.</summary>
    private static (ExitCode ExitCode, string Problem, string? WayOut) Explain(Exception error, CancellationToken cancellationToken) =>
        error switch
        {
            OperationCanceledException when cancellationToken.IsCancellationRequested => (ExitCode.Interrupted, "Interrupted.", null),
            CannotStartException cannot => (ExitCode.CannotStart, cannot.Problem, cannot.WayOut),
            BadInputException bad => (ExitCode.BadInput, bad.Problem, bad.WayOut),
            BrokenReleaseException broken => (
                ExitCode.Failed,
                broken.Message,
                $"'opendata verify' names all that is damaged, 'opendata repair --plan {broken.Damage.Release.Split('@')[0]}' mends what "
                    + "can be mended. Readers stay on what is whole."
            ),
            InvalidDataException or OtherContentException => (
                ExitCode.Failed,
                error.Message,
                "The store holds what no publisher wrote: see 'opendata verify'."
            ),
            _ when StoreFault.Explain(error) is { } reason => (ExitCode.Unreachable, reason, StoreWayOut),
            _ => (
                ExitCode.Failed,
                $"The program failed: {error.GetType().Name}: {Quoted.Text(error.Message.Split('\n')[0].Trim())} ({Place(error)})",
                "This is a defect of the program, not of what you gave it: report it with this message, the command and its files."
            ),
        };

    /// <summary>The method that threw.</summary>
    private static string Place(Exception error) => error.StackTrace?.Split('\n')[0].Trim() ?? "nowhere";

    /// <summary>The command's words: <c>opendata up</c>.</summary>
    private static IEnumerable<string> Path(SymbolResult? result) =>
        result is CommandResult command ? [.. Path(command.Parent), command.Command.Name] : [];

    private const string StoreWayOut = "Check the address, the key and the network; see --store, --table-uri and --blob-uri in --help.";
}
