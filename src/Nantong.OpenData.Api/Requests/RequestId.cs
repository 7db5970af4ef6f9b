using System.Diagnostics;
using System.Security.Cryptography;

namespace Nantong.OpenData.Api.Requests;

/// <summary>The id that a request carries through answers, problems and logs: it travels in the header of the answer.</summary>
internal static class RequestId
{
    /// <summary>The header that it travels in.</summary>
    public const string Header = "X-Request-Id";

    private static readonly string OfProcess = RandomNumberGenerator.GetHexString(16, lowercase: true);
    private static long count;

    /// <summary>Id of the request in hand.</summary>
    public static string Of(HttpContext context) => context.Response.Headers[Header].ToString();

    /// <summary>Takes the caller's id when it is harmless, else the trace's, else a new one, and answers with it.</summary>
    public static RequestDelegate Assign(RequestDelegate next) =>
        context =>
        {
            var sent = context.Request.Headers[Header].ToString();
            context.Response.Headers[Header] = IsHarmless(sent)
                ? sent
                : Activity.Current?.TraceId.ToHexString() ?? $"{OfProcess}{Interlocked.Increment(ref count):x16}";
            return next(context);
        };

    private static bool IsHarmless(string id) => id.Length is >= 1 and <= 128 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
}
