namespace Nantong.OpenData.Storage;

/// <summary>The turn that everybody takes who changes the releases of a plan.</summary>
internal static class PublishTurn
{
    /// <summary>How long to wait for it: the turn of a publisher that died ends within it.</summary>
    public static readonly TimeSpan Patience = StoreLock.Term + TimeSpan.FromSeconds(5);

    /// <summary>Name of the lock.</summary>
    public static string Name(string plan) => $"publish-{RowAddress.Slug(plan)}";
}
