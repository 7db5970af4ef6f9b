using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>Where exceptions end: a client sees a problem, an operator sees the log, nobody sees a stack trace.</summary>
internal sealed partial class Edge(ILogger<Edge> logger)
{
    /// <summary>Turns whatever a request threw into a problem.</summary>
    public RequestDelegate Guard(RequestDelegate next) => async context =>
    {
        try
        {
            await next(context);

            // The framework refuses some requests with a status and no body: give it ours.
            if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest, ContentType: null })
                await Problems.Malformed("The request cannot be read.").ExecuteAsync(context);
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
            BadHttpRequestException => Problems.Malformed("The request cannot be read."),
            _ when StoreFault.Explain(exception) is { } reason => Problems.StoreUnavailable(reason),
            _ => Problems.Internal(),
        };
        if (problem.Type.Status >= StatusCodes.Status500InternalServerError) LogFailed(exception, context.Request.Method, context.Request.Path, RequestId.Of(context));
        if (!context.Response.HasStarted) return problem.ExecuteAsync(context);

        context.Abort(); // Half an answer must not look whole.
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed (request {RequestId})")]
    private partial void LogFailed(Exception exception, string method, string path, string requestId);
}
