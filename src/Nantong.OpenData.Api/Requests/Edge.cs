using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Api.Requests;

/// <summary>Where exceptions end: a client sees a problem, an operator sees the log, nobody sees a stack trace.</summary>
internal sealed partial class Edge(ILogger<Edge> logger)
{
    /// <summary>Turns whatever a request threw into a problem.</summary>
    public RequestDelegate Guard(RequestDelegate next) =>
        async context =>
        {
            try
            {
                await next(context);

                // The framework refuses some requests with a status and no body: give it ours.
                if (context.Response is { HasStarted: false, StatusCode: >= 400 and < 500 and var status, ContentType: null })
                    await Problems.Malformed("The request cannot be read.", status).ExecuteAsync(context);
            }
            catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
            {
                // The client has gone: nobody is there to be told.
            }
            catch (Exception exception)
            {
                await RefuseAsync(context, exception);
            }
        };

    private Task RefuseAsync(HttpContext context, Exception exception)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.TooLarge(),
            BadHttpRequestException { StatusCode: var status } => Problems.Malformed("The request cannot be read.", status),
            _ when StoreFault.Explain(exception) is { } reason => Problems.StoreUnavailable(reason),
            _ => Problems.Internal(),
        };
        Log(problem, exception, context);
        if (!context.Response.HasStarted)
            return problem.ExecuteAsync(context);

        context.Abort(); // Half an answer must not look whole.
        return Task.CompletedTask;
    }

    /// <summary>A store that is away is a line with its reason; a defect of ours needs its stack.</summary>
    private void Log(Problem problem, Exception exception, HttpContext context)
    {
        var (request, id) = (context.Request, RequestId.Of(context));
        if (problem.Type == ProblemType.Internal)
            LogFailed(exception, request.Method, request.Path, id);
        if (problem.Type == ProblemType.StoreUnavailable)
            LogUnavailable(request.Method, request.Path, id, StoreFault.Explain(exception) ?? "");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed (request {RequestId})")]
    private partial void LogFailed(Exception exception, string method, string path, string requestId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was not answered (request {RequestId}): {Reason}")]
    private partial void LogUnavailable(string method, string path, string requestId, string reason);
}
