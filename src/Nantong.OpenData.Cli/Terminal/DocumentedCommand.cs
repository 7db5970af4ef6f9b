using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Nantong.OpenData.Cli.Terminal;

/// <summary>A command whose help also shows examples and what its exit codes mean.</summary>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines to copy, each with what it does.</summary>
    public required IReadOnlyList<(string Line, string Effect)> Examples { get; init; }

    /// <summary>The exit codes that it can end with.</summary>
    public required IReadOnlyList<ExitCode> ExitCodes { get; init; }
}

/// <summary>The usual help, followed by what a <see cref="DocumentedCommand"/> adds.</summary>
internal sealed class DocumentedHelp(HelpAction usual) : SynchronousCommandLineAction
{
    /// <summary>Puts this help in the place of the usual one.</summary>
    public static void Use(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new DocumentedHelp((HelpAction)option.Action!);
    }

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
            Write(command, parseResult.InvocationConfiguration.Output);
        return exitCode;
    }

    private static void Write(DocumentedCommand command, TextWriter output)
    {
        output.WriteLine("Examples:");
        foreach (var (line, effect) in command.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {effect}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (value, meaning) in command.ExitCodes)
            output.WriteLine($"  {value, 3}  {meaning}");
        output.WriteLine();
    }
}
