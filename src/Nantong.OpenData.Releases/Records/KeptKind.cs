using System.Text.Json;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Releases.Records;

/// <summary>A kind of record that a release keeps in a table: what can be done with its records whatever they are made of.</summary>
public abstract class KeptKind : RecordKind
{
    private protected KeptKind(string set, string type)
        : base(set, type) { }

    /// <summary>True for text, indicators and columns, which releases had from the start: their tables stand first in the manifest, and their rows
    /// have a column for each member. Rows of other kinds hold the record as a whole.</summary>
    public bool IsCore { get; init; }

    /// <summary>Calls back with the type of the records.</summary>
    /// <typeparam name="TResult">What the caller makes of the kind.</typeparam>
    public abstract TResult Accept<TResult>(IKindVisitor<TResult> visitor);

    /// <summary>The records of a plan, in order.</summary>
    internal abstract IReadOnlyList<object> RecordsOf(Plan plan);

    /// <summary>The entry of their table in the manifest.</summary>
    internal abstract TableEntry EntryOf(ReleaseFacts facts);

    /// <summary>The records as they are compared.</summary>
    internal abstract RecordSet SetOf(ReleaseFacts facts);

    /// <summary>Their dataset; null when they have none.</summary>
    internal abstract Dataset? FindDataset(ReleaseVersion version);

    /// <summary>Their dataset, filled; null when they have none.</summary>
    internal abstract ReleaseTable? FindTable(Plan plan, ReleaseVersion version);

    /// <summary>Writes the records as a member of the bundle.</summary>
    internal abstract void Write(Utf8JsonWriter bundle, Plan plan);
}

/// <summary>Makes something of a kind that depends on the type of its records, such as their rows in a store.</summary>
/// <typeparam name="TResult">What is made.</typeparam>
public interface IKindVisitor<out TResult>
{
    /// <summary>Called with the kind.</summary>
    /// <typeparam name="T">The record.</typeparam>
    TResult Visit<T>(RecordKind<T> kind)
        where T : class;
}
