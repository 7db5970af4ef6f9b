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
public sealed record Document<T>(string Plan, ReleaseVersion Release, Authority Authority, License License, IReadOnlyList<T> Items);

/// <summary><c>indicators.json</c> and <c>columns.json</c>.</summary>
internal static class JsonFile
{
    public const string MediaType = "application/json";

    public static FileContent Indicators(Plan plan, ReleaseVersion version) =>
        Write(plan, version, plan.Indicators, RecordJson.Indented.DocumentIndicator);

    public static FileContent Columns(Plan plan, ReleaseVersion version) =>
        Write(plan, version, plan.Columns, RecordJson.Indented.DocumentColumn);

    private static FileContent Write<T>(Plan plan, ReleaseVersion version, IReadOnlyList<T> items, JsonTypeInfo<Document<T>> json)
    {
        var document = new Document<T>(plan.About.Id, version, plan.About.Authority, plan.About.License, items);
        return new FileContent((byte[])[.. RecordJson.ToBytes(document, json), (byte)'\n'], items.Count);
    }
}
