using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Nantong.OpenData.Api.ProblemDetails;

namespace Nantong.OpenData.Api.Requests;

/// <summary>How large a request may be, and how slow.</summary>
/// <remarks>The server refuses without a body, before any convention runs: so it lets a multiple pass, and the refusal is made here.</remarks>
public static class RequestLimits
{
    /// <summary>Longest path with query, in bytes as sent.</summary>
    public const int TargetBytes = 8 * 1024;

    /// <summary>Most bytes of header fields: names, values and four for each line. Azure's front end repeats the address in two of its own.</summary>
    public const int HeaderBytes = 32 * 1024;

    /// <summary>Most header fields: a front end and a platform add some thirty.</summary>
    public const int HeaderCount = 100;

    /// <summary>Longest body, in bytes: only messages of assistants have one.</summary>
    public const int BodyBytes = 64 * 1024;

    /// <summary>How long a client may take to send request line and header fields, in seconds.</summary>
    public const int HeadSeconds = 10;

    /// <summary>How long a connection is kept for another request, in seconds.</summary>
    public const int IdleSeconds = 130;

    /// <summary>The slowest reader that an answer is sent to, in bytes a second: over <see cref="ReadingSeconds"/> a client takes a piece at
    /// that rate, whatever its system reads ahead.</summary>
    public const int ReadingRate = 4096;

    /// <summary>How long a client may take for the next <see cref="PieceBytes"/> of an answer, in seconds.</summary>
    public const int ReadingSeconds = 60;

    /// <summary>Most bytes of an answer that are handed to the server at once, and that it holds for a client that does not read.</summary>
    public const int PieceBytes = 32 * 1024;

    /// <summary>Most connections at a time; one more is closed at once.</summary>
    public const int Connections = 4096;

    private static readonly MinDataRate SlowestSender = new(240, gracePeriod: TimeSpan.FromSeconds(5));

    /// <summary>For what nobody waits for any more, the end of an answer: looser than the rule for its pieces, which must not be cut short by
    /// it.</summary>
    private static readonly MinDataRate SlowestReader = new(ReadingRate / 4, gracePeriod: TimeSpan.FromSeconds(ReadingSeconds));

    private const int Slack = 4;

    /// <summary>Most bytes that the system buffers for a client: what it swallows beyond that would hide a reader who has stopped, and one who
    /// reads slowly from one who does not.</summary>
    private const int SendBufferBytes = 128 * 1024;

    /// <summary>Listens; connections inherit the size of the buffer.</summary>
    public static Socket Listen(EndPoint endpoint)
    {
        var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        socket.SendBufferSize = SendBufferBytes;
        return socket;
    }

    /// <summary>The server's own limits.</summary>
    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestLineSize = Slack * TargetBytes;
        limits.MaxRequestHeadersTotalSize = Slack * HeaderBytes;
        limits.MaxRequestHeaderCount = Slack * HeaderCount;
        limits.MaxRequestBodySize = 16 * BodyBytes;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(HeadSeconds);
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(IdleSeconds);
        limits.MinRequestBodyDataRate = SlowestSender;
        limits.MinResponseDataRate = SlowestReader;
        limits.MaxResponseBufferSize = PieceBytes;
        limits.MaxConcurrentConnections = Connections;
    }

    /// <summary>Refuses a request that is too large, or that sends a body where none can mean anything.</summary>
    public static RequestDelegate Check(RequestDelegate next) =>
        context => FindExcess(context) is { } problem ? Address.Read(problem.ExecuteAsync)(context) : next(context);

    private static Problem? FindExcess(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IHttpRequestFeature>()!.RawTarget.Length is > TargetBytes and var length)
            return Problems.TargetTooLong(length, TargetBytes);
        if (request.Headers.Count > HeaderCount)
            return Problems.HeadersTooLarge($"{request.Headers.Count} header fields", $"at most {HeaderCount} header fields");
        if (SizeOf(request.Headers) is > HeaderBytes and var size)
            return Problems.HeadersTooLarge($"{size} bytes of header fields", $"at most {HeaderBytes} bytes of header fields");

        var reads = request.IsGet || request.IsHead || request.IsOptions;
        return reads && request.ContentLength > 0 // of chunks nobody knows yet whether they hold anything: proxies send empty ones
            ? Problems.Malformed($"{request.Method} takes no body here: what is wanted stands in the path and the query.")
            : null;
    }

    private static int SizeOf(IHeaderDictionary headers)
    {
        var size = 0;
        foreach (var (name, values) in headers)
        foreach (var value in values)
            size += name.Length + (value?.Length ?? 0) + 4;
        return size;
    }
}
