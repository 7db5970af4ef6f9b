using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace Nantong.OpenData.Functions;

/// <summary>The service as a whole.</summary>
internal sealed class ServiceFunctions(Pipeline pipeline)
{
    /// <summary>The DCAT catalogue, also as the Chinese profile.</summary>
    [Function("Catalog")]
    public Task Catalog(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^catalog(-cn)?(\.[a-z]+)?$)}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Codelists.</summary>
    [Function("Codelists")]
    public Task Codelists(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^codelists(\.[a-z]+)?$)}/{codelist?}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Limits, formats, licence.</summary>
    [Function("Config")]
    public Task Config([HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^config(\.[a-z]+)?$)}")] HttpRequest request) =>
        pipeline.AnswerAsync(request);

    /// <summary>Probes.</summary>
    [Function("Health")]
    public Task Health([HttpTrigger(Anonymous, "get", "head", "options", Route = @"health/{probe}")] HttpRequest request) =>
        pipeline.AnswerAsync(request);

    /// <summary>Public keys of publishers.</summary>
    [Function("Keys")]
    public Task Keys(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^keys(\.[a-z]+)?$)}/{key?}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The same data for assistants; methods that are no part of the protocol are refused with the rest.</summary>
    [Function("Mcp")]
    public Task Mcp([HttpTrigger(Anonymous, "post", "options", Route = @"mcp")] HttpRequest request) => pipeline.AnswerAsync(request);

    /// <summary>The contract.</summary>
    [Function("OpenApi")]
    public Task OpenApi([HttpTrigger(Anonymous, "get", "head", "options", Route = @"openapi/{document}")] HttpRequest request) =>
        pipeline.AnswerAsync(request);

    /// <summary>Plans.</summary>
    [Function("Plans")]
    public Task Plans(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^plans(\.[a-z]+)?$)}/{plan?}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The types of problem.</summary>
    [Function("Problems")]
    public Task Problems(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^problems(\.[a-z]+)?$)}/{code?}")] HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The portal and the service document.</summary>
    [Function("Service")]
    public Task Service([HttpTrigger(Anonymous, "get", "head", "options", Route = @"{service:regex(^v1(\.[a-z]+)?$)?}")] HttpRequest request) =>
        pipeline.AnswerAsync(request);

    /// <summary>Documentation, and what crawlers read.</summary>
    [Function("Site")]
    public Task Site(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"{page:regex(^(docs|robots\.txt|sitemap\.xml|llms\.txt)(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>How the service is.</summary>
    [Function("Status")]
    public Task Status([HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/{resource:regex(^status(\.[a-z]+)?$)}")] HttpRequest request) =>
        pipeline.AnswerAsync(request);
}
