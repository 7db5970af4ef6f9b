using System.Globalization;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>What a request asks of a list.</summary>
/// <param name="Limit">Largest number of items; null when the request does not say.</param>
/// <param name="After">Key of the item that the page follows; null for the first page.</param>
/// <param name="Filter">Which records.</param>
/// <param name="Sort">In which order.</param>
/// <param name="Projection">Which of their fields; null for all.</param>
/// <param name="Scope">What a cursor of this list is bound to: the list, its release, the filter and the order.</param>
internal sealed record ListQuery(int? Limit, string? After, Filter Filter, Sort Sort, Projection? Projection, string Scope)
{
    /// <summary>Items on a page when the request does not say.</summary>
    public const int DefaultLimit = 50;

    /// <summary>Most items on a page; more is refused, never cut silently.</summary>
    public const int MaxLimit = 500;

    /// <summary>Most rows that a list which is read by keys sends as one table.</summary>
    public const int MaxWhole = 5_000;

    /// <summary>Most characters in the value of a parameter.</summary>
    public const int MaxLength = 2000;

    /// <summary>Reads the parameters of a list.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="list">The list and the release that a cursor must come from.</param>
    /// <param name="fields">The fields of its records.</param>
    public static Parsed<ListQuery> Parse(IReadOnlyDictionary<string, string> query, string list, FieldSet fields)
    {
        int? limit = null;
        if (query.TryGetValue("limit", out var raw))
        {
            if (!TryWhole(raw, 0, MaxLimit, out var number))
                return new Unreadable("limit", raw, $"a whole number from 0 to {MaxLimit}");
            limit = number;
        }

        foreach (var name in Lists)
            if (query.TryGetValue(name, out var text) && text.Length > MaxLength)
                return new Unreadable(name, text, $"at most {MaxLength} characters long");
        if (!Filter.Parse(query, fields).Try(out var filter, out var error))
            return error;
        var sort = Sort.Natural;
        if (query.TryGetValue(Query.Sort.Parameter, out var order) && !Sort.Parse(order, fields).Try(out sort, out error))
            return error;
        Projection? projection = null;
        if (query.TryGetValue("fields", out var names) && !Projection.Parse(names, fields).Try(out projection, out error))
            return error;

        var asked = new ListQuery(limit, null, filter, sort, projection, $"{list}\n{filter.Canonical}\n{sort.Canonical}");
        if (!query.TryGetValue("cursor", out var cursor))
            return asked;
        return Cursor.Read(cursor, asked.Scope) is { } after
            ? asked with
            {
                After = after,
            }
            : new Unreadable("cursor", cursor, "a cursor that this list of this release has given under the same filter and order, unchanged");
    }

    private static readonly string[] Lists = ["sort", "fields", "include"];

    /// <summary>Reads a whole number within bounds: digits only, no sign, no spaces.</summary>
    public static bool TryWhole(string text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
        && value >= least
        && value <= most
        && !text.Contains('\0', StringComparison.Ordinal); // which the framework passes over at the end of a number
}
