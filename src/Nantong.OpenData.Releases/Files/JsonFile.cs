using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Releases.Files;

/// <summary>A data file as JSON: the records, and what nobody should separate from them.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Release">The release that the file belongs to.</param>
/// <param name="Authority">Who speaks here, and who does not.</param>
/// <param name="License">Licence of what we add.</param>
/// <param name="Items">The records, in printed order.</param>
public sealed record Document<T>(string Plan, ReleaseVersion Release, Authority Authority, License License, IReadOnlyCollection<T> Items);

/// <summary>JSON files: indented, ended by a line feed, written piece by piece.</summary>
internal static class JsonFile
{
    public const string MediaType = "application/json";

    /// <summary>Writes records with what nobody should separate from them.</summary>
    public static int Write<T>(Stream stream, ReleaseDraft draft, IReadOnlyCollection<T> items, JsonTypeInfo<Document<T>> json)
    {
        var about = draft.Plan.About;
        Write(stream, new Document<T>(about.Id, draft.Version, about.Authority, about.License, items), json);
        return items.Count;
    }

    /// <summary>Writes one value as a file.</summary>
    public static void Write<T>(Stream stream, T value, JsonTypeInfo<T> json)
    {
        JsonSerializer.Serialize(stream, value, json);
        stream.WriteByte((byte)'\n');
    }
}
