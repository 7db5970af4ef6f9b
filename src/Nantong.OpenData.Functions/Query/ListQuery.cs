using System.Globalization;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Functions.Query;

/// <summary>What a request asks of a list.</summary>
/// <param name="Limit">Largest number of items.</param>
/// <param name="After">Key of the item that the page follows; null for the first page.</param>
internal sealed record ListQuery(int Limit, string? After)
{
    /// <summary>Items on a page when the request does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most items on a page; more is refused, never cut silently.</summary>
    public const int MaxLimit = 500;

    /// <summary>Reads the parameters of a list.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="scope">The list and the release that a cursor must come from.</param>
    public static Parsed<ListQuery> Parse(IReadOnlyDictionary<string, string> query, string scope)
    {
        var limit = DefaultLimit;
        if (query.TryGetValue("limit", out var raw) && !TryWhole(raw, 0, MaxLimit, out limit))
            return new Unreadable("limit", raw, $"a whole number from 0 to {MaxLimit}");

        if (!query.TryGetValue("cursor", out var cursor)) return new ListQuery(limit, null);
        return Cursor.Read(cursor, scope) is { } after
            ? new ListQuery(limit, after)
            : new Unreadable("cursor", cursor, "a cursor that this list of this release has given, unchanged");
    }

    /// <summary>Reads a whole number within bounds: digits only, no sign, no spaces.</summary>
    public static bool TryWhole(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;
}
