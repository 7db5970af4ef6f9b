using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Observations;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases;

/// <summary>The hashes of a release: SHA-256 everywhere, written as lower-case hexadecimal digits.</summary>
public static class Hashes
{
    /// <summary>Hash of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Hash of one record as the JSON line that tables are hashed over, its line feed left out.</summary>
    public static string OfRecord<T>(T record, JsonTypeInfo<T> json) => Of(RecordJson.ToBytes(record, json));

    /// <summary>Entry of table <c>releases</c>: its one row.</summary>
    public static TableEntry Head(ReleaseHead head) => Table("releases", [head], RecordJson.Line.ReleaseHead);

    /// <summary>Entry of table <c>changes</c>: what a release changed in its predecessor.</summary>
    public static TableEntry Changes(IReadOnlyList<Change> changes) => Table("changes", changes, ChangeJson.Line.Change);

    /// <summary>Entry of table <c>observations</c>, made from the hashes of its parts: the rows need not be there together.</summary>
    public static TableEntry Observations(IReadOnlyList<ObservationPart> parts) =>
        new("observations", parts.Sum(part => part.Rows), Of(Encoding.UTF8.GetBytes(Sums(parts.Select(part => (part.Indicator, part.Sha256))))));

    /// <summary>Entry of the table of a kind of record.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="records">The records, in order.</param>
    public static TableEntry Table<T>(RecordKind<T> kind, IReadOnlyList<T> records)
        where T : class => Table(kind.Set, records, kind.Json);

    /// <summary>Entries of the tables of all kinds: text, indicators and columns first, the others after them, each in name order.</summary>
    public static IReadOnlyList<TableEntry> Tables(ReleaseFacts facts) =>
        [.. facts.Kinds.OrderBy(kind => !kind.IsCore).ThenBy(kind => kind.Set, StringComparer.Ordinal).Select(kind => kind.EntryOf(facts))];

    /// <summary>The hash that tells one content from another: over files and tables, whatever their order. Changes are left out: they depend on the
    /// predecessor too.</summary>
    public static string Content(IEnumerable<FileEntry> files, IEnumerable<TableEntry> tables)
    {
        var lines = files
            .Select(file => (Of: file.Path, file.Sha256))
            .Concat(tables.Where(table => table.Name != "changes").Select(table => (Of: $"table:{table.Name}", table.Sha256)))
            .OrderBy(line => line.Of, StringComparer.Ordinal)
            .Select(line => $"{line.Sha256}  {line.Of}\n");
        return Of(Encoding.UTF8.GetBytes(string.Concat(lines)));
    }

    /// <summary>One hash over several tables: over the lines <c>sha256  name</c>, sorted by name.</summary>
    internal static string Together(IEnumerable<TableEntry> tables) =>
        Of(Encoding.UTF8.GetBytes(Sums(tables.Select(table => (table.Name, table.Sha256)))));

    /// <summary>The lines of <c>SHA256SUMS</c>, in name order.</summary>
    public static string Sums(IEnumerable<(string Path, string Sha256)> files) =>
        string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256}  {file.Path}\n"));

    /// <summary>Entry of any table: number of records, and the hash over them as JSON, one line each.</summary>
    public static TableEntry Table<T>(string name, IReadOnlyList<T> records, JsonTypeInfo<T> json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in records)
        {
            hash.AppendData(RecordJson.ToBytes(record, json));
            hash.AppendData("\n"u8);
        }

        return new TableEntry(name, records.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
