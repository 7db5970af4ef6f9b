using Azure.Data.Tables;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>Table <c>pointers</c>: one row per plan, naming its latest release.</summary>
internal static class PointerRow
{
    public static TableEntity Write(ReleaseKey release, DateTimeOffset movedAt)
    {
        var address = RowAddress.Pointer(release.Plan);
        return new TableEntity(address.Partition, address.Row) { ["version"] = release.Version.ToString(), ["movedAt"] = movedAt };
    }

    public static ReleaseVersion Read(TableEntity row) =>
        ReleaseVersion.TryParse(row.GetString("version"), out var version)
            ? version
            : throw new BrokenReleaseException(row.PartitionKey, "pointer", $"it names '{row.GetString("version")}', which is not a version");
}
