using System.Text.RegularExpressions;
using Microsoft.OpenApi;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>Descriptions without the breaks of the lines that they are written in, which mean nothing to Markdown; paragraphs and lists keep
/// theirs.</summary>
internal sealed partial class PlainDescriptions : OpenApiVisitorBase
{
    private PlainDescriptions() { }

    /// <summary>Mends every description of a document.</summary>
    public static void Mend(OpenApiDocument document) => new OpenApiWalker(new PlainDescriptions()).Walk(document);

    /// <inheritdoc />
    public override void Visit(OpenApiInfo info) => info.Description = Joined(info.Description);

    /// <inheritdoc />
    public override void Visit(OpenApiOperation operation) => operation.Description = Joined(operation.Description);

    /// <inheritdoc />
    public override void Visit(IOpenApiSchema schema) => Mend(schema);

    /// <inheritdoc />
    public override void Visit(IOpenApiParameter parameter) => Mend(parameter);

    /// <inheritdoc />
    public override void Visit(IOpenApiResponse response) => Mend(response);

    /// <inheritdoc />
    public override void Visit(IOpenApiReferenceHolder reference)
    {
        if (reference is OpenApiSchemaReference { Reference: { Description: { } own } target })
            target.Description = Joined(own);
    }

    private static void Mend(IOpenApiDescribedElement described)
    {
        if (described is not IOpenApiReferenceHolder && described.Description is { } own)
            described.Description = Joined(own);
    }

    private static string? Joined(string? text) => text is null ? null : LineBreak().Replace(text, " ");

    [GeneratedRegex(@"(?<!\n)[ \t]*\n[ \t]*(?![\n\-*]|[ \t])")]
    private static partial Regex LineBreak();
}
