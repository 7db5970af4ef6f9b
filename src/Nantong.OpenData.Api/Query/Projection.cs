using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>Which fields of its records a request wants: keys stay where they are, the others are left out.</summary>
/// <param name="Fields">The fields, as they were named.</param>
internal sealed record Projection(IReadOnlyList<Field> Fields)
{
    private readonly Branch root = Branch.Of(Fields);

    /// <summary>What a request may ask for.</summary>
    public const string Rule = "fields of this collection, with commas between them";

    /// <summary>Reads a list of fields: <c>id,name,target.value</c>.</summary>
    public static Parsed<Projection> Parse(string text, FieldSet fields)
    {
        List<Field> named = [];
        foreach (var name in text.Split(','))
        {
            if (fields.Find(name) is not { } field)
                return new Unreadable("fields", name, Rule);
            named.Add(field);
        }

        return new Projection(named);
    }

    /// <summary>True when a field itself was named.</summary>
    public bool Names(Field field) => Fields.Contains(field);

    /// <summary>True when a field is wanted: it was named, or one that holds it.</summary>
    public bool Keeps(Field field) =>
        Fields.Any(named => field.Path == named.Path || field.Path.StartsWith($"{named.Path}.", StringComparison.Ordinal));

    /// <summary>A record with the wanted members alone.</summary>
    public byte[] Cut(JsonElement record)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteMembers(record, json);
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes the wanted members of a record into an object that is open.</summary>
    public void WriteMembers(JsonElement record, Utf8JsonWriter json) => root.WriteMembers(record, json);

    /// <summary>The wanted members of an object, by name; nothing below a name when all of it is wanted.</summary>
    private sealed class Branch
    {
        private readonly Dictionary<string, Branch?> members = new(StringComparer.Ordinal);

        public static Branch Of(IEnumerable<Field> fields)
        {
            var root = new Branch();
            foreach (var field in fields.OrderBy(field => field.Path.Length))
                root.Keep(field.Path.Split('.')); // outer fields first: they make inner ones needless
            return root;
        }

        private void Keep(ReadOnlySpan<string> names)
        {
            if (names is [var last])
            {
                members[last] = null;
                return;
            }

            if (!members.TryGetValue(names[0], out var below))
                members[names[0]] = below = new Branch();
            below?.Keep(names[1..]);
        }

        public void WriteMembers(JsonElement value, Utf8JsonWriter json)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (!members.TryGetValue(member.Name, out var below))
                    continue;
                json.WritePropertyName(member.Name);
                if (below is null)
                    member.Value.WriteTo(json);
                else
                    below.Write(member.Value, json);
            }
        }

        private void Write(JsonElement value, Utf8JsonWriter json)
        {
            if (value.ValueKind is JsonValueKind.Object)
            {
                json.WriteStartObject();
                WriteMembers(value, json);
                json.WriteEndObject();
            }
            else if (value.ValueKind is JsonValueKind.Array)
            {
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Write(element, json);
                json.WriteEndArray();
            }
            else
                value.WriteTo(json);
        }
    }
}
