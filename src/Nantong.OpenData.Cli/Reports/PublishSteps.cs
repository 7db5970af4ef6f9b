using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Storage.Publishing;

namespace Nantong.OpenData.Cli.Reports;

/// <summary>Shows how far a publisher has come: in place on a terminal, a line for each step elsewhere.</summary>
/// <param name="screen">Where.</param>
/// <param name="drill">Where the process is to be killed or stopped; null nowhere.</param>
internal sealed class PublishSteps(Screen screen, DrillPoint? drill = null) : IProgress<PublishProgress>
{
    /// <inheritdoc />
    public void Report(PublishProgress value)
    {
        drill?.Reach(value.Step.ToString(), value.Done);
        var counted = value.Total > 1;
        screen.Status(Words(value.Step), value.Done, value.Total);
        if (value.Finished && !screen.Live)
            screen.Note(counted ? $"  {Words(value.Step)}: {value.Total}" : $"  {Words(value.Step)}");
    }

    private static string Words(PublishStep step) =>
        step switch
        {
            PublishStep.Wait => "waiting for the turn",
            PublishStep.Compare => "comparing with the latest release",
            PublishStep.Fence => "taking the pointer",
            PublishStep.Announce => "announcing the release",
            PublishStep.WriteFiles => "writing files",
            PublishStep.WriteRows => "writing rows",
            PublishStep.ReadBack => "reading everything back",
            PublishStep.Seal => "sealing the release",
            PublishStep.MovePointer => "moving the pointer",
            _ => step.ToString(),
        };
}
