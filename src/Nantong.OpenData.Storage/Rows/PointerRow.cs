using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>What the pointer of a plan says.</summary>
/// <param name="Version">The latest release; null while the first one is being built.</param>
/// <param name="ManifestSha256">SHA-256 of its manifest; null like the version.</param>
/// <param name="RecordsSha256">Hash over the records of all releases; null like the version.</param>
/// <param name="MovedAt">When a publisher moved it last, by the publisher's clock; null like the version.</param>
/// <param name="Turns">The turns that took the pointer since it moved last: what was sealed in one of them is still to be shown.</param>
internal sealed record PointerValues(
    ReleaseVersion? Version,
    string? ManifestSha256,
    string? RecordsSha256,
    DateTimeOffset? MovedAt,
    IReadOnlyList<string> Turns
);

/// <summary>Table <c>pointers</c>: one row per plan, naming its latest release.</summary>
internal static class PointerRow
{
    private const int MostTurns = 64; // of publishers that died one after the other, each before its release was sealed

    public static TableEntity Write(string plan, PointerValues pointer)
    {
        var address = RowAddress.Pointer(plan);
        var row = new TableEntity(address.Partition, address.Row);
        row.SetText("version", pointer.Version?.ToString());
        row.SetText("manifestSha256", pointer.ManifestSha256);
        row.SetText("recordsSha256", pointer.RecordsSha256);
        if (pointer.MovedAt is { } moved)
            row["movedAt"] = moved.ToUniversalTime();
        if (pointer.Turns is not [])
            row.SetText("turns", string.Join(' ', pointer.Turns.TakeLast(MostTurns)));
        return row;
    }

    /// <summary>Reads a row.</summary>
    /// <exception cref="BrokenReleaseException">It cannot be read.</exception>
    public static PointerValues Read(TableEntity row)
    {
        try
        {
            return new PointerValues(
                Version(row),
                row.FindText("manifestSha256"),
                row.FindText("recordsSha256"),
                row.GetDateTimeOffset("movedAt"),
                row.FindText("turns")?.Split(' ') ?? []
            );
        }
        catch (Exception error) when (error is InvalidOperationException or InvalidDataException or FormatException)
        {
            throw new BrokenReleaseException(new Damage(row.PartitionKey, "pointer", error.Message));
        }
    }

    private static ReleaseVersion? Version(TableEntity row) =>
        row.GetString("version") switch
        {
            null when row.FindText("turns") is not null => null,
            var text when ReleaseVersion.TryParse(text, out var version) => version,
            var text => throw new InvalidDataException($"it names '{text}', which is not a version"),
        };
}
