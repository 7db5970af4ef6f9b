using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What may be asked of the shape of records, whatever they are.</summary>
internal static class RecordShape
{
    /// <summary>What may stand in <c>include</c>.</summary>
    public const string Rule = "what this collection includes on demand, with commas between";
}

/// <summary>The shape in which a request wants records: which fields, what else, and whether each says its release.</summary>
/// <param name="Record">How a record is written when nothing is asked for.</param>
/// <param name="Projection">Which fields; null for all.</param>
/// <param name="Include">What else; null for nothing.</param>
internal sealed record RecordShape<T>(JsonTypeInfo<T> Record, Projection? Projection, Func<T, Included>? Include)
{
    /// <summary>True when records are written as their contract says.</summary>
    public bool IsPlain => Projection is null && Include is null;

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="json">Where to.</param>
    /// <param name="release">Its release, where each record is to name it.</param>
    public void Write(T record, Utf8JsonWriter json, ReleaseVersion? release = null)
    {
        var whole = JsonSerializer.SerializeToElement(record, Record);
        json.WriteStartObject();
        if (Projection is not null)
            Projection.WriteMembers(whole, json);
        else
            foreach (var member in whole.EnumerateObject())
                member.WriteTo(json);
        if (Include is not null)
        {
            json.WritePropertyName("included");
            JsonSerializer.Serialize(json, Include(record), Wire.Json.Included);
        }

        if (release is { } version && !whole.TryGetProperty("release", out _))
            json.WriteString("release", version.ToString());
        json.WriteEndObject();
    }

    /// <summary>Reads which expansions a request wants.</summary>
    public static Parsed<IReadOnlyList<Expansion<T>>> Parse(string names, IReadOnlyList<Expansion<T>> known)
    {
        List<Expansion<T>> wanted = [];
        foreach (var name in names.Split(','))
        {
            if (known.FirstOrDefault(expansion => expansion.Name == name) is not { } expansion)
                return new Unreadable("include", name, RecordShape.Rule);
            if (!wanted.Contains(expansion))
                wanted.Add(expansion);
        }

        return wanted.ToArray();
    }
}
