using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>The records of one kind in one release, as JSON.</summary>
public sealed class RecordSet
{
    /// <summary>Takes records as they are stored.</summary>
    /// <exception cref="ArgumentException">Two of them have the same id.</exception>
    public RecordSet(RecordKind kind, IEnumerable<JsonElement> records)
    {
        Kind = kind;
        Records = [.. records];
        ById = Records.ToDictionary(record => Find(record, kind.Id) ?? "", StringComparer.Ordinal);
    }

    /// <summary>What they are.</summary>
    public RecordKind Kind { get; }

    /// <summary>The records, in their order.</summary>
    public IReadOnlyList<JsonElement> Records { get; }

    /// <summary>The records by their id.</summary>
    public IReadOnlyDictionary<string, JsonElement> ById { get; }

    /// <summary>Writes records as the JSON that they are stored as.</summary>
    public static RecordSet Of<T>(RecordKind kind, IEnumerable<T> records, JsonTypeInfo<T> json) =>
        new(kind, records.Select(record => JsonSerializer.SerializeToElement(record, json)));

    /// <summary>The id of a record.</summary>
    internal string IdOf(JsonElement record) => Find(record, Kind.Id) ?? "";

    /// <summary>The records within these, as a set of their own; null when this kind has none.</summary>
    internal RecordSet? Parts() =>
        Kind.Parts is { } parts
            ? new RecordSet(
                parts,
                from record in Records
                where record.TryGetProperty(parts.Set, out var list) && list.ValueKind is JsonValueKind.Array
                from part in record.GetProperty(parts.Set).EnumerateArray()
                select part
            )
            : null;

    /// <summary>The string at a pointer; null when there is no string.</summary>
    internal static string? Find(JsonElement record, string? pointer)
    {
        foreach (var step in (pointer ?? "").Split('/').Skip(1))
        {
            if (
                record.ValueKind is JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && at < record.GetArrayLength()
            )
                record = record[at];
            else if (record.ValueKind is not JsonValueKind.Object || !record.TryGetProperty(step, out record))
                return null;
        }

        return record.ValueKind is JsonValueKind.String ? record.GetString() : null;
    }
}
