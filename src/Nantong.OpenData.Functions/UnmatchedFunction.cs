using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using static Microsoft.Azure.Functions.Worker.AuthorizationLevel;

namespace Nantong.OpenData.Functions;

/// <summary>Whatever no other function takes: unknown addresses and methods, which the API refuses in its own words.</summary>
/// <remarks>The host tries functions in the order of their names, so this name comes last; without a list of methods it gets every one.</remarks>
internal sealed class UnmatchedFunction(Pipeline pipeline)
{
    /// <summary>Everything else.</summary>
    [Function("Unmatched")]
    public Task Unmatched([HttpTrigger(Anonymous, Route = "{*path}")] HttpRequest request) => pipeline.AnswerAsync(request);
}
