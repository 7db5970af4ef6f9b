using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Lists;

/// <summary>A list, page by page.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Page">Which page this is.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, Page Page);

/// <summary>Which part of a list an answer holds.</summary>
/// <param name="Limit">Largest number of items that the request took.</param>
/// <param name="Returned">Number of items on this page. Where a filter must be asked of very many rows it may be less than the limit, even 0, and yet
/// not be the last page: follow <paramref name="Next"/>.</param>
/// <param name="Total">Number of items in the whole list; null where only reading very many rows would tell.</param>
/// <param name="Truncated">True when items exist that no page shows. Always false: this service cuts nothing silently.</param>
/// <param name="Next">Address of the next page; null on the last one.</param>
/// <param name="First">Address of the first page.</param>
public sealed record Page(int Limit, int Returned, int? Total, bool Truncated, string? Next, string First);

/// <summary>Answers with pages of collections.</summary>
internal static class Pages
{
    /// <summary>The page of a release's collection that a request asks for. Its links are pinned, so a new release never shifts them.</summary>
    public static Results<Representation<Listing<T>>, Problem> Page<T>(
        this PinnedRelease release,
        IReadOnlyList<T> all,
        Collection<T> collection,
        bool moves = false,
        params IReadOnlyList<Warning> warnings
    )
        where T : notnull => release.Page(all, collection, page: null, moves, warnings);

    /// <summary>The page of a release's collection that a request asks for, shown to people in a way of its own.</summary>
    /// <param name="release">The release.</param>
    /// <param name="all">The records.</param>
    /// <param name="collection">What can be asked of them.</param>
    /// <param name="page">How people see what was asked for; as a table where it is null.</param>
    /// <param name="moves">True when the collection may change although its release does not.</param>
    /// <param name="warnings">What a reader should know besides.</param>
    public static Results<Representation<Listing<T>>, Problem> Page<T>(
        this PinnedRelease release,
        IReadOnlyList<T> all,
        Collection<T> collection,
        Func<PageView, Selection<T>, PageContent>? page,
        bool moves = false,
        params IReadOnlyList<Warning> warnings
    )
        where T : notnull =>
        release.Select(all, collection).Try(out var selection, out var error)
            ? release.Answer(selection, page, moves, warnings)
            : Problems.Invalid(error, collection.Filterable.Allowed(error.Where));

    /// <summary>True when the request in hand gets a page.</summary>
    public static bool IsPageWanted(this PinnedRelease release, IReadOnlyList<Format> offered) =>
        Negotiation.Choose(offered, release.Address.RequestedFormat()) == Format.Html;

    /// <summary>What a request asks of a release's collection, for answers that say more than a page does.</summary>
    public static Parsed<Selection<T>> Select<T>(this PinnedRelease release, IReadOnlyList<T> all, Collection<T> collection)
        where T : notnull => Selection<T>.Of(collection, all, new(release.Address, release.Root + release.Below, release));

    /// <summary>A page as an answer.</summary>
    /// <param name="release">The release.</param>
    /// <param name="selection">What was asked for.</param>
    /// <param name="moves">True when the collection may change although its release does not.</param>
    /// <param name="warnings">What a reader should know besides.</param>
    /// <param name="links">Relations besides those of the page.</param>
    public static Representation<Listing<T>> Answer<T>(
        this PinnedRelease release,
        Selection<T> selection,
        bool moves,
        IReadOnlyList<Warning> warnings,
        params IEnumerable<KeyValuePair<string, string>> links
    )
        where T : notnull => release.Answer(selection, page: null, moves, warnings, links);

    /// <summary>A page as an answer, shown to people in a way of its own.</summary>
    public static Representation<Listing<T>> Answer<T>(
        this PinnedRelease release,
        Selection<T> selection,
        Func<PageView, Selection<T>, PageContent>? page,
        bool moves,
        IReadOnlyList<Warning> warnings,
        params IEnumerable<KeyValuePair<string, string>> links
    )
        where T : notnull =>
        new(selection.Listing, selection.Json, release)
        {
            Page =
                page is not null ? view => page(view, selection)
                : selection.Collection.Dataset is null ? null
                : view => ListPage.Of(view, selection),
            Links = new Dictionary<string, string>([.. Neighbours(selection.Listing.Page), .. links]),
            Write = selection.Write,
            Moves = moves,
            Warnings = [.. warnings, .. selection.Warnings],
        };

    /// <summary>The page of one of the service's own collections that a request asks for.</summary>
    /// <param name="address">The address of the request.</param>
    /// <param name="all">The records.</param>
    /// <param name="collection">What can be asked of them.</param>
    /// <param name="page">How people see what was asked for; as its JSON says it where it is null.</param>
    public static Results<ServiceAnswer<Listing<T>>, Problem> Page<T>(
        this Address address,
        IReadOnlyList<T> all,
        Collection<T> collection,
        Func<PageView, Selection<T>, PageContent>? page = null
    )
        where T : notnull =>
        Selection<T>.Of(collection, all, new(address, address.Path, null)).Try(out var selection, out var error)
            ? new ServiceAnswer<Listing<T>>(selection.Listing, selection.Json, CacheRule.Moving)
            {
                Page = page is null ? null : view => page(view, selection),
                Links = Neighbours(selection.Listing.Page),
                Write = selection.Write,
                Warnings = selection.Warnings,
            }
            : Problems.Invalid(error, collection.Filterable.Allowed(error.Where));

    /// <summary>Cuts a page out of a list that is part of another resource: by limit and cursor alone.</summary>
    public static Parsed<Listing<T>> Cut<T>(this PinnedRelease release, IReadOnlyList<T> all, Func<T, string> id)
    {
        var address = release.Address;
        if (!ListQuery.Parse(address.Query, release.Root + release.Below + address.ListSelection, FieldSet.None).Try(out var wanted, out var error))
            return error;

        var start = wanted.After is null
            ? 0
            : 1 + all.Index().Where(row => id(row.Item) == wanted.After).Select(row => row.Index).DefaultIfEmpty(-2).First();
        if (start < 0)
            return new Unreadable("cursor", address.Query["cursor"], "a cursor whose item still exists");

        var (limit, page) = (
            wanted.Limit ?? ListQuery.DefaultLimit,
            release.Href(release.Below) + (address.ListSelection is "" ? "?" : $"{address.ListSelection}&")
        );
        T[] items = [.. all.Skip(start).Take(limit)];
        var more = items.Length > 0 && start + items.Length < all.Count;
        return new Listing<T>(
            items,
            new(
                limit,
                items.Length,
                all.Count,
                Truncated: false,
                Next: more ? $"{page}cursor={Cursor.Write(id(items[^1]), wanted.Scope)}&limit={limit}" : null,
                First: $"{page}limit={limit}"
            )
        );
    }

    /// <summary>The relations of a page.</summary>
    public static Dictionary<string, string> Neighbours(Page page) =>
        page.Next is { } next ? new() { ["first"] = page.First, ["next"] = next } : new() { ["first"] = page.First };
}
