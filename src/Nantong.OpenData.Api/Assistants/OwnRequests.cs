using Microsoft.AspNetCore.Http.Features;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The answer to a request that the service asks itself.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type with its parameters; null when there is no body.</param>
/// <param name="Length">Length of the body in bytes, also where only the headers were asked for.</param>
/// <param name="Location">Path of what was sent, with the release spelled out; null when the request's own is it.</param>
/// <param name="Body">The body.</param>
internal sealed record OwnAnswer(int Status, string? ContentType, long Length, string? Location, ReadOnlyMemory<byte> Body)
{
    /// <summary>True for an answer, false for a refusal.</summary>
    public bool IsSuccess => Status is StatusCodes.Status200OK;
}

/// <summary>Asks the service itself, on behalf of an assistant, what anybody can ask it by HTTP: so both get the same answers and refusals.</summary>
/// <param name="asked">The request of the assistant: its host, its language, its id and its end hold for what is asked on its behalf.</param>
/// <param name="pipeline">What answers.</param>
internal sealed class OwnRequests(HttpContext asked, RequestDelegate pipeline)
{
    /// <summary>Scheme and authority of links.</summary>
    public string Base { get; } = $"{asked.Request.Scheme}://{asked.Request.Host}";

    /// <summary>Lets the requests of assistants ask what stands behind this place in the pipeline.</summary>
    public static RequestDelegate Offer(RequestDelegate next)
    {
        var pipeline = RequestLimits.Check(next);
        return context =>
        {
            if (context.Request.Path.StartsWithSegments(Mcp.Path))
                context.Features.Set(new OwnRequests(context, pipeline));
            return next(context);
        };
    }

    /// <summary>Asks for what stands at a path.</summary>
    /// <param name="path">The path, not escaped; a slash within a part of it is written <c>%2F</c>.</param>
    /// <param name="query">The query.</param>
    /// <param name="headersOnly">True to ask for the headers alone.</param>
    public Task<OwnAnswer> GetAsync(string path, QueryString query = default, bool headersOnly = false) =>
        RunAsync(pipeline, headersOnly ? HttpMethods.Head : HttpMethods.Get, path, query);

    /// <summary>A refusal of what would have been asked for, as it would have been sent.</summary>
    /// <param name="problem">The refusal.</param>
    /// <param name="path">The path.</param>
    /// <param name="query">The query.</param>
    public Task<OwnAnswer> RefuseAsync(Problem problem, string path, QueryString query = default) =>
        RunAsync(Address.Read(problem.ExecuteAsync), HttpMethods.Get, path, query);

    private async Task<OwnAnswer> RunAsync(RequestDelegate answer, string method, string path, QueryString query)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = asked.RequestServices, RequestAborted = asked.RequestAborted };
        var (request, response) = (context.Request, context.Response);
        (request.Method, request.Scheme, request.Host) = (method, asked.Request.Scheme, asked.Request.Host);
        (request.Path, request.QueryString) = (path, query);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = request.Path.ToUriComponent() + query.ToUriComponent();
        RateLimit.Waive(context, asked);
        request.Headers.AcceptLanguage = asked.Request.Headers.AcceptLanguage;
        response.Headers[RequestId.Header] = RequestId.Of(asked);
        response.Body = body;

        await answer(context);
        await response.CompleteAsync();
        var written = body.ToArray().AsMemory();
        if (response.StatusCode >= 400 && response.ContentLength is { } length && length < written.Length)
            written = written[^(int)length..]; // behind an answer that was begun and failed
        return new(response.StatusCode, response.ContentType, response.ContentLength ?? written.Length, response.Headers.ContentLocation, written);
    }
}
