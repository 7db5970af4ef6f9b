using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What the OpenAPI document says of filters: every field by its name, read off the same fields that requests are checked with.</summary>
internal static class FilterContract
{
    /// <summary>The conditions that lists of such records understand, as one parameter whose members are parameters of their own; written once in the
    /// document.</summary>
    public static IOpenApiParameter Refer(Filterable asked, OpenApiDocument document)
    {
        var name = $"FilterOf{asked.Records}";
        document.AddComponent<IOpenApiParameter>(name, Describe(asked.Fields));
        return new OpenApiParameterReference(name, document);
    }

    private static OpenApiParameter Describe(FieldSet fields) =>
        new()
        {
            Name = "filter",
            In = ParameterLocation.Query,
            Style = ParameterStyle.Form,
            Explode = true,
            Description = $"""
                Conditions, all of which must hold. Each is a parameter of its own: the JSON path of a field, and an operator in brackets
                (`target.value[gte]=70`); without one it means `eq`.
                `filter[target.value]=70` and `filter[target.value[gte]]=70`, as clients send an object by default, mean the same, and so does one
                text with all conditions, `filter=target.value[gte]=70&category.id=city-function`, escaped; one condition in two spellings is
                refused.
                Underscores in place of the dots are understood, too (`target_value[gte]=70`), and the heads of CSV columns
                (`unit_code=%25`).{StandIns(
                    fields
                )} Of a list any element counts; `ne` and `nin` are the opposites of `eq` and `in`, so they keep records without a value.
                `in` and `nin` take up to {Filter.MaxValues} values with commas between them, `isnull` takes `true` or `false`, all others one
                value. Up to {Filter.MaxConditions} conditions.
                {string.Join(
                    " ",
                    new[] { FieldKind.Text, FieldKind.Number, FieldKind.Boolean }.Select(kind => $"Operators of {kind.Name}: {Words(kind)}.")
                )} Dates, date-times and versions are compared as numbers are.
                """,
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object | JsonSchemaType.String,
                Properties = fields.All.ToDictionary(NameOf, IOpenApiSchema (field) => SchemaOf(field)),
                AdditionalProperties = new OpenApiSchema { Description = "A field with an operator in brackets." },
            },
        };

    private static string StandIns(FieldSet fields) =>
        string.Concat(fields.StandIns.Select(standIn => $" `{standIn.Key}` alone means `{standIn.Value.Path}`."));

    private static string NameOf(Field field) => field.Kind == FieldKind.Whole ? $"{field.Path}[{Operator.IsNull.Word}]" : field.Path;

    private static OpenApiSchema SchemaOf(Field field) =>
        new()
        {
            Type =
                field.Kind == FieldKind.Number ? JsonSchemaType.Number
                : field.Kind == FieldKind.Boolean || field.Kind == FieldKind.Whole ? JsonSchemaType.Boolean
                : JsonSchemaType.String,
            Format = field.Kind == FieldKind.Date || field.Kind == FieldKind.Instant ? field.Kind.Name : null,
            Examples = field.Codes is [] ? null : [.. field.Codes.Select(code => (JsonNode)code)],
        };

    private static string Words(FieldKind kind) => string.Join(", ", kind.Operators.Select(op => op.Word));
}
