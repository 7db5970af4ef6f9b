using System.Globalization;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Storage.Tables;

/// <summary>Where a row stands. Every key is made here: keys sort ordinally, and the table service forbids some characters in them.</summary>
public readonly record struct RowAddress
{
    private const int MaxKeyLength = 512; // 1 KiB of UTF-16, the table service's limit

    /// <summary>An address from its two keys.</summary>
    /// <exception cref="ArgumentException">A key is empty, too long, or holds a character that keys must not hold.</exception>
    public RowAddress(string partition, string row) => (Partition, Row) = (Key(partition), Key(row));

    /// <summary>The partition key.</summary>
    public string Partition { get; }

    /// <summary>The row key.</summary>
    public string Row { get; }

    /// <summary>A release in table <c>releases</c>: sorts as the versions do.</summary>
    public static RowAddress Release(string plan, ReleaseVersion version) => new(Slug(plan), version.SortKey);

    /// <summary>The pointer of a plan to its latest release.</summary>
    public static RowAddress Pointer(string plan) => new(Slug(plan), "latest");

    /// <summary>A record of a release: nodes, indicators, columns.</summary>
    /// <param name="release">The release.</param>
    /// <param name="position">Its place in the table, from 1.</param>
    /// <param name="id">Its id.</param>
    public static RowAddress Record(ReleaseKey release, int position, string id) => new(release.Partition, $"{Position(position)}|{id}");

    /// <summary>An observation of a release: those of an indicator stand in one partition.</summary>
    /// <param name="release">The release.</param>
    /// <param name="indicator">Id of the indicator.</param>
    /// <param name="key">What tells the observations of the indicator apart: <c>area|year</c>.</param>
    public static RowAddress Observation(ReleaseKey release, string indicator, string key) => new(ObservationPartition(release, indicator), key);

    /// <summary>The partition of a release's observations of an indicator.</summary>
    internal static string ObservationPartition(ReleaseKey release, string indicator) => $"{release.Partition}|{indicator}";

    /// <summary>An aggregate of a release.</summary>
    public static RowAddress Aggregate(ReleaseKey release, string id) => new(release.Partition, id);

    /// <summary>A run of a timer: the newest sorts first.</summary>
    public static RowAddress Run(string timer, DateTimeOffset startedAt) =>
        new(timer, (DateTimeOffset.MaxValue.UtcTicks - startedAt.UtcTicks).ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>The part of a row key that keeps records in order.</summary>
    internal static string Position(int position) => position.ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>A plan's id as part of keys, blob names and URLs: lower-case letters, digits and hyphens.</summary>
    internal static string Slug(string plan) =>
        IsSlug(plan)
            ? plan
            : throw new ArgumentException($"'{plan}' is not a plan's id: lower-case letters, digits and hyphens, at most 64.", nameof(plan));

    /// <summary>True for the id of a plan.</summary>
    internal static bool IsSlug(string plan) =>
        plan is { Length: > 0 and <= 64 } && plan.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string Key(string key)
    {
        if (key.Length is 0 or > MaxKeyLength)
            throw new ArgumentException($"A key has 1 to {MaxKeyLength} characters; this one has {key.Length}.", nameof(key));
        foreach (var c in key)
        {
            if (c is '/' or '\\' or '#' or '?' || char.IsControl(c))
                throw new ArgumentException($"The key '{key}' holds U+{(int)c:X4}, which keys must not hold.", nameof(key));
        }

        return key;
    }
}

/// <summary>A release by name: <c>urbanization-14fyp@1.0.0</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Version">Version of the release.</param>
public readonly record struct ReleaseKey(string Plan, ReleaseVersion Version)
{
    /// <summary>Partition of its rows.</summary>
    internal string Partition => $"{RowAddress.Slug(Plan)}|{Version}";

    /// <summary>What the names of its blobs begin with.</summary>
    internal string Folder => $"{RowAddress.Slug(Plan)}/{Version}/";

    /// <inheritdoc />
    public override string ToString() => $"{Plan}@{Version}";
}
