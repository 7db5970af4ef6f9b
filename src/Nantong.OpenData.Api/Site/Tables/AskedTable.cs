using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site.Tables;

/// <summary>A dataset whose rows can be asked for, with what can be asked.</summary>
internal abstract class AskedTable
{
    /// <summary>The fields that conditions can name.</summary>
    public abstract FieldSet Fields { get; }

    /// <summary>Its dataset.</summary>
    public abstract Dataset DatasetOf(PinnedRelease release);

    /// <summary>The first rows that some conditions leave, and how many records they leave in all.</summary>
    /// <param name="release">The release.</param>
    /// <param name="conditions">The conditions as a query.</param>
    /// <param name="columns">Names of the columns; empty for all.</param>
    /// <param name="most">Most rows.</param>
    public abstract Parsed<FirstRows> First(
        PinnedRelease release,
        IReadOnlyDictionary<string, string> conditions,
        IReadOnlyList<string> columns,
        int most
    );
}

/// <summary>The first rows of a table.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Records">Number of records that the conditions leave.</param>
internal sealed record FirstRows(IReadOnlyList<DataColumn> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows, int Records);

/// <summary>A dataset of records of one kind.</summary>
/// <param name="collection">What can be asked of them.</param>
/// <param name="recordsOf">The records of a release.</param>
internal sealed class AskedTable<T>(Collection<T> collection, Func<Snapshot, IReadOnlyList<T>> recordsOf) : AskedTable
    where T : notnull
{
    /// <inheritdoc />
    public override FieldSet Fields => collection.Fields;

    /// <inheritdoc />
    public override Dataset DatasetOf(PinnedRelease release) => Of(release);

    /// <inheritdoc />
    public override Parsed<FirstRows> First(
        PinnedRelease release,
        IReadOnlyDictionary<string, string> conditions,
        IReadOnlyList<string> columns,
        int most
    )
    {
        if (!Filter.Parse(conditions, collection.Fields).Try(out var filter, out var error))
            return error;
        Projection? projection = null;
        if (columns is not [] && !Projection.Parse(string.Join(',', columns), collection.Fields).Try(out projection, out error))
            return error;

        T[] left = [.. recordsOf(release.Snapshot).Where(record => filter.Matches(record))];
        var (shown, rows) = CsvForm.TableOf(collection, left, projection, release);
        return new FirstRows(shown, [.. rows.Take(most)], left.Length);
    }

    private Dataset<T> Of(PinnedRelease release) => collection.Dataset!(new Datasets(release.Entry.Version));
}
