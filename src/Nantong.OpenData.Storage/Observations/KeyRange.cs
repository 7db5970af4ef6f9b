using Azure.Data.Tables;

namespace Nantong.OpenData.Storage.Observations;

/// <summary>A range of partitions: from one key to right before another, as the table service orders them.</summary>
/// <param name="From">The first key that may lie in it; null for the beginning of the table.</param>
/// <param name="Before">The first key that does not; null for the end of the table.</param>
internal readonly record struct KeyRange(string? From, string? Before)
{
    /// <summary>One partition: ours are named by letters, digits, hyphens and bars, which all follow the exclamation mark.</summary>
    public static KeyRange Of(string partition) => new(partition, $"{partition}!");

    /// <summary>The partitions whose keys begin so, up to a bar.</summary>
    public static KeyRange Below(string prefix) => new($"{prefix}|", $"{prefix}}}"); // } follows | in the order of characters

    /// <summary>The filter of the service; null for the whole table.</summary>
    public string? Filter =>
        (From, Before) switch
        {
            (null, null) => null,
            ({ } from, null) => TableClient.CreateQueryFilter($"PartitionKey ge {from}"),
            (null, { } before) => TableClient.CreateQueryFilter($"PartitionKey lt {before}"),
            ({ } from, { } before) => TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {before}"),
        };

    /// <summary>What of this range lies outside some others.</summary>
    public IEnumerable<KeyRange> Without(IEnumerable<KeyRange> others)
    {
        var from = From;
        foreach (var other in others.OrderBy(other => other.From, StringComparer.Ordinal))
        {
            if (from is null || string.CompareOrdinal(from, other.From) < 0)
                yield return new KeyRange(from, other.From);
            from = other.Before;
        }

        if (from is null || Before is null || string.CompareOrdinal(from, Before) < 0)
            yield return new KeyRange(from, Before);
    }
}
