using System.Text;
using Nantong.OpenData.Api.Assistants;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Site;

/// <summary><c>/llms.txt</c> (llmstxt.org): what a language model should read of this site, as Markdown.</summary>
internal static class ReadMe
{
    /// <summary>The file.</summary>
    public static byte[] Write(IReadOnlyList<Snapshot> plans, Address address) =>
        Encoding.UTF8.GetBytes(
            $"""
            # Nantong.OpenData

            > City plans as versioned open data: indicators, full text, project columns (专栏), commitments, places.
            > {ServiceAuthority.Instance.Statement.En}

            Answers are JSON in UTF-8. `{"{plan}"}` in an address means the latest release, `{"{plan}"}@1.2.0` exactly one, which never changes.
            Cite the `permalink` of an answer.
            Targets without a printed operator have `operator: none`; what is inferred is marked so; a missing value is null with a reason.

            ## Service

            - [OpenAPI 3.1]({address.Href("/openapi/v1.json")}): every address, parameter and schema
            - [Service document]({address.Href("/v1")}): links to everything
            - [Guide with samples]({address.Href("/docs/guide")}): curl, JavaScript, Python, R, C#
            - MCP server for assistants, streamable HTTP: `{address.Href(Mcp.Path)}`
            - [Catalogue]({address.Href("/v1/catalog.jsonld")}): DCAT 3
            {string.Concat(plans.Select(plan => Plan(plan, address)))}
            """.ReplaceLineEndings("\n")
        );

    private static string Plan(Snapshot plan, Address address)
    {
        var (release, about) = (plan.Release, plan.Release.About);
        var root = address.Href($"/v1/plans/{release.Plan}");
        return $"""

            ## {Markdown.Escape(about.Title.Zh)}

            {Markdown.Escape(about.Description.En)} Document number {Markdown.Escape(
                about.Authority.DocumentNumber
            )}; latest release {release.Version}.

            - [Whole text as Markdown]({root}/text.md)
            - [Table of contents]({root}/toc): every node has an address, such as [{plan.Nodes[^1].Id}]({root}/text{plan.Nodes[^1].Path}.md)
            - [Indicators]({root}/indicators): baseline, target, direction
            - [Commitments]({root}/commitments): every quantity and dated promise of the prose, with its place in the text
            - [Errata]({root}/errata): known defects of the source
            - [Files]({root}/files): everything to download, with hashes
            - Search: `{root}/search?q=`, with the words to look for
            - Verify: `{root}/verify?quote=`, with words that the plan is said to contain
            - Cite: `{root}/cite?target=`, with the id of a node or an indicator; [the release as a whole]({root}/cite)

            """;
    }
}
