using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Nantong.OpenData.Cli.Local;

/// <summary>What happens to this process at a place.</summary>
internal enum Drill
{
    /// <summary>It ends without a word, as by a power cut.</summary>
    Kill,

    /// <summary>It stands still until it is told to go on, as a suspended machine does.</summary>
    Stop,
}

/// <summary><c>--kill-at</c> and <c>--stop-at</c>: a place at which this process is killed or stopped. What it leaves behind is what a crash leaves,
/// and what it does afterwards what a sleeper does; tests look at that.</summary>
/// <param name="Drill">What happens.</param>
/// <param name="Step">Name of the step.</param>
/// <param name="Done">How many of its parts are done then; 0 is before the first.</param>
internal sealed record DrillPoint(Drill Drill, string Step, int Done)
{
    private const int SigKill = 9,
        SigStop = 19; // as Linux numbers them

    /// <summary>The option, for a command that tells of such steps.</summary>
    /// <param name="drill">What happens at the place.</param>
    /// <param name="steps">Names of the steps.</param>
    public static Option<DrillPoint?> Option(Drill drill, IReadOnlyList<string> steps)
    {
        var (name, what) =
            drill is Drill.Kill
                ? ("--kill-at", "end this process without a word (SIGKILL)")
                : ("--stop-at", "stop this process until it gets SIGCONT (SIGSTOP)");
        return new(name)
        {
            Description = $"For drills: {what} when so many parts of a step are done. Steps: {string.Join(", ", steps)}.",
            HelpName = "step:done",
            CustomParser = result =>
            {
                var found = result.Tokens[0].Value;
                if (
                    found.Split(':') is [var step, var number]
                    && steps.Contains(step)
                    && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var done)
                )
                    return new DrillPoint(drill, step, done);
                result.AddError($"{name} is a step and a number such as {steps[0]}:0; found '{found}'.");
                return null;
            },
        };
    }

    /// <summary>Kills or stops this process when it has come to the place.</summary>
    public void Reach(string step, int done)
    {
        if (step == Step && done == Done)
            _ = Signal(Environment.ProcessId, CurrentThread(), Drill is Drill.Kill ? SigKill : SigStop);
    }

    // Sent to this very thread, which takes it before it does anything else; a signal to the process may be taken by another one, later.
    [DllImport("libc", EntryPoint = "tgkill")]
    private static extern int Signal(int process, int thread, int signal);

    [DllImport("libc", EntryPoint = "gettid")]
    private static extern int CurrentThread();
}
