using System.Text.Json;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>One operation of a JSON Patch (RFC 6902).</summary>
/// <param name="Op"><c>add</c>, <c>remove</c> or <c>replace</c>.</param>
/// <param name="Path">JSON Pointer into the release document.</param>
/// <param name="Value">The value to put there; null for <c>remove</c>.</param>
public sealed record PatchOperation(string Op, string Path, JsonElement? Value);

/// <summary>The exact difference of two releases: applied to the document of one it gives the document of the other.</summary>
/// <remarks>
/// The release document is one object with a member for each kind of record, which is an object of the records by id:
/// <c>{"nodes":{"ch1":{…}},"indicators":{"urbanization-rate":{…}}}</c>. So a path names the record:
/// <c>/indicators/urbanization-rate/target/value</c>.
/// Observations may be too many for one document: it has their number and hash by indicator,
/// <c>{"observations":{"urbanization-rate":{"rows":12000,"sha256":"…"}}}</c>;
/// the rows themselves are in <c>observations.ndjson</c> of the release.
/// </remarks>
public static class JsonPatch
{
    /// <summary>Media type of a patch.</summary>
    public const string MediaType = "application/json-patch+json";

    /// <summary>The operations that turn one release document into the other; none when they are equal.</summary>
    public static IReadOnlyList<PatchOperation> Between(ReleaseContent from, ReleaseContent to)
    {
        List<PatchOperation> operations = [];
        foreach (var kind in from.Sets.Concat(to.Sets).Select(set => set.Kind).DistinctBy(kind => kind.Set))
        {
            var (before, after) = (
                from.Sets.FirstOrDefault(set => set.Kind.Set == kind.Set),
                to.Sets.FirstOrDefault(set => set.Kind.Set == kind.Set)
            );
            var path = JsonDiff.Step(kind.Set);
            if (after is null)
                operations.Add(new("remove", path, null));
            else if (before is null)
                operations.Add(new("add", path, Member(after)));
            else
                operations.AddRange(Between(before, after, path));
        }

        return operations;
    }

    /// <summary>A patch as a JSON document.</summary>
    public static byte[] ToBytes(IReadOnlyList<PatchOperation> patch) =>
        Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var operation in patch)
            {
                writer.WriteStartObject();
                writer.WriteString("op", operation.Op);
                writer.WriteString("path", operation.Path);
                if (operation.Value is { } value)
                {
                    writer.WritePropertyName("value");
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    /// <summary>The release document that patches apply to.</summary>
    public static byte[] Document(ReleaseContent content) =>
        Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var set in content.Sets)
            {
                writer.WritePropertyName(set.Kind.Set);
                Write(writer, set);
            }

            writer.WriteEndObject();
        });

    private static IEnumerable<PatchOperation> Between(RecordSet from, RecordSet to, string path)
    {
        foreach (var id in from.ById.Keys.Where(id => !to.ById.ContainsKey(id)))
            yield return new("remove", path + JsonDiff.Step(id), null);
        foreach (var record in to.Records)
        {
            var place = path + JsonDiff.Step(to.IdOf(record));
            if (!from.ById.TryGetValue(to.IdOf(record), out var former))
                yield return new("add", place, record);
            else
                foreach (var difference in JsonDiff.Compare(former, record, place))
                    yield return Operation(difference);
        }
    }

    private static PatchOperation Operation(JsonDifference difference) =>
        difference switch
        {
            { To: null } => new("remove", difference.Path, null),
            { From: null } => new("add", difference.Path, difference.To),
            _ => new("replace", difference.Path, difference.To),
        };

    private static JsonElement Member(RecordSet set)
    {
        var reader = new Utf8JsonReader(Json(writer => Write(writer, set)));
        return JsonElement.ParseValue(ref reader);
    }

    private static void Write(Utf8JsonWriter writer, RecordSet set)
    {
        writer.WriteStartObject();
        foreach (var record in set.Records)
        {
            writer.WritePropertyName(set.IdOf(record));
            record.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private static byte[] Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = ChangeJson.Line.Options.Encoder }))
            write(writer);
        return bytes.ToArray();
    }
}
