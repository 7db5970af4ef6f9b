using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace Nantong.OpenData.Cli.Commands;

/// <summary><c>--kill-at</c>: a place at which this process ends without a word, as by a power cut. What it leaves behind is what a crash leaves; tests look at that.</summary>
/// <param name="Step">Name of the step.</param>
/// <param name="Done">How many of its parts are done then; 0 is before the first.</param>
internal sealed record KillPoint(string Step, int Done)
{
    /// <summary>The option, for a command that tells of such steps.</summary>
    /// <param name="steps">Names of the steps.</param>
    public static Option<KillPoint?> Option(IReadOnlyList<string> steps) => new("--kill-at")
    {
        Description = $"For drills: end this process without a word (SIGKILL) when so many parts of a step are done. Steps: {string.Join(", ", steps)}.",
        HelpName = "step:done",
        CustomParser = result =>
        {
            var (name, done) = result.Tokens[0].Value.Split(':') is [var step, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parts) ? (step, parts) : ("", 0);
            if (steps.Contains(name)) return new KillPoint(name, done);
            result.AddError($"--kill-at is a step and a number such as {steps[0]}:0; found '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    /// <summary>Ends this process when it has come to the place.</summary>
    public void Reach(string step, int done)
    {
        if (step != Step || done != Done) return;
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
