namespace Nantong.OpenData.Cli.Terminal;

/// <summary>How a command tells a script what happened.</summary>
/// <param name="Value">The number.</param>
/// <param name="Meaning">What it means, as <c>--help</c> prints it.</param>
internal sealed record ExitCode(int Value, string Meaning)
{
    public static ExitCode Done { get; } = new(0, "done");
    public static ExitCode Failed { get; } = new(1, "failed: something is broken, and the message names it");
    public static ExitCode BadInput { get; } = new(2, "the command line or an input file cannot be used");
    public static ExitCode Conflict { get; } = new(3, "another publisher was faster; nothing was changed");
    public static ExitCode Unreachable { get; } = new(4, "the store cannot be reached, or refuses to be read or written");
    public static ExitCode CannotStart { get; } = new(5, "this machine cannot run it: a port in use, Node.js missing, a build that fails");
    public static ExitCode Interrupted { get; } = new(130, "interrupted before it was done");
}
