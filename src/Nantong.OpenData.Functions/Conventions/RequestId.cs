using System.Diagnostics;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>The id that a request carries through answers, problems and logs.</summary>
internal sealed record RequestId(string Value)
{
    /// <summary>The header that it travels in.</summary>
    public const string Header = "X-Request-Id";

    /// <summary>Id of the request in hand.</summary>
    public static string Of(HttpContext context) => context.Features.GetRequired<RequestId>().Value;

    /// <summary>Takes the caller's id when it is harmless, else the trace's, and answers with it.</summary>
    public static RequestDelegate Assign(RequestDelegate next) => context =>
    {
        var sent = context.Request.Headers[Header].ToString();
        var id = IsHarmless(sent) ? sent : Activity.Current?.TraceId.ToHexString() ?? Guid.CreateVersion7().ToString("N");
        context.Features.Set(new RequestId(id));
        context.Response.Headers[Header] = id;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    };

    private static bool IsHarmless(string id) => id.Length is >= 1 and <= 128 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
