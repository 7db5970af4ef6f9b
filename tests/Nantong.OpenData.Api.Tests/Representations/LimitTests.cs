using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>The app with narrow limits behind a proxy. No store is needed to be refused.</summary>
public sealed class LimitedApp : IAsyncLifetime
{
    internal const int Requests = 20;

    private const string NoStore =
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;"
        + "TableEndpoint=http://127.0.0.1:9/devstoreaccount1;BlobEndpoint=http://127.0.0.1:9/devstoreaccount1;";

    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync() =>
        App = await RunningApp.StartAsync(
            ("OpenDataStorage", NoStore),
            ("OpenData__RateLimitRequests", $"{Requests}"),
            ("OpenData__RateLimitSeconds", "3600"),
            ("OpenData__TrustedProxies", "127.0.0.1,10.0.0.0/8")
        );

    public Task DisposeAsync() => App.DisposeAsync().AsTask();
}

/// <summary>What a client may send, and how often.</summary>
public sealed class LimitTests(LimitedApp limited) : IClassFixture<LimitedApp>
{
    private const int Requests = LimitedApp.Requests;
    private const string Counted = "/v1/status"; // which is never answered from memory

    private readonly RunningApp app = limited.App;

    [Fact]
    public async Task A_client_is_told_what_is_left_and_refused_when_nothing_is_while_others_go_on()
    {
        for (var left = Requests - 1; left >= 0; left--)
        {
            using var response = await AskAsync(Counted, "203.0.113.1");
            Assert.Equal(200, (int)response.StatusCode);
            Assert.Equal($"\"burst\";q={Requests};w=3600", response.Headers.GetValues("RateLimit-Policy").Single());
            Assert.Equal($"\"burst\";r={left};t={3600 / Requests * (Requests - left)}", response.Headers.GetValues("RateLimit").Single());
        }

        using var refused = await AskAsync(Counted, "203.0.113.1");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        Assert.Equal((429, "quota-exceeded"), ((int)refused.StatusCode, (string?)problem["code"]));
        Assert.Equal(["burst"], problem["violated-policies"]!.AsArray().Select(policy => (string?)policy));
        Assert.Equal(TimeSpan.FromSeconds(3600 / Requests), refused.Headers.RetryAfter?.Delta);
        Assert.StartsWith("\"burst\";r=0;", refused.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        Assert.Equal("*", refused.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("Retry-After", refused.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);

        Assert.Equal(200, await StatusAsync(Counted, "203.0.113.2"));
        foreach (var exempt in new[] { "/health/live", "/v1/config", "/v1/config/", "/v1/config.json" })
            Assert.Equal(200, await StatusAsync(exempt, "203.0.113.1"));
        Assert.Equal(429, await StatusAsync("/nothing-here", "203.0.113.1"));
        using var preflight = await app.SendAsync(
            HttpMethod.Options,
            "/v1",
            ("X-Forwarded-For", "203.0.113.1"),
            ("Origin", "https://example.org"),
            ("Access-Control-Request-Method", "GET")
        );
        Assert.Equal(204, (int)preflight.StatusCode);
    }

    [Fact]
    public async Task What_a_browser_asks_before_a_request_is_not_counted()
    {
        using var first = await AskAsync(Counted, "203.0.113.40");
        using var preflight = await app.SendAsync(HttpMethod.Options, Counted, ("X-Forwarded-For", "203.0.113.40"));
        using var second = await AskAsync(Counted, "203.0.113.40");
        Assert.Equal(LeftOf(first) - 1, LeftOf(second));
    }

    [Theory]
    [InlineData("203.0.113.10", "203.0.113.10:1234", true)]
    [InlineData("203.0.113.11", "198.51.100.1, 203.0.113.11", true)] // what a client writes itself stands further left
    [InlineData("203.0.113.12", "203.0.113.12, 10.1.2.3", true)]
    [InlineData("203.0.113.13", "203.0.113.13, 203.0.113.14", false)] // no proxy of ours
    [InlineData("2001:db8:0:1::1", "[2001:db8:0:1::2]:443", true)] // one subscriber
    [InlineData("2001:db8:0:3::1", "2001:db8:0:4::1", false)]
    public async Task The_client_is_the_first_address_from_the_right_that_is_no_trusted_proxy(string client, string forwarded, bool same)
    {
        using var first = await AskAsync(Counted, client);
        using var second = await AskAsync(Counted, forwarded);
        Assert.Equal(same, LeftOf(second) == LeftOf(first) - 1);
    }

    [Theory]
    [InlineData("https", "max-age=31536000")]
    [InlineData("http", null)]
    public async Task Over_https_alone_browsers_are_told_to_stay_with_it(string scheme, string? policy)
    {
        using var response = await app.SendAsync(HttpMethod.Get, "/health/live", ("X-Forwarded-For", "203.0.113.20"), ("X-Forwarded-Proto", scheme));
        Assert.Equal(policy, response.Headers.TryGetValues("Strict-Transport-Security", out var sent) ? sent.Single() : null);
    }

    [Fact]
    public async Task Every_answer_keeps_browsers_from_doing_harm()
    {
        foreach (var path in new[] { "/v1/config", "/nothing-here", "/v1?x=1" })
        {
            using var response = await AskAsync(path, "203.0.113.30");
            Assert.Equal(
                "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
                response.Headers.GetValues("Content-Security-Policy").Single()
            );
            Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.Equal("cross-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task The_limits_are_public()
    {
        using var response = await app.Client.GetAsync("/v1/config");
        var limits = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["limits"]!;
        Assert.Equal((Requests, 3600), ((int?)limits["rate"]!["requests"], (int?)limits["rate"]!["seconds"]));
        Assert.Equal((8192, 32768, 100), ((int?)limits["targetBytes"], (int?)limits["headerBytes"], (int?)limits["headerCount"]));
        Assert.Equal((10, 130), ((int?)limits["headSeconds"], (int?)limits["idleSeconds"]));
        Assert.Equal((4096, 60, 4096), ((int?)limits["readingRate"], (int?)limits["readingSeconds"], (int?)limits["connections"]));
        Assert.Equal(16 * 1024 * 1024, (long?)limits["cacheBytes"]);
    }

    [Theory]
    [InlineData("target of 8192", 400, "unknown-parameter")]
    [InlineData("target of 8193", 414, "uri-too-long")]
    [InlineData("target of 30000", 414, "uri-too-long")]
    [InlineData("header of 32000", 200, null)]
    [InlineData("header of 33000", 431, "headers-too-large")]
    [InlineData("header of 120000", 431, "headers-too-large")]
    [InlineData("99 headers", 200, null)]
    [InlineData("101 headers", 431, "headers-too-large")]
    [InlineData("390 headers", 431, "headers-too-large")]
    [InlineData("body", 400, "malformed-request")]
    [InlineData("empty chunks", 200, null)]
    [InlineData("no host", 400, null)]
    public async Task What_is_too_large_is_refused_in_the_shape_of_every_refusal(string sent, int status, string? code)
    {
        const string path = "/v1/config";
        var number =
            int.TryParse(sent.Split(' ')[^1], out var last) ? last
            : int.TryParse(sent.Split(' ')[0], out var first) ? first
            : 0;
        var request = sent switch
        {
            _ when sent.StartsWith("target", StringComparison.Ordinal) =>
                $"GET {path}?{new string('x', number - path.Length - 1)} HTTP/1.1\r\nHost: a\r\n\r\n",
            _ when sent.StartsWith("header", StringComparison.Ordinal) =>
                $"GET {path} HTTP/1.1\r\nHost: a\r\nX-Long: {new string('x', number)}\r\n\r\n",
            _ when sent.EndsWith("headers", StringComparison.Ordinal) =>
                $"GET {path} HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Range(0, number - 1).Select(n => $"X-{n}: x\r\n"))}\r\n",
            "body" => $"GET {path} HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{{}}",
            "empty chunks" => $"GET {path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            _ => $"GET {path} HTTP/1.1\r\n\r\n",
        };
        var (answered, body) = await SendRawAsync(request);
        Assert.Equal(status, answered);
        Assert.Equal(code, body.StartsWith('{') ? (string?)JsonNode.Parse(body)!["code"] : null); // without a host the server refuses by itself
    }

    [Fact]
    public async Task Nobody_is_waited_for_who_does_not_finish_a_head()
    {
        var unfinished = SendRawAsync("GET /v1/config HTTP/1.1\r\nHost: a\r\nX-Half: ");
        Assert.Equal(200, await StatusAsync("/v1/config", "203.0.113.60")); // others go on meanwhile
        Assert.Equal((408, ""), await unfinished.WaitAsync(TimeSpan.FromMinutes(1))); // after 10 seconds; the connection is closed with it
    }

    /// <summary>What an answer says is left.</summary>
    internal static int LeftOf(HttpResponseMessage response) => LeftIn(response.Headers.GetValues("RateLimit").Single());

    /// <summary>What a header says is left: 969 in <c>"burst";r=969;t=112</c>.</summary>
    internal static int LeftIn(string header) => int.Parse(header.Split(';')[1][2..], System.Globalization.CultureInfo.InvariantCulture);

    private Task<HttpResponseMessage> AskAsync(string path, string forwardedFor) =>
        app.SendAsync(HttpMethod.Get, path, ("X-Forwarded-For", forwardedFor));

    private async Task<int> StatusAsync(string path, string forwardedFor)
    {
        using var response = await AskAsync(path, forwardedFor);
        return (int)response.StatusCode;
    }

    /// <summary>Sends what no client would, and reads one answer.</summary>
    private async Task<(int Status, string Body)> SendRawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Client.BaseAddress!.Host, app.Client.BaseAddress.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(request.Replace("\r\nHost: a\r\n", "\r\nHost: a\r\nConnection: close\r\n", StringComparison.Ordinal))
        );
        var answer = (await new StreamReader(stream).ReadToEndAsync()).Split("\r\n\r\n", 2);
        return (int.Parse(answer[0].AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture), answer[1]);
    }
}
