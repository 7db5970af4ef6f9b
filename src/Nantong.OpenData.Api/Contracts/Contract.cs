using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Contracts;

/// <summary>What the OpenAPI document says beyond what handlers show: conventions, in one place as they are in the program.</summary>
/// <remarks>Only the build generates the document; the running app sends the committed bytes and never registers any of this.</remarks>
internal static class Contract
{
    /// <summary>False in native builds, which nobody asks for the document: what describes it is left out of them, a tenth of the program.</summary>
    [FeatureSwitchDefinition("Nantong.OpenData.Contract.IsAvailable")]
    private static bool IsAvailable => !AppContext.TryGetSwitch("Nantong.OpenData.Contract.IsAvailable", out var available) || available;

    /// <summary>True when the build has started the program only to ask it for the document: then nothing else may happen.</summary>
    public static bool IsAllThatIsWanted { get; } = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    extension(IServiceCollection services)
    {
        /// <summary>Describes the API when the build asks for it.</summary>
        public void AddContract()
        {
            if (!IsAvailable || !IsAllThatIsWanted)
                return;

            services.AddOpenApi(
                "v1",
                options =>
                {
                    options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                    options.AddSchemaTransformer(DescribeSchema);
                    options.AddOperationTransformer(DescribeOperationAsync);
                    options.AddDocumentTransformer(DescribeDocument);
                }
            );
        }
    }

    /// <summary>Every key is always there, so every property is required; versions are text.</summary>
    private static Task DescribeSchema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type == typeof(ReleaseVersion) || context.JsonTypeInfo.Type == typeof(ReleaseVersion?))
        {
            var nullable = context.JsonTypeInfo.Type == typeof(ReleaseVersion?) ? JsonSchemaType.Null : 0;
            (schema.Type, schema.Pattern, schema.Examples) = (JsonSchemaType.String | nullable, @"^\d+\.\d+\.\d+$", ["1.0.0"]);
        }

        foreach (var property in context.JsonTypeInfo.Properties.Where(property => property.ShouldSerialize is null))
            (schema.Required ??= new HashSet<string>()).Add(property.Name);
        return Task.CompletedTask;
    }

    private static async Task DescribeOperationAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var endpoint = new EndpointMetadataCollection(metadata);
        var path = context.Description.RelativePath ?? "";

        var asked = endpoint.GetMetadata<FilterMetadata>()?.Of;
        operation.Parameters =
        [
            .. PathParameters.Of(operation.OperationId, path),
            .. AcceptedParameters
                .By(endpoint)
                .Select(parameter => Describe(operation.OperationId, parameter, asked ?? endpoint.GetMetadata<RecordMetadata>()?.Of)),
            .. asked is null ? Array.Empty<IOpenApiParameter>() : [FilterContract.Refer(asked, context.Document!)],
        ];
        operation.Security = []; // nobody has to say who they are
        operation.Description = OperationTexts.Of(operation.OperationId!);
        if (Samples.All.Where(sample => sample.Folder == operation.OperationId).ToArray() is { Length: > 0 } samples)
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-codeSamples"] = new JsonNodeExtension(
                new JsonArray([.. samples.Select(Describe)])
            );
        operation.Responses ??= [];
        var headers = HeaderContract.OfAnswers(endpoint, path, context.Document!);
        if (operation.Responses.TryGetValue("200", out var answer) && answer is OpenApiResponse ok)
        {
            ok.Description = operation.Summary ?? "The answer";
            ok.Headers = headers;
            await DescribeAnswerAsync(ok, endpoint, context, cancellationToken);
            RecordedExamples.Show(operation.OperationId, ok);
        }

        if (endpoint.GetMetadata<Sends>() is { Headers: var sent } && sent.Contains("Accept-Ranges"))
            operation.Responses["206"] = new OpenApiResponse
            {
                Description = "The parts that `Range` asked for; several of them as `multipart/byteranges`.",
                Headers = HeaderContract.Refer(context.Document!, [.. headers.Keys, "Content-Range"]),
                Content = new Dictionary<string, OpenApiMediaType> { ["*/*"] = new() },
            };
        operation.Responses["304"] = new OpenApiResponse
        {
            Description = "The client has this representation: `If-None-Match` or `If-Modified-Since` said so.",
            Headers = headers,
        };
        foreach (var (status, refusal) in RefusalContract.Refer(path, PageAddress.MayRefuseByPage(endpoint), context.Document!))
            operation.Responses[status] = refusal;
    }

    /// <summary>The answer is the resource, then what is said about it; text nodes exist in more forms than JSON.</summary>
    private static async Task DescribeAnswerAsync(
        OpenApiResponse ok,
        EndpointMetadataCollection endpoint,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (endpoint.GetMetadata<RawAnswer>() is { } raw)
            ok.Content = (endpoint.GetMetadata<Offer>()?.Formats ?? [])
                .Select(format => format.MediaType)
                .Prepend(raw.MediaType)
                .Distinct()
                .ToDictionary(
                    mediaType => mediaType,
                    mediaType => new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = mediaType == Format.Text.MediaType ? JsonSchemaType.String : null },
                    }
                );
        if (endpoint.GetMetadata<Answers>() is not { } answers || ok.Content is null || !ok.Content.TryGetValue(Format.Json.MediaType, out var json))
            return;

        var about = await context.GetOrCreateSchemaAsync(answers.About, cancellationToken: cancellationToken);
        context.Document!.AddComponent(answers.About.Name, about);
        json.Schema = new OpenApiSchema { AllOf = [json.Schema!, new OpenApiSchemaReference(answers.About.Name, context.Document)] };
        if (endpoint.GetMetadata<AlsoAnswers>() is { Also: var also })
        {
            context.Document.AddComponent(also.Name, await context.GetOrCreateSchemaAsync(also, cancellationToken: cancellationToken));
            json.Schema.AllOf!.Insert(1, new OpenApiSchemaReference(also.Name, context.Document));
        }

        foreach (var format in endpoint.GetMetadata<Offer>()!.Formats.Skip(1))
            ok.Content[format.MediaType] = new OpenApiMediaType { Schema = Outline(format) };
    }

    /// <summary>What a form is to JSON Schema: text, unless it is JSON of a shape that others have laid down.</summary>
    private static OpenApiSchema Outline(Format format) =>
        format == Format.JsonFeed
            ? new()
            {
                Type = JsonSchemaType.Object,
                Description = $"A feed of the releases (JSON Feed 1.1), {ReleaseFeed.Most} a page: next_url leads to older ones.",
            }
        : format == Format.JsonPatch
            ? ListOf(
                "The operations that make one release of the other (RFC 6902).",
                "What is put there, for add and replace.",
                ("op", "What to do: add, remove or replace."),
                ("path", "Where: a JSON Pointer into the document.")
            )
        : format == Format.Csl
            ? ListOf(
                "CSL-JSON items.",
                "What else CSL-JSON knows of an item: title, author, issued, version, publisher …",
                ("id", "Key of the item."),
                ("type", "What it is: dataset or report.")
            )
        : new() { Type = JsonSchemaType.String };

    /// <summary>A list whose records have some members for certain, and others by the rules of whoever laid it down.</summary>
    private static OpenApiSchema ListOf(string text, string others, params (string Name, string Description)[] members) =>
        new()
        {
            Type = JsonSchemaType.Array,
            Description = text,
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Required = members.Select(member => member.Name).ToHashSet(),
                Properties = members.ToDictionary(
                    member => member.Name,
                    IOpenApiSchema (member) => new OpenApiSchema { Type = JsonSchemaType.String, Description = member.Description }
                ),
                AdditionalProperties = new OpenApiSchema { Description = others },
            },
        };

    private static async Task DescribeDocument(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        document.Info = new()
        {
            Title = "Nantong.OpenData",
            Version = "v1",
            Summary = "City plans as versioned open data.",
            Description = """
                A plan is addressed like a package: `{plan}` is its latest release, `{plan}@1.2.0` exactly that one, `{plan}@1.2` and `{plan}@1` the
                newest match.
                Answers at an exact release never change, except `aggregates` and `releases`; `Content-Location` and `permalink` name it everywhere
                else.

                `asOf=` looks back: the release that readers got on a day or at a moment. A deprecated release says so in `Deprecation`, `Sunset`
                and `warnings`;
                a withdrawn one answers 410 with its reason and replacement, while `/releases/{version}` stays readable.

                Lists are filtered by any field (`target.value[gte]=70`, `category.id=city-function`, `unit.ucum[in]=%25,m2`), sorted
                (`sort=target.value:desc,seq`), cut to fields (`fields=id,name`),
                and paged: `page.next` and `Link` lead to the next page of the same release, until every record was shown once. As CSV and NDJSON a
                list is whole unless `limit` says otherwise; observations are so up to 5,000 rows, more are refused without `limit`, and the files
                of the release hold all.
                `/facets` below a collection counts the values of its fields under the same filter. A value that occurs nowhere is told of in
                `warnings`, not refused.
                A parameter given twice is the same as one with both values and a comma between them: a list for `[in]`, one value for `eq`.

                Every path also takes an extension that asks for a form (`/indicators.json`, `/text/ch5.md`); it wins over `format=`, which wins
                over `Accept`.
                Every address answers GET, HEAD and OPTIONS. Refusals are `application/problem+json` (RFC 9457); their `type` leads to an explanation.
                Keys are always present, null when there is nothing; only `fields=` leaves out what it does not name. Clients must ignore keys that
                they do not know.
                Every answer carries the headers by which any page of the web may read it (`Access-Control-*`) and those by which browsers keep it
                from doing harm
                (`X-Content-Type-Options`, `Content-Security-Policy`, `Referrer-Policy`, `Cross-Origin-Resource-Policy`, over HTTPS
                `Strict-Transport-Security`).

                This service is not official: see `authority` in every answer.
                """,
            License = new() { Name = "CC BY 4.0 for what this service adds", Url = new Uri("https://creativecommons.org/licenses/by/4.0/") },
        };
        document.Servers = [new() { Url = "/", Description = "The host that serves this document" }];
        foreach (var path in document.Paths.Values)
        {
            path.Operations?.Remove(HttpMethod.Head);
            path.Operations?.Remove(HttpMethod.Options);
        }

        document.AddComponent(nameof(Included), await context.GetOrCreateSchemaAsync(typeof(Included), cancellationToken: cancellationToken));
        foreach (var schema in document.Components?.Schemas?.Values.ToArray() ?? [])
            ContractSchemas.ReferToComponents(schema, document);
        var routes = context.DescriptionGroups.SelectMany(group => group.Items).Select(route => route.ActionDescriptor.EndpointMetadata);
        IncludedContract.Describe(document, routes.SelectMany(said => said.OfType<FilterMetadata>()).Select(asks => asks.Of));
        ContractSchemas.SettleChoices(document);
        NamedSchemas.Name(document);
        HeaderContract.Describe(document);
        document.Tags = Tags.All.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        RefusalContract.Describe(document, await context.GetOrCreateSchemaAsync(typeof(ProblemBody), cancellationToken: cancellationToken));
        PlainDescriptions.Mend(document);
    }

    private static OpenApiParameter Describe(string? operationId, QueryParameter parameter, Filterable? asked) =>
        new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = parameter.Required,
            Description = parameter.Description,
            Example = RecordedExamples.ValueOf(operationId, parameter, asked),
            Schema = new OpenApiSchema
            {
                Type = Enum.Parse<JsonSchemaType>(parameter.Type, ignoreCase: true),
                Minimum = parameter.Minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Maximum = parameter.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Default = parameter.Default is null ? null : JsonNode.Parse(parameter.Default),
                Enum = parameter.Values is [] ? null : [.. parameter.Values.Select(value => (JsonNode)value)],
            },
        };

    private static JsonNode Describe(Sample sample) =>
        new JsonObject
        {
            ["lang"] = sample.Language,
            ["label"] = sample.Label,
            ["source"] = sample.Source,
        };
}
