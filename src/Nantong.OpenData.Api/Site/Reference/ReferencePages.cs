using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site.Reference;

/// <summary>The API for people: every operation in a list, and each with its parameters, samples and the fields of its answer. It needs no
/// script.</summary>
internal static partial class ReferencePages
{
    /// <summary>Names one operation.</summary>
    public static QueryParameter Operation { get; } =
        new("operation", "Id of an operation: its parameters, samples and fields alone.", "string") { Example = "listIndicators" };

    /// <summary>Every operation, by tag.</summary>
    public static PageContent OfAll(PageView view, ApiReference reference) =>
        new(
            view.Say("接口文档", "API reference"),
            Slice.Fill<Templates.Reference, ReferenceModel>(
                new(view, [.. reference.Tags.Select(tag => (tag, reference.Operations.Where(operation => operation.Tag == tag.Name).ToList()))])
            )
        )
        {
            Description = view.Say("全部网址、参数与返回内容。", "Every address of the API, with its parameters and answers."),
        };

    /// <summary>One operation.</summary>
    public static PageContent Of(PageView view, ApiReference reference, OperationEntry operation) =>
        new(operation.Summary, Slice.Fill<Templates.ReferenceOperation, OperationModel>(new(view, operation, reference.SchemasOf(operation.Schema))))
        {
            Description = $"{operation.Method} {operation.Path}: {operation.Summary}",
        };

    /// <summary>A sentence of the contract in parts: what stands in backticks is code.</summary>
    public static IEnumerable<(string Text, bool IsCode)> Parts(string text) =>
        Backticks().Split(text).Select((part, index) => (part, index % 2 is 1)).Where(part => part.part is not "");

    [GeneratedRegex("`([^`]*)`")]
    private static partial Regex Backticks();
}

/// <summary>The list of operations as a page shows it.</summary>
internal sealed record ReferenceModel(PageView View, IReadOnlyList<((string Name, string Description) Tag, List<OperationEntry> Operations)> Groups);

/// <summary>An operation as its page shows it.</summary>
/// <param name="View">From where it is looked at.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Schemas">The schema of its answer and those that it names.</param>
internal sealed record OperationModel(PageView View, OperationEntry Operation, IReadOnlyList<SchemaEntry> Schemas);
