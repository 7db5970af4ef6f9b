using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace Nantong.OpenData.Functions;

/// <summary>The releases of a plan, what changed, and their files.</summary>
internal sealed class ReleaseFunctions(Pipeline pipeline)
{
    /// <summary>The change log, comparisons and feeds.</summary>
    [Function("Changes")]
    public Task Changes(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^changes(\.[a-z]+)*$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Downloads.</summary>
    [Function("Files")]
    public Task Files(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^files(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Releases.</summary>
    [Function("Releases")]
    public Task Releases(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^releases(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);
}
