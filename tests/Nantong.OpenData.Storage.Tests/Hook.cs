using Nantong.OpenData.Storage.Publishing;

namespace Nantong.OpenData.Storage.Tests;

/// <summary>Does something when a publisher reaches a place: before a step, or after it.</summary>
internal sealed class Hook(PublishStep step, bool finished, Action act) : IProgress<PublishProgress>
{
    public void Report(PublishProgress value)
    {
        if (value.Step == step && (finished ? value.Finished : value.Done == 0))
            act();
    }
}
