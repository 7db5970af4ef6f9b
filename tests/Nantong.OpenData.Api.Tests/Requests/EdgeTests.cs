using System.Text.Json.Nodes;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Tests.Requests;

public sealed class EdgeTests
{
    public static TheoryData<Exception, int, string> Failures { get; } =
        new()
        {
            { new InvalidOperationException("secret of the house"), 500, "internal-error" },
            { new RequestFailedException(0, "secret of the house"), 503, "store-unavailable" },
            { new RequestFailedException(503, "secret of the house", "ServerBusy", null), 503, "store-unavailable" },
            { new BadHttpRequestException("secret of the house"), 400, "malformed-request" },
            { new BadHttpRequestException("secret of the house", 413), 413, "request-too-large" },
            { new BadHttpRequestException("secret of the house", 431), 431, "malformed-request" },
            {
                new RequestFailedException(0, "down", null, new HttpRequestException("Connection refused (secret of the house:443)")),
                503,
                "store-unavailable"
            },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_handler_throws_a_client_sees_a_problem_and_no_stack_trace(Exception thrown, int status, string code)
    {
        var (context, body) = await AnswerAsync(_ => throw thrown);
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(body)!["code"]);
        Assert.Equal(status, (int?)JsonNode.Parse(body)!["status"]);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        if (status is 500)
            Assert.DoesNotContain("secret of the house", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connection refused (127.0.0.1:10002)", "Connection refused")]
    [InlineData("Name or service not known (nantong.table.core.windows.net:443)", "Name or service not known")]
    [InlineData("The host nantong.blob.core.windows.net is unknown", "The host is unknown")]
    [InlineData("No token from http://169.254.169.254/metadata now", "No token from now")]
    [InlineData("2 aggregates written; plans looked at: 1.", "2 aggregates written; plans looked at: 1.")]
    public void Where_the_store_is_stays_in_the_house(string said, string told) => Assert.Equal(told, LogRedaction.Keep(said));

    [Fact]
    public async Task A_begun_answer_that_fails_leaves_none_of_its_headers_on_the_problem()
    {
        var (context, _) = await AnswerAsync(context =>
        {
            new Delivery("\"tag\"", "text/csv", CacheRule.Immutable) { LastModified = DateTimeOffset.UnixEpoch, ContentLocation = "/here" }.Announce(
                context.Response
            );
            context.Response.Headers.ETag = "\"tag\"";
            context.Response.Headers["Repr-Digest"] = "sha-256=::";
            throw new RequestFailedException(503, "busy");
        });
        Assert.Equal(503, context.Response.StatusCode);
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.All(
            ["ETag", "Last-Modified", "Content-Location", "Repr-Digest"],
            name => Assert.False(context.Response.Headers.ContainsKey(name), name)
        );
    }

    [Theory]
    [InlineData(false, LogLevel.Warning)]
    [InlineData(true, LogLevel.Error)]
    public async Task The_log_has_the_stack_of_our_own_defects_only(bool ours, LogLevel level)
    {
        var log = new Logged();
        await AnswerAsync(
            _ => throw (ours ? new InvalidOperationException() : new RequestFailedException(503, "busy", "ServerBusy", null)),
            log: log
        );
        var (logged, line, error) = Assert.Single(log.Lines);
        Assert.Equal((level, ours), (logged, error is not null));
        if (!ours)
            Assert.EndsWith("(status 503, ServerBusy): busy", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_without_a_body_gets_one()
    {
        var (context, body) = await AnswerAsync(context =>
        {
            context.Response.StatusCode = 411;
            return Task.CompletedTask;
        });
        Assert.Equal(411, context.Response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", context.Response.ContentType);
        Assert.Equal("malformed-request", (string?)JsonNode.Parse(body)!["code"]);
    }

    [Fact]
    public async Task A_client_that_has_gone_is_not_answered()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var (_, body) = await AnswerAsync(_ => throw new OperationCanceledException(), gone.Token);
        Assert.Empty(body);
    }

    private static async Task<(HttpContext Context, string Body)> AnswerAsync(
        RequestDelegate handler,
        CancellationToken aborted = default,
        ILogger<Edge>? log = null
    )
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext
        {
            Request = { Method = "GET", Path = "/v1" },
            Response = { Body = body },
            RequestAborted = aborted,
        };
        var pipeline = RequestId.Assign(
            PublicHost.Apply(Address.Read(new Edge(log ?? NullLogger<Edge>.Instance).Guard(handler)), "https://data.example.org")
        );
        await pipeline(context);
        return (context, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Logged : ILogger<Edge>
    {
        public List<(LogLevel Level, string Line, Exception? Error)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, formatter(state, exception), exception));
    }
}
