using Microsoft.OpenApi;
using Nantong.OpenData.Api.Lists;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What the OpenAPI document says of what comes with records when a request wants it: it stands in the items of their lists.</summary>
internal static class IncludedContract
{
    /// <summary>Says it of the lists of all records that something can come with.</summary>
    public static void Describe(OpenApiDocument document, IEnumerable<Filterable> asked)
    {
        foreach (var records in asked.Where(asked => asked.Expansions is not []).Select(asked => asked.Records).Distinct())
        {
            var items = (OpenApiSchema)document.Components!.Schemas![$"ListingOf{records}"].Properties!["items"];
            items.Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AllOf = [items.Items!],
                Properties = new Dictionary<string, IOpenApiSchema> { ["included"] = new OpenApiSchemaReference(nameof(Included), document) },
            };
        }
    }
}
