using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Query;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>A part of a list that is read from the store by keys.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">Number of items in the whole list; null when only reading all of it would tell.</param>
/// <param name="Next">The place behind which to go on; null at the end.</param>
internal sealed record KeyedSlice<T>(IReadOnlyList<T> Items, int? Total, string? Next);

/// <summary>Pages of collections that nobody holds in memory: the cursor carries the key behind which to go on, in every form. A table comes whole while it is short, and is never cut where nobody asked for it.</summary>
internal static class KeyedPages
{
    /// <summary>The page of a release's collection that a request asks for. Its links are pinned, so a new release never shifts them.</summary>
    /// <param name="release">The release.</param>
    /// <param name="collection">What can be asked.</param>
    /// <param name="read">Reads the part behind <see cref="ListQuery.After"/> that the filter lets pass, as many as the number says.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Results<Representation<Listing<T>>, Problem>> PageAsync<T>(
        this PinnedRelease release, Collection<T> collection, Func<ListQuery, int, CancellationToken, Task<KeyedSlice<T>>> read, CancellationToken cancellationToken) where T : notnull
    {
        var place = new ListPlace(release.Address, release.Root + release.Below, release);
        if (!ListQuery.Parse(place.Address.Query, place.Path, collection.Fields).Try(out var wanted, out var error)
            || !CsvForm.Parse(place.Address.Query).Try(out var csv, out error)) return Problems.Invalid(error, collection.Askable.Allowed(error.Where));

        var format = Negotiation.Choose(collection.Offered, place.Address.Wish());
        var whole = wanted.Limit is null && (format == Format.Csv || format == Format.Ndjson);
        if (whole && await CountAsync() is var total && total is not <= ListQuery.MaxWhole) return Problems.NeedsLimit(total, ListQuery.MaxWhole, FileOf(release, collection, format!));

        var limit = whole ? ListQuery.MaxWhole : wanted.Limit ?? ListQuery.DefaultLimit;
        var slice = await Patience.WithinAsync(token => read(wanted, limit, token), cancellationToken);
        var href = place.PageHref(format);
        var page = new Page(
            limit, slice.Items.Count, slice.Total, Truncated: false,
            Next: slice.Next is { } key ? $"{href}cursor={Cursor.Write(key, wanted.Scope)}&limit={limit}" : null,
            First: whole ? href[..^1] : $"{href}limit={limit}");
        return release.Answer(
            Selection<T>.Shown(collection, place, new Listing<T>(slice.Items, page), wanted, [], csv, [.. FilterWarnings.OfNothing(wanted.Filter, slice.Total, place.Address.Language)]),
            moves: false, []);

        async Task<int?> CountAsync() => (await Patience.WithinAsync(token => read(wanted, 0, token), cancellationToken)).Total;
    }

    /// <summary>Path of the file that holds the whole dataset in a form.</summary>
    private static string FileOf<T>(PinnedRelease release, Collection<T> collection, Format format) where T : notnull =>
        $"{release.Root}/files/{collection.Dataset!(new Datasets(release.Entry.Version)).Name}.{format.Extension}";
}
