using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Functions.Query;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>A part of a list that is read from the store by keys.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">Number of items in the whole list; null when only reading all of it would tell.</param>
/// <param name="Next">The place behind which to go on; null at the end.</param>
internal sealed record KeyedSlice<T>(IReadOnlyList<T> Items, int? Total, string? Next);

/// <summary>Pages of lists that nobody holds in memory: the cursor carries the key behind which to go on.</summary>
internal static class KeyedPages
{
    /// <summary>The page of a release's list that a request asks for. Its links are pinned, so a new release never shifts them.</summary>
    public static async Task<Results<Representation<Listing<T>>, Problem>> PageAsync<T>(
        this PinnedRelease release, Func<ListQuery, CancellationToken, Task<KeyedSlice<T>>> read, JsonTypeInfo<Listing<T>> json, CancellationToken cancellationToken)
    {
        var selection = release.Address.ListSelection;
        var (scope, href) = (release.Root + release.Below + selection, release.Href(release.Below) + (selection is "" ? "?" : $"{selection}&"));
        if (!ListQuery.Parse(release.Address.Query, scope).Try(out var wanted, out var error)) return Problems.Invalid(error);

        var slice = await Patience.WithinAsync(token => read(wanted, token), cancellationToken);
        var page = new Page(
            wanted.Limit, slice.Items.Count, slice.Total, Truncated: false,
            Next: slice.Next is { } place ? $"{href}cursor={Cursor.Write(place, scope)}&limit={wanted.Limit}" : null,
            First: $"{href}limit={wanted.Limit}");
        return new Representation<Listing<T>>(new Listing<T>(slice.Items, page), json, release) { Links = Pages.Neighbours(page) };
    }
}
