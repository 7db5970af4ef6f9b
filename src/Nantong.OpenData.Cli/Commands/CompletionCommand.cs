using System.CommandLine;
using Nantong.OpenData.Cli.Terminal;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>opendata completion</c>: the script by which a shell completes commands and options. It asks the program itself, by the directive
/// <c>[suggest]</c> of System.CommandLine.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _opendata() {
              local IFS=$'\n'
              COMPREPLY=($(opendata "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null))
            }
            complete -o default -F _opendata opendata
            """,
        ["zsh"] = """
            _opendata() {
              local -a found
              found=("${(@f)$(opendata "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -a found
            }
            compdef _opendata opendata
            """,
        ["fish"] = """
            complete -c opendata -a '(set -l line (commandline -cp); opendata "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
    };

    private static readonly Argument<string> Shell = new("shell")
    {
        Description = "The shell that is to complete.",
        HelpName = string.Join('|', Scripts.Keys),
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new DocumentedCommand("completion", "Writes the script by which a shell completes commands and options.")
        {
            Examples =
            [
                ("opendata completion bash >> ~/.bashrc", "From the next shell on, Tab completes."),
                ("opendata completion zsh >> ~/.zshrc", "The same for zsh, behind its compinit."),
                ("opendata completion fish > ~/.config/fish/completions/opendata.fish", "The same for fish."),
            ],
            ExitCodes = [ExitCode.Done, ExitCode.BadInput],
        };
        command.Add(Shell);
        command.Runs(
            (parsed, screen, _) =>
            {
                screen.Line(Scripts[parsed.GetValue(Shell)!]);
                return Task.FromResult(ExitCode.Done);
            }
        );
        return command;
    }
}
