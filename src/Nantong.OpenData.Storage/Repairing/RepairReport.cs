using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Repairing;

/// <summary>Something that a repair writes or removes.</summary>
/// <param name="Release">The release, as <c>plan@version</c>; the plan for its pointer.</param>
/// <param name="Where">The file, the table, the record or the pointer, as damage names it.</param>
/// <param name="What">What is done, as a clause: <c>written again from the kept inputs</c>.</param>
public sealed record RepairAction(string Release, string Where, string What)
{
    /// <summary>One line for a terminal.</summary>
    public override string ToString() => $"{Release}: {Where}: {What}";
}

/// <summary>What a repair did, or would do.</summary>
/// <param name="Actions">What it wrote or removed; what it would, when it was only asked to propose.</param>
/// <param name="Left">What is broken and cannot be mended from what the store holds; after a repair, everything that is still broken.</param>
public sealed record RepairReport(IReadOnlyList<RepairAction> Actions, IReadOnlyList<Damage> Left);
