using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The resources: every address of the HTTP interface below <c>/v1</c> is one, and reading it is asking for it.</summary>
/// <param name="own">Asks the HTTP interface.</param>
/// <param name="snapshots">Knows the plans.</param>
/// <param name="citations">Says how to cite an answer.</param>
internal sealed class Resources(OwnRequests own, Snapshots snapshots, OwnCitations citations)
{
    private const string Root = "/v1";

    /// <summary>The patterns of addresses; <c>{plan}</c> may name a release behind an @.</summary>
    private static readonly (string Name, string Path, string? MediaType, string Description)[] Patterns =
    [
        (
            "plan",
            "",
            "application/json",
            "规划概况。 A plan: what it is, counts, links. {plan} is the id, with @1.0.0 behind it for exactly one release."
        ),
        ("node", "/text/{+path}", "application/json", "正文节点。 A node of the text, ch5/s5/p2, with all that is below it."),
        ("node-markdown", "/text/{+path}.md", "text/markdown", "正文节点的 Markdown。 The same as Markdown."),
        ("indicator", "/indicators/{id}", "application/json", "指标。 An indicator."),
        ("commitment", "/commitments/{id}", "application/json", "承诺。 A quantity or dated promise of the prose."),
        ("column", "/columns/{number}", "application/json", "专栏。 A project box with its items."),
        ("place", "/places/{id}", "application/json", "地名。 A place that the plan names."),
        ("file", "/files/{name}", null, "文件。 A file of the release, as find_files lists them."),
        ("release", "/releases/{version}", "application/json", "版本。 A release of the plan's data."),
        ("changes", "/changes/{from}..{to}", "application/json", "两个版本的差别。 What differs between two releases."),
    ];

    private static readonly (string Name, string Path, string MediaType, string Description)[] OfPlan =
    [
        ("", "", "application/json", "规划概况。 The plan: what it is, counts, links."),
        ("contents", "/toc", "application/json", "目录。 The table of contents."),
        ("text", "/text.md", "text/markdown", "全文。 The whole text as Markdown."),
        ("indicators", "/indicators", "application/json", "指标。 The indicators of table 1."),
        ("indicators.csv", "/indicators.csv", "text/csv", "指标（CSV）。 The same as a table."),
        ("columns", "/columns", "application/json", "专栏。 The project boxes."),
        ("errata", "/errata", "application/json", "勘误。 Known defects of the source."),
        ("releases", "/releases", "application/json", "版本。 The releases of the plan's data."),
        ("files", "/files", "application/json", "文件。 The files to download."),
    ];

    /// <summary>What is most useful of each plan.</summary>
    public ListResourcesResult List() =>
        new()
        {
            Resources =
            [
                .. snapshots
                    .Latest.Select(latest => latest.Release)
                    .SelectMany(release =>
                        OfPlan.Select(one => new Resource
                        {
                            Uri = $"{own.Base}{Root}/plans/{release.Plan}{one.Path}",
                            Name = one.Name is "" ? release.Plan : $"{release.Plan}/{one.Name}",
                            Title = release.About.Title.Zh,
                            Description = one.Description,
                            MimeType = one.MediaType,
                        })
                    ),
            ],
        };

    /// <summary>The patterns of addresses.</summary>
    public ListResourceTemplatesResult Templates() =>
        new()
        {
            ResourceTemplates =
            [
                .. Patterns.Select(one => new ResourceTemplate
                {
                    UriTemplate = $"{own.Base}{Root}/plans/{{plan}}{one.Path}",
                    Name = one.Name,
                    Description = one.Description,
                    MimeType = one.MediaType,
                }),
            ],
        };

    /// <summary>What stands at an address.</summary>
    /// <param name="uri">The address, with or without scheme and host.</param>
    /// <param name="missing">The code of the protocol for what is not there; its versions differ in it.</param>
    public async Task<ReadResourceResult> ReadAsync(string uri, McpErrorCode missing)
    {
        var (path, query) =
            Find(uri) ?? throw new McpProtocolException($"There is no resource '{Cut(uri)}': addresses begin with {own.Base}{Root}/.", missing);
        var head = await own.GetAsync(path, query, headersOnly: true);
        if (head is { IsSuccess: true, Length: > ToolCalls.MostBytes })
            throw new McpProtocolException(
                $"The resource has {head.Length} bytes, and at most {ToolCalls.MostBytes} are sent here. Download it, or ask for a part.",
                McpErrorCode.InvalidParams
            );

        var answer = await own.GetAsync(path, query);
        if (!answer.IsSuccess)
            throw Refusal(answer, missing);

        var meta = await MetaAsync(answer, path + query);
        var mediaType = answer.ContentType?.Split(';')[0];
        return new()
        {
            Contents = Utf8.IsValid(answer.Body.Span)
                ?
                [
                    new TextResourceContents
                    {
                        Uri = uri,
                        MimeType = mediaType,
                        Text = Encoding.UTF8.GetString(answer.Body.Span),
                        Meta = meta,
                    },
                ]
                : [WithMeta(BlobResourceContents.FromBytes(answer.Body, uri, mediaType), meta)],
        };
    }

    /// <summary>The path and the query of an address of this service; null for any other.</summary>
    private (string Path, QueryString Query)? Find(string uri)
    {
        var target = uri.StartsWith(own.Base, StringComparison.OrdinalIgnoreCase) ? uri[own.Base.Length..] : uri;
        var (escaped, query) = target.Split('#')[0].Split('?', 2) is [var before, var behind] ? (before, $"?{behind}") : (target.Split('#')[0], "");
        if (!escaped.StartsWith($"{Root}/", StringComparison.Ordinal))
            return null;
        if (escaped.Contains("%00", StringComparison.Ordinal))
            return null; // no path has a NUL
        return (PathString.FromUriComponent(escaped).Value!, new QueryString(query));
    }

    /// <summary>Where an answer comes from: its release stands in the path of what was sent.</summary>
    private async Task<JsonObject> MetaAsync(OwnAnswer answer, string target)
    {
        var sent = answer.Location ?? target;
        var (plan, pin) = sent.Split('/') is ["", "v1", "plans", var named, ..] && named.Split('@') is [var id, var behind] ? (id, behind) : ("", "");
        var version = string.Concat(pin.TakeWhile(c => char.IsAsciiDigit(c) || c is '.')).TrimEnd('.'); // an extension may stand behind it
        var source = own.Base + sent;
        var provenance = version is ""
            ? new Provenance(null, source, null)
            : await citations.OfAsync($"{Root}/plans/{plan}@{version}", version, source, target: "");
        return new()
        {
            ["release"] = provenance.Release,
            ["source"] = provenance.Source,
            ["official"] = false,
            ["citation"] = provenance.Citation,
        };
    }

    private static McpProtocolException Refusal(OwnAnswer refusal, McpErrorCode missing)
    {
        var problem = JsonNode.Parse(refusal.Body.Span)!;
        var code = refusal.Status switch
        {
            StatusCodes.Status404NotFound or StatusCodes.Status410Gone => missing,
            >= 500 => McpErrorCode.InternalError,
            _ => McpErrorCode.InvalidParams,
        };
        McpProtocolException error = new($"{(string?)problem["detail"]} {(string?)problem["remedy"]}", code);
        foreach (var name in new[] { "type", "code", "detail", "remedy", "requestId" })
            error.Data[name] = (string?)problem[name];
        error.Data["status"] = refusal.Status;
        return error;
    }

    private static string Cut(string uri) => uri.Length <= 200 ? uri : string.Concat(uri.AsSpan(0, 199), "…");

    private static BlobResourceContents WithMeta(BlobResourceContents contents, JsonObject meta)
    {
        contents.Meta = meta;
        return contents;
    }
}
