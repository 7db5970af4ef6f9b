using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Lists;

/// <summary>A part of a list that is read from the store by keys.</summary>
/// <param name="Items">The items.</param>
/// <param name="Total">Number of items in the whole list; null when only reading all of it would tell.</param>
/// <param name="Next">The place behind which to go on; null at the end.</param>
internal sealed record KeyedSlice<T>(IReadOnlyList<T> Items, int? Total, string? Next);

/// <summary>Reads the part of a list that follows a place and that a filter lets pass, as many items as are wanted at most.</summary>
internal delegate Task<KeyedSlice<T>> KeyedRead<T>(Filter filter, string? after, int limit, CancellationToken cancellationToken);

/// <summary>
/// Pages of collections that nobody holds in memory: the cursor carries the key behind which to go on, in every form. What needs all rows at once is
/// done while they are few, and refused with a way out where they are not: an order of one's own, counts, a table without a limit.
/// </summary>
internal static class KeyedPages
{
    /// <summary>The page of a release's collection that a request asks for. Its links are pinned, so a new release never shifts them.</summary>
    /// <param name="release">The release.</param>
    /// <param name="collection">What can be asked.</param>
    /// <param name="read">Reads a part of it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Results<Representation<Listing<T>>, Problem>> PageAsync<T>(
        this PinnedRelease release,
        Collection<T> collection,
        KeyedRead<T> read,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        var place = new ListPlace(release.Address, release.Root + release.Below, release);
        if (
            !ListQuery.Parse(place.Address.Query, place.Path, collection.Fields).Try(out var wanted, out var error)
            || !CsvForm.Parse(place.Address.Query).Try(out var csv, out error)
        )
            return Problems.Invalid(error, collection.Filterable.Allowed(error.Where));

        var wish = place.Address.RequestedFormat();
        if (Negotiation.Choose(collection.Offered, wish) is not { } format)
            return Problems.NotAcceptable(collection.Offered, wish);
        if (wanted.Sort.Keys is [_, ..])
        {
            var (rows, count) = await FewAsync(wanted.Filter, read, cancellationToken);
            return rows is null
                ? Problems.TooMany(Sort.Parameter, count, ListQuery.MaxWhole, release.FileOf(collection, format))
                : release.Page(rows, collection);
        }

        var whole = wanted.Limit is null && (format == Format.Csv || format == Format.Ndjson);
        if (whole && await CountAsync(wanted.Filter, read, cancellationToken) is var total && total is not <= ListQuery.MaxWhole)
            return Problems.NeedsLimit(total, ListQuery.MaxWhole, release.FileOf(collection, format));

        var limit = whole ? ListQuery.MaxWhole : wanted.Limit ?? ListQuery.DefaultLimit;
        var slice = await Timeouts.WithinAsync(token => read(wanted.Filter, wanted.After, limit, token), cancellationToken);
        var href = place.PageHref(format);
        var page = new Page(
            limit,
            slice.Items.Count,
            slice.Total,
            Truncated: false,
            Next: slice.Next is { } key ? $"{href}cursor={Cursor.Write(key, wanted.Scope)}&limit={limit}" : null,
            First: whole ? href[..^1] : $"{href}limit={limit}"
        );
        return release.Answer(
            Selection<T>.Shown(
                collection,
                place,
                format,
                new Listing<T>(slice.Items, page),
                wanted,
                [],
                csv,
                [
                    .. FilterWarnings.OfIndicators(wanted.Filter, release, place.Address.Language),
                    .. FilterWarnings.OfNothing(wanted.Filter, slice.Total, place.Address.Language),
                ]
            ),
            moves: false,
            []
        );
    }

    /// <summary>Counts the values of a release's collection, as a request asks.</summary>
    /// <param name="release">The release.</param>
    /// <param name="collection">What can be asked.</param>
    /// <param name="read">Reads a part of it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<Results<Representation<FacetCounts>, Problem>> CountAsync<T>(
        this PinnedRelease release,
        Collection<T> collection,
        KeyedRead<T> read,
        CancellationToken cancellationToken
    )
        where T : notnull
    {
        if (!FacetQuery.Parse(release.Address.Query, collection.Filterable).Try(out var wanted, out var error))
            return Problems.Invalid(error, collection.Filterable.Allowed(error.Where));

        var (rows, count) = await FewAsync(wanted.Filter, read, cancellationToken);
        return rows is null
            ? Problems.TooMany(QueryParameter.FacetFields.Name, count, ListQuery.MaxWhole, release.FileOf(collection, Format.Csv))
            : release.Count(rows, collection);
    }

    /// <summary>All rows that a filter lets pass, or none when they are too many, and how many they are where that is known.</summary>
    private static async Task<(IReadOnlyList<T>? Rows, int? Count)> FewAsync<T>(Filter filter, KeyedRead<T> read, CancellationToken cancellationToken)
    {
        var count = await CountAsync(filter, read, cancellationToken);
        if (count is not <= ListQuery.MaxWhole)
            return (null, count);
        return ((await Timeouts.WithinAsync(token => read(filter, null, ListQuery.MaxWhole, token), cancellationToken)).Items, count);
    }

    private static async Task<int?> CountAsync<T>(Filter filter, KeyedRead<T> read, CancellationToken cancellationToken) =>
        (await Timeouts.WithinAsync(token => read(filter, null, 0, token), cancellationToken)).Total;

    /// <summary>Path of the file that holds the whole dataset in a form.</summary>
    private static string FileOf<T>(this PinnedRelease release, Collection<T> collection, Format format)
        where T : notnull => $"{release.Root}/files/{collection.Dataset!(new Datasets(release.Entry.Version)).Name}.{format.Extension}";
}
