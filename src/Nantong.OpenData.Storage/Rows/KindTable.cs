using Azure.Data.Tables;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Storage.Rows;

/// <summary>The table that holds the records of one kind.</summary>
/// <param name="Format">How they become rows.</param>
internal abstract record KindTable(RowFormat Format)
{
    /// <summary>The table of a kind.</summary>
    public static KindTable Of(KeptKind kind) => kind.Accept(new Maker());

    /// <summary>The rows of a release.</summary>
    public abstract IEnumerable<TableEntity> ToRows(ReleaseKey key, Release release);

    /// <summary>Reads the records of a release.</summary>
    /// <returns>What adds them to its facts.</returns>
    /// <exception cref="BrokenReleaseException">A row cannot be read.</exception>
    public abstract Task<Func<ReleaseFacts, ReleaseFacts>> LoadAsync(SnapshotLoader loader, ReleaseKey release, CancellationToken cancellationToken);

    private sealed class Maker : IKindVisitor<KindTable>
    {
        public KindTable Visit<T>(RecordKind<T> kind)
            where T : class => new KindTable<T>(kind, KindRow.Of(kind));
    }
}

/// <inheritdoc />
/// <typeparam name="T">The record.</typeparam>
/// <param name="Kind">The kind.</param>
/// <param name="Rows">How its records become rows.</param>
internal sealed record KindTable<T>(RecordKind<T> Kind, RowFormat<T> Rows) : KindTable(Rows)
    where T : class
{
    /// <inheritdoc />
    public override IEnumerable<TableEntity> ToRows(ReleaseKey key, Release release) => Rows.ToRows(key, Kind.From(release.Plan));

    /// <inheritdoc />
    public override async Task<Func<ReleaseFacts, ReleaseFacts>> LoadAsync(
        SnapshotLoader loader,
        ReleaseKey release,
        CancellationToken cancellationToken
    )
    {
        var records = await loader.RecordsAsync(Rows, release, cancellationToken);
        return facts => facts.With(Kind, records);
    }
}
