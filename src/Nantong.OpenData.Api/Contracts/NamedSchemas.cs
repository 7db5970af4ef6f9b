using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>Gives names to what the document would describe in place, since generators of clients make a type of each schema: named, it is called by
/// its name and made once; in place it becomes <c>Response27</c>.</summary>
internal static class NamedSchemas
{
    private const string ExtensibleEnum = "x-extensible-enum";

    /// <summary>Names the answers and the choices of forms, and says of each list of words that its words are text.</summary>
    public static void Name(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>().Where(schema => schema is { Enum: not null }))
        {
            schema.Type ??= JsonSchemaType.String;
            Open(schema);
        }

        foreach (var holder in document.Components.Schemas.Values.OfType<OpenApiSchema>().Where(schema => schema.Properties is not null).ToList())
        {
            foreach (var (name, member) in holder.Properties!.ToList())
            {
                if (
                    member is OpenApiSchema
                    {
                        OneOf: [
                            OpenApiSchema { Type: JsonSchemaType.Null },
                            OpenApiSchemaReference { Target: OpenApiSchema { Type: JsonSchemaType.String } text },
                        ]
                    } nullable
                )
                    holder.Properties![name] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String | JsonSchemaType.Null,
                        Pattern = text.Pattern,
                        Description = nullable.Description ?? text.Description,
                    };
                else if (!Ascii.IsValid(name) && member is OpenApiSchema { Type: { } type } schema && type.HasFlag(JsonSchemaType.Null))
                    holder.Properties![name] = Share(schema, type, document);
            }
        }

        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            NameAnswer(operation, document);
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name is "format") ?? [])
                NameForms(parameter, document);
        }
    }

    /// <summary>A list of words with hyphens is no enum: generators that know a word by the name of a member (NSwag with System.Text.Json) cannot
    /// read one that is no name. Its words stand beside it, as codelists do that may grow.</summary>
    private static void Open(OpenApiSchema schema)
    {
        if (schema.Enum!.All(word => !$"{word}".Contains('-', StringComparison.Ordinal)))
            return;
        schema.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        schema.Extensions[ExtensibleEnum] = new JsonNodeExtension(new JsonArray([.. schema.Enum!.Select(word => word.DeepClone())]));
        schema.Enum = null;
    }

    /// <summary>What may be null, under a name that is no Latin one, is called by its type: <c>StringOrNull</c>. Generators that make a type of each
    /// such member leave out of its name what is not Latin, so that all would have one name.</summary>
    private static OpenApiSchemaReference Share(OpenApiSchema schema, JsonSchemaType type, OpenApiDocument document)
    {
        var called = $"{type & ~JsonSchemaType.Null}OrNull";
        if (!document.Components!.Schemas!.ContainsKey(called))
            document.AddComponent<IOpenApiSchema>(called, new OpenApiSchema { Type = type, Format = schema.Format });
        return new OpenApiSchemaReference(called, document) { Description = schema.Description };
    }

    /// <summary>An answer is called by its resource: <c>IndicatorAnswer</c>.</summary>
    private static void NameAnswer(OpenApiOperation operation, OpenApiDocument document)
    {
        if (operation.Responses is null || !operation.Responses.TryGetValue("200", out var answer))
            return;
        if (answer.Content is null || !answer.Content.TryGetValue(Format.Json.MediaType, out var media) || media is not OpenApiMediaType json)
            return;
        if (json.Schema is not OpenApiSchema { AllOf: [OpenApiSchemaReference { Reference.Id: { } resource }, ..] } whole)
            return;

        var name = $"{resource}Answer";
        if (!document.Components!.Schemas!.ContainsKey(name))
            document.AddComponent<IOpenApiSchema>(name, whole);
        json.Schema = new OpenApiSchemaReference(name, document);
    }

    /// <summary>The forms that may be chosen among are called by their extensions: <c>FormatJsonCsv</c>.</summary>
    private static void NameForms(OpenApiParameter parameter, OpenApiDocument document)
    {
        if (parameter.Schema is not OpenApiSchema { Enum: { } forms } choice)
            return;

        var words = forms.SelectMany(form => $"{form}".Split('.'));
        var name = $"Format{string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}";
        if (!document.Components!.Schemas!.ContainsKey(name))
            document.AddComponent<IOpenApiSchema>(name, choice);
        parameter.Schema = new OpenApiSchemaReference(name, document);
    }
}
