using System.Text.Json;
using Nantong.OpenData.Api.Formats;

namespace Nantong.OpenData.Api.Catalogue;

/// <summary>Writes resources as JSON-LD 1.1, with its context inside: a reader needs nothing from elsewhere.</summary>
internal static class JsonLd
{
    /// <summary>The document, as UTF-8.</summary>
    public static byte[] Write(IReadOnlyList<RdfResource> resources)
    {
        using var bytes = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = Wire.Json.Options.Encoder,
                }
            )
        )
        {
            json.WriteStartObject();
            json.WriteStartObject("@context");
            foreach (var (prefix, iri) in Vocabulary.Prefixes)
                json.WriteString(prefix, iri);
            json.WriteEndObject();
            json.WriteStartArray("@graph");
            foreach (var resource in resources)
                Write(json, resource);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. bytes.ToArray(), (byte)'\n'];
    }

    private static void Write(Utf8JsonWriter json, RdfResource resource)
    {
        json.WriteStartObject();
        if (resource.Iri is { } iri)
            json.WriteString("@id", Vocabulary.Iri(iri));
        json.WriteStartArray("@type");
        foreach (var type in resource.Types)
            json.WriteStringValue(type);
        json.WriteEndArray();
        foreach (var property in resource.Said)
        {
            json.WriteStartArray(property.Key);
            foreach (var value in property)
                Write(json, value);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RdfValue value)
    {
        if (value is RdfValue.Nested nested)
        {
            Write(json, nested.Resource);
            return;
        }

        json.WriteStartObject();
        switch (value)
        {
            case RdfValue.Link link:
                json.WriteString("@id", Vocabulary.Iri(link.Iri));
                break;
            case RdfValue.Text text:
                json.WriteString("@value", text.Value);
                if (text.Language is not null)
                    json.WriteString("@language", text.Language);
                break;
            case RdfValue.Typed typed:
                json.WriteString("@value", typed.Value);
                json.WriteString("@type", typed.Datatype);
                break;
        }

        json.WriteEndObject();
    }
}
