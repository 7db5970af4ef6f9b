using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Files.Packages;

namespace Nantong.OpenData.Releases.Records;

/// <summary>The descriptor of one kind of record: all that a release, its files and its store have to know of it.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="set">Name of the records together and of their table: <c>places</c>.</param>
/// <param name="type">What one of them is called in a change: <c>place</c>.</param>
/// <param name="json">How a record is written on one line: what is hashed and stored. A program that starts lists all kinds: what describes them to
/// the serialiser is made when the first record is read or written.</param>
/// <param name="id">The id of a record; it stands in the key of its row.</param>
/// <param name="from">The records of a plan, in order.</param>
public sealed class RecordKind<T>(string set, string type, Func<JsonTypeInfo<T>> json, Func<T, string> id, Func<Plan, IReadOnlyList<T>> from)
    : KeptKind(set, type)
    where T : class
{
    /// <summary>How a record is written on one line.</summary>
    public JsonTypeInfo<T> Json => json();

    /// <summary>What the row of a record has beside it.</summary>
    public IReadOnlyList<RecordFilter<T>> Filters { get; init; } = [];

    /// <summary>The dataset of the records under a release, with title and columns; null when they have no files of their own.</summary>
    public Func<ReleaseVersion, Dataset<T>>? Dataset { get; init; }

    /// <summary>True for a record that stands in the dataset.</summary>
    public Func<T, bool> IsInDataset { get; init; } = _ => true;

    /// <summary>True for a record by which releases are compared; false for one that follows from other records.</summary>
    public Func<T, bool> IsCompared { get; init; } = _ => true;

    /// <summary>The id of a record.</summary>
    public string IdOf(T record) => id(record);

    /// <summary>The records of a plan, in order.</summary>
    public IReadOnlyList<T> From(Plan plan) => from(plan);

    /// <inheritdoc />
    public override TResult Accept<TResult>(IKindVisitor<TResult> visitor) => visitor.Visit(this);

    internal override IReadOnlyList<object> RecordsOf(Plan plan) => From(plan);

    internal override TableEntry EntryOf(ReleaseFacts facts) => Hashes.Table(this, facts.Of(this));

    internal override RecordSet SetOf(ReleaseFacts facts) => RecordSet.Of(this, facts.Of(this).Where(IsCompared), Json);

    internal override Dataset? FindDataset(ReleaseVersion version) => Dataset?.Invoke(version);

    internal override ReleaseTable? FindTable(Plan plan, ReleaseVersion version) =>
        Dataset is { } dataset ? new ReleaseTable<T>(dataset(version), [.. From(plan).Where(IsInDataset)]) : null;

    internal override void Write(Utf8JsonWriter bundle, Plan plan) => Bundle.Write(bundle, Set, From(plan), Json);
}
