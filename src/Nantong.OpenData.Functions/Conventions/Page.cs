using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>A list, page by page.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Page">Which page this is.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, Page Page);

/// <summary>Which part of a list an answer holds.</summary>
/// <param name="Limit">Largest number of items that the request took.</param>
/// <param name="Returned">Number of items on this page. Where a filter must be asked of very many rows it may be less than the limit, even 0, and yet not be the last page: follow <paramref name="Next"/>.</param>
/// <param name="Total">Number of items in the whole list; null where only reading very many rows would tell.</param>
/// <param name="Truncated">True when items exist that no page shows. Always false: this service cuts nothing silently.</param>
/// <param name="Next">Address of the next page; null on the last one.</param>
/// <param name="First">Address of the first page.</param>
public sealed record Page(int Limit, int Returned, int? Total, bool Truncated, string? Next, string First);

/// <summary>Cuts lists into pages.</summary>
internal static class Pages
{
    /// <summary>The page of a release's list that a request asks for. Its links are pinned, so a new release never shifts them.</summary>
    public static Results<Representation<Listing<T>>, Problem> Page<T>(
        this PinnedRelease release, IReadOnlyList<T> all, Func<T, string> key, JsonTypeInfo<Listing<T>> json,
        bool moves = false, params IReadOnlyList<Warning> warnings) =>
        release.Cut(all, key).Try(out var listing, out var error)
            ? new Representation<Listing<T>>(listing, json, release) { Links = Neighbours(listing.Page), Moves = moves, Warnings = warnings }
            : Problems.Invalid(error);

    /// <summary>The page itself, for answers that say more than a list does.</summary>
    public static Parsed<Listing<T>> Cut<T>(this PinnedRelease release, IReadOnlyList<T> all, Func<T, string> key) =>
        Cut(all, key, release.Address.Query, release.Root + release.Below, release.Href(release.Below), release.Address.ListSelection);

    /// <summary>The page of the service's own list that a request asks for.</summary>
    public static Results<ServiceAnswer<Listing<T>>, Problem> Page<T>(
        this Address address, IReadOnlyList<T> all, Func<T, string> key, JsonTypeInfo<Listing<T>> json) =>
        Cut(all, key, address.Query, address.Path, address.Href(address.Path), address.ListSelection).Try(out var listing, out var error)
            ? new ServiceAnswer<Listing<T>>(listing, json, CacheRule.Moving) { Links = Neighbours(listing.Page) }
            : Problems.Invalid(error);

    /// <summary>Cuts a page out of a list.</summary>
    /// <param name="all">The whole list, in its order.</param>
    /// <param name="key">What tells its items apart.</param>
    /// <param name="query">The query of the request.</param>
    /// <param name="scope">The list and the release that a cursor must come from.</param>
    /// <param name="href">Address of the list, without a query.</param>
    /// <param name="selection">The part of the query that says which list it is; empty when there is none.</param>
    internal static Parsed<Listing<T>> Cut<T>(
        IReadOnlyList<T> all, Func<T, string> key, IReadOnlyDictionary<string, string> query, string scope, string href, string selection = "")
    {
        var page = href + (selection is "" ? "?" : $"{selection}&");
        scope += selection;
        if (!ListQuery.Parse(query, scope).Try(out var wanted, out var error)) return error;

        var start = wanted.After is null ? 0 : 1 + all.Index().Where(row => key(row.Item) == wanted.After).Select(row => row.Index).DefaultIfEmpty(-2).First();
        if (start < 0) return new Unreadable("cursor", query["cursor"], "a cursor whose item still exists");

        IReadOnlyList<T> items = [.. all.Skip(start).Take(wanted.Limit)];
        var more = items.Count > 0 && start + items.Count < all.Count;
        return new Listing<T>(items, new(
            wanted.Limit, items.Count, all.Count, Truncated: false,
            Next: more ? $"{page}cursor={Cursor.Write(key(items[^1]), scope)}&limit={wanted.Limit}" : null,
            First: $"{page}limit={wanted.Limit}"));
    }

    /// <summary>The relations of a page.</summary>
    public static Dictionary<string, string> Neighbours(Page page) =>
        page.Next is { } next ? new() { ["first"] = page.First, ["next"] = next } : new() { ["first"] = page.First };
}
