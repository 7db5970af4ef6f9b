using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What else the release says about a resource.</summary>
/// <param name="References">The other records that belong to it.</param>
public sealed record CrossReferences(References References);

/// <summary>The other records that belong to a resource, as ids with links; each list in the order of its collection, empty when there is
/// none.</summary>
/// <param name="Nodes">Nodes of the text that speak of it; empty for a node itself.</param>
/// <param name="Indicators">Indicators that stand in it, or that its quantities belong to.</param>
/// <param name="Commitments">Commitments that stand in it, or that belong to it.</param>
/// <param name="Places">Places that it names or is made of; for a place, the one it lies in and those that lie in it.</param>
/// <param name="Structures">Spatial structures that it names or is a member of.</param>
/// <param name="Errata">Known defects of the source in it.</param>
/// <param name="Findings">Findings of the rules of consistency about it.</param>
public sealed record References(
    IReadOnlyList<Reference> Nodes,
    IReadOnlyList<Reference> Indicators,
    IReadOnlyList<Reference> Commitments,
    IReadOnlyList<Reference> Places,
    IReadOnlyList<Reference> Structures,
    IReadOnlyList<Reference> Errata,
    IReadOnlyList<Reference> Findings
);

/// <summary>One record of the same release.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Href">Its address, at exactly this release.</param>
public sealed record Reference(string Id, string Href);

/// <summary>A resource of a release whose answer also lists the records that belong to it.</summary>
internal sealed class CrossReferenced<T>(Representation<T> answer, References references) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context) => answer.ExecuteAsync(context, references);

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        Representation<T>.PopulateMetadata(method, builder);
        builder.Metadata.Add(new AlsoAnswers(typeof(CrossReferences)));
    }
}
