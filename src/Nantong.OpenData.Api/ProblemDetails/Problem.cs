using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Mistakes;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.ProblemDetails;

/// <summary>A refusal as it is sent: RFC 9457, <c>application/problem+json</c>; where people read, the same as a page.</summary>
/// <param name="Type">Address of a page that explains the kind of problem.</param>
/// <param name="Title">The kind of problem, in a line.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What is wrong with this request.</param>
/// <param name="Instance">The path and query that were asked for.</param>
/// <param name="Code">Stable code of the kind of problem, for programs.</param>
/// <param name="Errors">What exactly broke which rule; empty when the detail says it all.</param>
/// <param name="DidYouMean">What may have been meant; empty when nothing is near.</param>
/// <param name="Remedy">What a caller can do about it.</param>
/// <param name="Reason">Why a release was withdrawn; null in every other problem.</param>
/// <param name="Replacement">The release to use in place of a withdrawn one; null when there is none.</param>
/// <param name="ViolatedPolicies">The policies of <c>RateLimit-Policy</c> that the request would have broken; empty in every other problem.</param>
/// <param name="Links">Where to go from here.</param>
/// <param name="RequestId">Id of the request, as in the header <c>X-Request-Id</c>.</param>
public sealed record ProblemBody(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string Code,
    IReadOnlyList<ProblemError> Errors,
    IReadOnlyList<string> DidYouMean,
    string Remedy,
    string? Reason,
    ReleaseVersion? Replacement,
    [property: JsonPropertyName("violated-policies")] IReadOnlyList<string> ViolatedPolicies,
    IReadOnlyDictionary<string, string> Links,
    string RequestId
);

/// <summary>One rule that a request broke.</summary>
/// <param name="Detail">The rule.</param>
/// <param name="Parameter">Name of the parameter, header or path part that broke it.</param>
/// <param name="Found">What stood there; null when nothing did.</param>
/// <param name="Allowed">What may stand there; empty when it cannot be listed.</param>
public sealed record ProblemError(string Detail, string Parameter, string? Found, IReadOnlyList<string> Allowed);

/// <summary>Why a request is refused.</summary>
internal sealed record Problem(ProblemType Type, string Detail, params IReadOnlyList<ProblemError> Errors) : IResult
{
    private static readonly string[] OfAnAnswer =
    [
        "ETag",
        "Last-Modified",
        "Content-Location",
        "Content-Disposition",
        "Content-Encoding",
        "Content-Language",
        "Content-Range",
        "Repr-Digest",
        "Memento-Datetime",
    ];

    /// <summary>The HTTP status: that of the type, unless the framework had a closer one.</summary>
    public int Status { get; init; } = Type.Status;

    /// <summary>What may have been meant.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];

    /// <summary>Why a release was withdrawn, and what to use in its place.</summary>
    public StatusNote? Note { get; init; }

    /// <summary>Paths of where to go from here, by relation.</summary>
    public IReadOnlyDictionary<string, string> Paths { get; init; } = new Dictionary<string, string>();

    /// <summary>The policies of the rate limit that would have been broken.</summary>
    public IReadOnlyList<string> ViolatedPolicies { get; init; } = [];

    /// <summary>How long to wait before trying again; null when waiting does not help.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Length of a file that has none of the bytes that were asked for; null in every other problem.</summary>
    public long? LengthOfFile { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        var (request, response, address) = (context.Request, context.Response, Address.Of(context));
        var endpoint = context.GetEndpoint();
        var isPage = PageAddress.IsRefusedByPage(endpoint, address, Status);
        var problem = new ProblemBody(
            address.Href($"/v1/problems/{Type.Code}"),
            Type.Title,
            Status,
            Detail,
            InstanceOf(request, address),
            Type.Code,
            Errors,
            DidYouMean,
            Type.Remedy,
            Note?.Reason,
            Note?.Replacement,
            ViolatedPolicies,
            Paths.Prepend(new("service", "/v1")).ToDictionary(link => link.Key, link => address.Href(link.Value)),
            RequestId.Of(context)
        );
        var view = isPage ? new PageView(address, context.Features.Get<PinnedRelease>()) : null;
        var body = view is not null
            ? ProblemPage.Write(problem, view, Frame.FindOnlyPlan(context))
            : JsonSerializer.SerializeToUtf8Bytes(problem, Wire.Json.ProblemBody);

        foreach (var name in OfAnAnswer)
            response.Headers.Remove(name); // of an answer that was begun and failed
        response.StatusCode = Status;
        response.ContentType = isPage ? Format.Html.ContentType : "application/problem+json; charset=utf-8";
        if (view is not null)
            PageAnswer.Announce(response, view);
        var varies = response.Headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Accept, StringComparer.OrdinalIgnoreCase);
        if (!varies && PageAddress.AcceptDecides(endpoint, address, Status))
            response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        response.ContentLength = body.Length;
        response.Headers.CacheControl = Status is StatusCodes.Status404NotFound ? CacheRule.Missing : CacheRule.Never;
        if (LengthOfFile is { } length)
            response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
        if (RetryAfter is { TotalSeconds: var seconds })
            response.Headers.RetryAfter = seconds.ToString("F0", CultureInfo.InvariantCulture);
        return request.IsHead ? Task.CompletedTask : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>The path and query that were asked for; of those that are too long, only their beginning is given back.</summary>
    private static string InstanceOf(HttpRequest request, Address address)
    {
        var asked = new PathString(address.AskedPath).ToUriComponent() + request.QueryString;
        return asked.Length <= RequestLimits.TargetBytes ? asked : asked[..256];
    }
}
