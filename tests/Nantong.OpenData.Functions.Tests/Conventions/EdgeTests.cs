using System.Text.Json.Nodes;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Nantong.OpenData.Functions.Conventions;

namespace Nantong.OpenData.Functions.Tests.Conventions;

public sealed class EdgeTests
{
    public static TheoryData<Exception, int, string> Failures { get; } = new()
    {
        { new InvalidOperationException("secret of the house"), 500, "internal-error" },
        { new RequestFailedException(0, "secret of the house"), 503, "store-unavailable" },
        { new RequestFailedException(503, "secret of the house", "ServerBusy", null), 503, "store-unavailable" },
        { new BadHttpRequestException("secret of the house"), 400, "malformed-request" },
        { new BadHttpRequestException("secret of the house", 413), 413, "request-too-large" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_handler_throws_a_client_sees_a_problem_and_no_stack_trace(Exception thrown, int status, string code)
    {
        var (context, body) = await AnswerAsync(_ => throw thrown);
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(code, (string?)JsonNode.Parse(body)!["code"]);
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_without_a_body_gets_one()
    {
        var (context, body) = await AnswerAsync(context =>
        {
            context.Response.StatusCode = 400;
            return Task.CompletedTask;
        });
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

    private static async Task<(HttpContext Context, string Body)> AnswerAsync(RequestDelegate handler, CancellationToken aborted = default)
    {
        var body = new MemoryStream();
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = "/v1" }, Response = { Body = body }, RequestAborted = aborted };
        var pipeline = RequestId.Assign(Address.Read(new Edge(NullLogger<Edge>.Instance).Guard(handler), "https://data.example.org"));
        await pipeline(context);
        return (context, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
