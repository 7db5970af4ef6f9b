using System.Net;
using System.Net.Sockets;
using System.Text;
using Nantong.OpenData.Api.Tests.Contracts;
using Xunit.Abstractions;

namespace Nantong.OpenData.Api.Tests.Fuzz;

[Collection(nameof(ServedPlan))]
public sealed class FuzzTests(ServedPlan served, ITestOutputHelper output)
{
    [Fact]
    public Task Whatever_is_asked_is_answered_as_the_contract_says() => Fuzzed.AskAsync(served.App, Fuzzed.Requests, below: "/", output);

    [Fact]
    public void The_same_seed_makes_the_same_requests_and_another_makes_others()
    {
        Assert.Equal(Lines(7), Lines(7));
        Assert.NotEqual(Lines(7), Lines(8));
        static IEnumerable<string> Lines(int seed) =>
            new FuzzGrammar(PublishedContract.Committed, seed).Take(200).Select(request => Encoding.UTF8.GetString(request.Bytes));
    }

    [Theory]
    [InlineData("HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\n\r\n", "answered 500")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "a refusal with 404 is no problem document but nothing")]
    [InlineData(
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nnone",
        "a refusal with 404 is no problem document but text/plain"
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
        "getService 200 promises headers that are absent: ETag, Cache-Control, X-Request-Id"
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nCache-Control: no-store\r\nX-Request-Id: a\r\nX-Powered-By: a\r\nContent-Type: "
            + "application/json\r\nContent-Length: 2\r\n\r\n{}",
        "getService 200 promises no header X-Powered-By"
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nCache-Control: no-store\r\nX-Request-Id: a\r\nContent-Type: application/json\r\nContent-Length: "
            + "2\r\n\r\n{}",
        "Required properties"
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nETag: \"a\"\r\nCache-Control: no-store\r\nX-Request-Id: a\r\nContent-Type: text/csv\r\nContent-Length: 2\r\n\r\nab",
        "getService 200 promises no text/csv"
    )]
    [InlineData("HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n", "getService promises no 418")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n", "no answer within 0.5 s")]
    [InlineData("", "no answer within 0.5 s")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "InvalidDataException: the body ends after 3 of 10 bytes", true)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nabc", "InvalidDataException: the body ends after 3 of 10 bytes", true)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "ArgumentNullException", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd", "InvalidDataException", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 4\r\n\r\nabcd", "InvalidDataException: an unknown coding: zstd", true)]
    [InlineData("HTTP/1.1 200 OK\r\nno field\r\n\r\n", "InvalidDataException: no header field: no field", true)]
    [InlineData("HTTP/1.1\r\n\r\n", "IndexOutOfRangeException", true)]
    [InlineData("", "the connection was closed without an answer", true)]
    public async Task A_server_that_breaks_the_contract_is_found_out(string answer, string complaint, bool closes = false)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = AnswerAsync(listener, answer, closes);
        var target = complaint.StartsWith("a refusal", StringComparison.Ordinal) ? "/nothing-here" : "/v1";
        var server = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        var patience = TimeSpan.FromSeconds(complaint.StartsWith("no answer", StringComparison.Ordinal) ? 0.5 : 30);
        var result = await new FuzzRun(PublishedContract.Committed, server, patience).SendAsync([new FuzzRequest(1, "GET", target, [("Host", "a")])]);
        listener.Stop();
        (await serving).Dispose();

        var found = Assert.Single(result.Complaints);
        Assert.Contains(complaint, found, StringComparison.Ordinal);
        Assert.EndsWith(
            $"curl -gi --path-as-is -X GET -H $'Host: a' $'{server.GetLeftPart(UriPartial.Authority)}{target}'",
            found,
            StringComparison.Ordinal
        );
    }

    private static async Task<TcpClient> AnswerAsync(TcpListener listener, string answer, bool closes)
    {
        var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        if (closes)
            client.Client.Shutdown(SocketShutdown.Send);
        return client;
    }
}
