using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Notes what a repair does, and does it unless it is only asked to propose.</summary>
/// <param name="apply">True to do it.</param>
/// <param name="progress">Told of each thing before it is done.</param>
internal sealed class RepairLog(bool apply, IProgress<RepairAction>? progress)
{
    private readonly List<RepairAction> actions = [];
    private readonly List<Damage> left = [];

    /// <summary>True when things are done, not only proposed.</summary>
    public bool Applies => apply;

    /// <summary>What was done, or would be.</summary>
    public IReadOnlyList<RepairAction> Actions => actions;

    /// <summary>What cannot be mended.</summary>
    public IReadOnlyList<Damage> Left => left;

    /// <summary>Does something, or proposes it.</summary>
    public Task DoAsync(ReleaseKey release, string where, string what, Func<Task> work) =>
        DoAsync(new RepairAction(release.ToString(), where, what), work);

    /// <summary>Does something, or proposes it.</summary>
    public async Task DoAsync(RepairAction action, Func<Task> work)
    {
        actions.Add(action);
        if (!apply)
            return;
        progress?.Report(action);
        await work();
    }

    /// <summary>Notes what cannot be mended, and why.</summary>
    public void Leave(ReleaseKey release, string where, string why) => Leave(new Damage(release.ToString(), where, why));

    /// <summary>Notes what cannot be mended.</summary>
    public void Leave(Damage damage) => left.Add(damage);
}
