using Microsoft.OpenApi;
using Nantong.OpenData.Api.Formats;

namespace Nantong.OpenData.Api.Conventions;

/// <summary>Gives names to what the document would describe in place, since generators of clients make a type of each schema: named, it is called by its name
/// and made once; in place it becomes <c>Response27</c>.</summary>
internal static class NamedSchemas
{
    /// <summary>Names the answers and the choices of forms, and says of each list of words that its words are text.</summary>
    public static void Name(OpenApiDocument document)
    {
        foreach (var schema in document.Components!.Schemas!.Values.OfType<OpenApiSchema>().Where(schema => schema is { Enum: not null, Type: null }))
            schema.Type = JsonSchemaType.String;
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>()))
        {
            NameAnswer(operation, document);
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name is "format") ?? []) NameForms(parameter, document);
        }
    }

    /// <summary>An answer is called by its resource: <c>IndicatorAnswer</c>.</summary>
    private static void NameAnswer(OpenApiOperation operation, OpenApiDocument document)
    {
        if (operation.Responses is null || !operation.Responses.TryGetValue("200", out var answer)) return;
        if (answer.Content is null || !answer.Content.TryGetValue(Format.Json.MediaType, out var media) || media is not OpenApiMediaType json) return;
        if (json.Schema is not OpenApiSchema { AllOf: [OpenApiSchemaReference { Reference.Id: { } resource }, ..] } whole) return;

        var name = $"{resource}Answer";
        if (!document.Components!.Schemas!.ContainsKey(name)) document.AddComponent<IOpenApiSchema>(name, whole);
        json.Schema = new OpenApiSchemaReference(name, document);
    }

    /// <summary>The forms that may be chosen among are called by their extensions: <c>FormatJsonCsv</c>.</summary>
    private static void NameForms(OpenApiParameter parameter, OpenApiDocument document)
    {
        if (parameter.Schema is not OpenApiSchema { Enum: { } forms } choice) return;

        var name = $"Format{string.Concat(forms.Select(form => string.Concat($"{form}".Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))))}";
        if (!document.Components!.Schemas!.ContainsKey(name)) document.AddComponent<IOpenApiSchema>(name, choice);
        parameter.Schema = new OpenApiSchemaReference(name, document);
    }
}
