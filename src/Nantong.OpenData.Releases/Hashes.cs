using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Observations;

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

    /// <summary>Entry of table <c>nodes</c>.</summary>
    /// <param name="nodes">The nodes, in reading order, without children.</param>
    public static TableEntry Nodes(IReadOnlyList<Node> nodes) => Table("nodes", nodes, RecordJson.Line.Node);

    /// <summary>Entry of table <c>indicators</c>.</summary>
    public static TableEntry Indicators(IReadOnlyList<Indicator> indicators) => Table("indicators", indicators, RecordJson.Line.Indicator);

    /// <summary>Entry of table <c>columns</c>.</summary>
    public static TableEntry Columns(IReadOnlyList<Column> columns) => Table("columns", columns, RecordJson.Line.Column);

    /// <summary>Entry of table <c>changes</c>: what a release changed in its predecessor.</summary>
    public static TableEntry Changes(IReadOnlyList<Change> changes) => Table("changes", changes, ChangeJson.Line.Change);

    /// <summary>Entry of table <c>commitments</c>.</summary>
    public static TableEntry Commitments(IReadOnlyList<Commitment> commitments) => Table("commitments", commitments, RecordJson.Line.Commitment);

    /// <summary>Entry of table <c>exclusions</c>.</summary>
    public static TableEntry Exclusions(IReadOnlyList<Exclusion> exclusions) => Table("exclusions", exclusions, RecordJson.Line.Exclusion);

    /// <summary>Entry of table <c>places</c>.</summary>
    public static TableEntry Places(IReadOnlyList<Place> places) => Table("places", places, RecordJson.Line.Place);

    /// <summary>Entry of table <c>structures</c>.</summary>
    public static TableEntry Structures(IReadOnlyList<SpatialStructure> structures) =>
        Table("structures", structures, RecordJson.Line.SpatialStructure);

    /// <summary>Entry of table <c>findings</c>.</summary>
    public static TableEntry Findings(IReadOnlyList<Finding> findings) => Table("findings", findings, RecordJson.Line.Finding);

    /// <summary>Entry of table <c>errata</c>.</summary>
    public static TableEntry Errata(IReadOnlyList<Erratum> errata) => Table("errata", errata, RecordJson.Line.Erratum);

    /// <summary>Entry of table <c>observations</c>, made from the hashes of its parts: the rows need not be there together.</summary>
    public static TableEntry Observations(IReadOnlyList<ObservationPart> parts) =>
        new("observations", parts.Sum(part => part.Rows), Of(Encoding.UTF8.GetBytes(Sums(parts.Select(part => (part.Indicator, part.Sha256))))));

    /// <summary>Entries of the tables of all facts, in name order.</summary>
    public static IReadOnlyList<TableEntry> Facts(ReleaseFacts facts) =>
        [
            Commitments(facts.Commitments),
            Errata(facts.Errata),
            Exclusions(facts.Exclusions),
            Findings(facts.Findings),
            Places(facts.Places),
            Structures(facts.SpatialStructures),
        ];

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
    private static TableEntry Table<T>(string name, IReadOnlyList<T> records, JsonTypeInfo<T> json)
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
