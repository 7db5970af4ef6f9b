namespace Nantong.OpenData.Storage.Publishing;

/// <summary>Something stands where a publisher wants to write, and it is not the same: nothing is ever overwritten.</summary>
/// <param name="what">The blob or the row, as a subject.</param>
/// <param name="detail">What is there and what was to be written; empty when there is nothing to add.</param>
/// <param name="cause">The store's refusal.</param>
public sealed class OtherContentException(string what, string detail, Exception cause)
    : Exception($"{what} exists with other content{detail}. Nothing is ever overwritten.", cause)
{
    /// <summary>The blob or the row.</summary>
    public string What => what;
}
