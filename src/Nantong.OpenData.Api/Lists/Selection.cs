using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Lists;

/// <summary>Where a list is asked for.</summary>
/// <param name="Address">The address of the request.</param>
/// <param name="Path">Path of the list at the release that answers: what a cursor is bound to.</param>
/// <param name="Release">The release that answers; null for the service's own lists.</param>
internal sealed record ListPlace(Address Address, string Path, PinnedRelease? Release)
{
    /// <summary>Address of a page, without what says which. Where the address asked for a form, so do those of its pages; where a header did, it will
    /// again.</summary>
    public string PageHref(Format? format)
    {
        var path = Address.RequestedFormat().InAddress && format is not null ? $"{Path}.{format.Extension}" : Path;
        return Address.Href(path) + (Address.ListSelection is "" ? "?" : $"{Address.ListSelection}&");
    }
}

/// <summary>What a request asked of a collection, ready to be sent in any form.</summary>
/// <param name="Listing">The page.</param>
/// <param name="Json">How it is written as JSON.</param>
/// <param name="Write">Writes it in another form.</param>
/// <param name="Warnings">What the caller should know of the question.</param>
/// <param name="Collection">What was asked.</param>
internal sealed record Selection<T>(
    Listing<T> Listing,
    JsonTypeInfo<Listing<T>> Json,
    Func<Format, byte[]> Write,
    IReadOnlyList<Warning> Warnings,
    Collection<T> Collection
)
    where T : notnull
{
    /// <summary>Filters, sorts and cuts a collection as a request asks.</summary>
    /// <param name="collection">What can be asked.</param>
    /// <param name="all">Its records, in its own order.</param>
    /// <param name="place">Where it was asked.</param>
    public static Parsed<Selection<T>> Of(Collection<T> collection, IReadOnlyList<T> all, ListPlace place)
    {
        var (address, format) = (place.Address, Negotiation.Choose(collection.Offered, place.Address.RequestedFormat()));
        var table = format == Format.Csv || format == Format.Ndjson;
        if (!ListQuery.Parse(address.Query, place.Path, collection.Fields).Try(out var wanted, out var error))
            return error;
        if (!Include(collection, place, format).Try(out var include, out error))
            return error;
        if (!CsvForm.Parse(address.Query).Try(out var csv, out error))
            return error;

        IReadOnlyList<T> matching = wanted.Filter.Conditions is [] ? all : [.. all.Where(record => wanted.Filter.Matches(record))];
        var ordered = wanted.Sort.Apply(matching, collection.Id);
        if (StartOf(ordered, collection.Id, wanted.After) is not { } start)
            return new Unreadable("cursor", address.Query["cursor"], "a cursor whose item still exists");

        // What is downloaded is whole unless somebody says otherwise.
        var limit = wanted.Limit ?? (table ? Math.Max(ordered.Count, 1) : ListQuery.DefaultLimit);
        T[] items = [.. ordered.Skip(start).Take(limit)];
        var more = items.Length > 0 && start + items.Length < ordered.Count;
        var href = place.PageHref(format);
        var page = new Page(
            limit,
            items.Length,
            ordered.Count,
            Truncated: false,
            Next: more ? $"{href}cursor={Cursor.Write(collection.Id(items[^1]), wanted.Scope)}&limit={limit}" : null,
            First: wanted.Limit is null && table ? href[..^1] : $"{href}limit={limit}"
        );

        return Shown(
            collection,
            place,
            format,
            new Listing<T>(items, page),
            wanted,
            include,
            csv,
            [.. FilterWarnings.Of(wanted.Filter, collection, all, ordered.Count, address.Language, place.Release)]
        );
    }

    /// <summary>A page in the shape that was asked for, whoever cut it.</summary>
    public static Selection<T> Shown(
        Collection<T> collection,
        ListPlace place,
        Format? format,
        Listing<T> listing,
        ListQuery wanted,
        IReadOnlyList<Expansion<T>> include,
        CsvForm csv,
        IReadOnlyList<Warning> warnings
    )
    {
        var shape = new RecordShape<T>(
            collection.Record,
            wanted.Projection,
            include.Count is 0 ? null : record => include.Aggregate(new Included(), (so, one) => one.Add(so, place.Release!, record))
        );
        return new Selection<T>(
            listing,
            shape.IsPlain ? collection.Listing : ListingShape<T>.Of(shape),
            other =>
                other == Format.Csv
                    ? csv.Write(collection, listing.Items, wanted.Projection, place.Release)
                    : JsonLines.Write(listing.Items, shape, wanted.Projection is null ? place.Release?.Entry.Version : null),
            [.. warnings, .. CsvForm.OfNoEffect(place.Address, format)],
            collection
        );
    }

    private static int? StartOf(IReadOnlyList<T> ordered, Func<T, string> id, string? after)
    {
        if (after is null)
            return 0;
        for (var index = 0; index < ordered.Count; index++)
            if (id(ordered[index]) == after)
                return index + 1;
        return null;
    }

    private static Parsed<IReadOnlyList<Expansion<T>>> Include(Collection<T> collection, ListPlace place, Format? format)
    {
        if (!place.Address.Query.TryGetValue("include", out var names))
            return Array.Empty<Expansion<T>>();
        if (format == Format.Csv)
            return new Unreadable("include", names, "absent where CSV is asked for: a row has no place for other records");
        return RecordShape<T>.Parse(names, collection.Expansions);
    }
}
