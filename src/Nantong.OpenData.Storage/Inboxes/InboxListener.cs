namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>Passes progress on, and remembers whether the one who is told threw.</summary>
internal sealed class InboxListener(IProgress<InboxProgress>? told) : IProgress<InboxProgress>
{
    public bool Threw { get; private set; }

    public void Report(InboxProgress value)
    {
        Threw = true; // until it is told
        told?.Report(value);
        Threw = false;
    }
}
