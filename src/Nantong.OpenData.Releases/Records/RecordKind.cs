namespace Nantong.OpenData.Releases.Records;

/// <summary>One kind of record, as releases are compared by it. What a release keeps in a table is a <see cref="RecordKind{T}"/>.</summary>
/// <param name="set">Name of the records together, and of their member in the release document: <c>nodes</c>.</param>
/// <param name="type">What one of them is called in a change: <c>node</c>.</param>
/// <remarks>Members are given as JSON Pointers; one covers all that lies below it, <c>*</c> stands for any position.</remarks>
public class RecordKind(string set, string type)
{
    /// <summary>Name of the records together, of their table, and of their member in the release document: <c>nodes</c>.</summary>
    public string Set { get; } = set;

    /// <summary>What one of them is called in a change: <c>node</c>.</summary>
    public string Type { get; } = type;

    /// <summary>Where the records come from.</summary>
    public RecordOrigin Origin { get; init; }

    /// <summary>The member that names a record.</summary>
    public string Id { get; init; } = "/id";

    /// <summary>The member that says what a record is about: by it a record is found again under another id. Null when only the id tells.</summary>
    public string? Text { get; init; }

    /// <summary>The member that holds the id of the node which a record was read from; null when there is none.</summary>
    public string? Node { get; init; }

    /// <summary>True when a record bears the id of its node, which counts positions.</summary>
    internal bool IsNamedByNode => Node == Id;

    /// <summary>True when the ids count the records of a node, so that one more gives another id to those behind it there: a record is found again by
    /// its node, text and subject.</summary>
    public bool IsCounted { get; init; }

    /// <summary>The member that, of counted records in one node, tells those with the same text apart; null when there is none.</summary>
    public string? Subject { get; init; }

    /// <summary>Members that hold the id of a node: they do not change when the node alone moves.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Members that follow from other members of the record: told of only when nothing else of the record changed.</summary>
    public IReadOnlyList<string> Follows { get; init; } = [];

    /// <summary>Members that say where a record stands: told of only when nothing of the record changed and nothing can have pushed it.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Members written by the editors in a record that was read from the source.</summary>
    public IReadOnlyList<string> Editorial { get; init; } = [];

    /// <summary>Members that other records hold too: left to those.</summary>
    public IReadOnlyList<string> Elsewhere { get; init; } = [];

    /// <summary>Ids within a record.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The unit of the record's numbers.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Members that say how others are to be understood.</summary>
    public IReadOnlyList<string> Meaning { get; init; } = [];

    /// <summary>The numbers of the record.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>True when a record stands for rows that are compared one by one: it differs when they do, and that is told of them.</summary>
    public bool IsDigest { get; init; }

    /// <summary>A list of records within the record, compared as records of their own; null when there is none.</summary>
    public RecordKind? Parts { get; init; }

    /// <summary>True when one of the pointers covers a path.</summary>
    public static bool Covers(IReadOnlyList<string> pointers, string path) => pointers.Any(pointer => Covers(pointer, path));

    private static bool Covers(string pointer, string path)
    {
        var given = path.AsSpan().Split('/');
        foreach (var step in pointer.AsSpan().Split('/'))
        {
            if (!given.MoveNext())
                return false;
            if (pointer.AsSpan()[step] is not "*" && !pointer.AsSpan()[step].SequenceEqual(path.AsSpan()[given.Current]))
                return false;
        }

        return true;
    }
}
