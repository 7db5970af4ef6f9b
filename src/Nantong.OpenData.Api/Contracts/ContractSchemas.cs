using System.Text.Json;
using Microsoft.OpenApi;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>Schemas of the document as readers of it need them: by name, and free to be null.</summary>
internal static class ContractSchemas
{
    /// <summary>What was described in place, because it was asked for by itself, is described by its name; in place the framework forgets that it may
    /// be null.</summary>
    public static void ReferToComponents(IOpenApiSchema schema, OpenApiDocument document)
    {
        if (schema is not OpenApiSchema whole)
            return;
        foreach (var (name, property) in whole.Properties?.ToArray() ?? [])
            whole.Properties![name] = Named(property);
        if (whole.Items is { } items)
            whole.Items = Named(items);

        IOpenApiSchema Named(IOpenApiSchema part)
        {
            ReferToComponents(part, document);
            if (
                part is not OpenApiSchema { Metadata: { } marks }
                || !marks.TryGetValue("x-schema-id", out var id)
                || id is not string { Length: > 0 } name
            )
                return part;
            if (!document.Components!.Schemas!.ContainsKey(name))
                document.AddComponent(name, part);
            var reference = new OpenApiSchemaReference(name, document)
            {
                Description = marks.TryGetValue("x-ref-description", out var text) ? text as string : null,
            };
            return marks.ContainsKey("x-is-nullable-property")
                ? new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] }
                : reference;
        }
    }

    /// <summary>A member that may be null is described outside of the choice. One that may hold any JSON value is described by nothing: a choice
    /// between null and anything fails for null, which is both.</summary>
    public static void SettleChoices(OpenApiDocument document)
    {
        foreach (var schema in document.Components?.Schemas?.Values ?? [])
        foreach (var (name, property) in schema.Properties?.ToArray() ?? [])
            if (property.OneOf?.OfType<OpenApiSchemaReference>().FirstOrDefault() is { } other)
                schema.Properties![name] = new OpenApiSchema
                {
                    Description = other.Description,
                    OneOf =
                        other.Reference.Id == nameof(JsonElement)
                            ? null
                            : [new OpenApiSchema { Type = JsonSchemaType.Null }, new OpenApiSchemaReference(other.Reference.Id!, document)],
                };
        document.Components?.Schemas?.Remove(nameof(JsonElement));
    }
}
