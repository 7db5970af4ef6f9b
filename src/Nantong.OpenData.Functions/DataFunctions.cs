using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace Nantong.OpenData.Functions;

/// <summary>The records of a plan, one function for each kind.</summary>
internal sealed class DataFunctions(Pipeline pipeline)
{
    /// <summary>Aggregates: what is computed from stored rows.</summary>
    [Function("Aggregates")]
    public Task Aggregates(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^aggregates(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The project boxes (专栏).</summary>
    [Function("Columns")]
    public Task Columns(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^columns(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The quantities that the prose states.</summary>
    [Function("Commitments")]
    public Task Commitments(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^commitments(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Text against table.</summary>
    [Function("Consistency")]
    public Task Consistency(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^consistency(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Defects of the source.</summary>
    [Function("Errata")]
    public Task Errata(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^errata(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Digits that are no commitment.</summary>
    [Function("Exclusions")]
    public Task Exclusions(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^exclusions(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Table 1 as data.</summary>
    [Function("Indicators")]
    public Task Indicators(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^indicators(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Yearly values.</summary>
    [Function("Observations")]
    public Task Observations(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^observations(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>Places that the plan names.</summary>
    [Function("Places")]
    public Task Places(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^places(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);

    /// <summary>The patterns in which the plan lays the city out.</summary>
    [Function("Structures")]
    public Task Structures(
        [HttpTrigger(Anonymous, "get", "head", "options", Route = @"v1/plans/{plan}/{resource:regex(^structures(\.[a-z]+)?$)}/{*rest}")]
            HttpRequest request
    ) => pipeline.AnswerAsync(request);
}
