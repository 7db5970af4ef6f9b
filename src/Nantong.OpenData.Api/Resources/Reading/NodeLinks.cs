using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;

namespace Nantong.OpenData.Api.Resources.Reading;

/// <summary>What a node of the text is linked with, without the text.</summary>
/// <param name="Id">Id of the node.</param>
/// <param name="Path">Path of the node below <c>/text</c>.</param>
/// <param name="Type">What the node is.</param>
/// <param name="Sha256">SHA-256 of its text, to tell whether it is the text that a reader has.</param>
public sealed record NodeLinks(string Id, string Path, NodeType Type, string Sha256)
{
    /// <remarks>A path of several segments arrives here as one: see <see cref="NodePaths"/>.</remarks>
    internal static void Map(RouteGroupBuilder plan) =>
        plan.MapMethods("/text/{path}/links", Verbs.Read, Get)
            .Named("getNodeLinks", "What belongs to a node and all below it: commitments, places, errata, findings")
            .WithTags("Text");

    private static Results<CrossReferenced<NodeLinks>, Problem> Get(PinnedRelease release, string path)
    {
        var nodes = release.Snapshot.Nodes;
        if (release.Snapshot.FindNode(path) is not { } node)
            return Problems.NotFound("node", path, nodes.Select(known => known.Id), parameter: "path");

        return new CrossReferenced<NodeLinks>(
            new(new(node.Id, node.Path, node.Type, node.Sha256), Wire.Json.NodeLinks, release.Spelled($"/text{node.Path}/links"))
            {
                Links = new Dictionary<string, string> { ["text"] = release.Href($"/text{node.Path}") },
            },
            release.ReferencesOf(NodeTree.Below(nodes, node))
        );
    }
}
