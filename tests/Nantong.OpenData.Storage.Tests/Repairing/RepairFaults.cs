namespace Nantong.OpenData.Storage.Tests.Repairing;

/// <summary>The ways in which the tests damage a store.</summary>
public static class RepairFaults
{
    /// <summary>What may happen to a plan of two releases, of which the first is deprecated.</summary>
    public static TheoryData<string> All { get; } =
    [
        "pointer lost",
        "pointer set back",
        "pointer garbled",
        "pointer names nothing",
        "pointer seal forged",
        "release row lost",
        "release row garbled",
        "message forged",
        "publishedAt forged",
        "status forged",
        "origin forged",
        "row forged with its hash",
        "row set back",
        "row set back to building",
        "record lost",
        "record changed",
        "manifest lost",
        "manifest changed",
        "file lost",
        "file changed in place",
        "input lost",
        "input copy lost",
        "sums changed",
        "surplus file",
        "row lost",
        "row changed",
        "row surplus",
        "table emptied",
        "observation changed",
        "change log forged",
        "rows of no release",
    ];
}
