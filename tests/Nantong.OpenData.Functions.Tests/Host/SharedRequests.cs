using System.Text.Json;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>The requests: every path of the contract in its forms, and whatever else people and programs send.</summary>
internal static class SharedRequests
{
    private const string Plan = "/v1/plans/urbanization-14fyp";

    /// <summary>What stands for the parameters of the contract's paths.</summary>
    private static readonly Dictionary<string, string> Values = new()
    {
        ["plan"] = "urbanization-14fyp@1.0.1",
        ["path"] = "ch5/s5/p2",
        ["id"] = "green-travel-share",
        ["number"] = "4",
        ["version"] = "1.0.0",
        ["name"] = "indicators.csv",
        ["code"] = "not-found",
        ["from"] = "1.0.0",
        ["to"] = "1.0.1",
        ["codelist"] = "version-rules",
        ["task"] = "first-call",
        ["keyId"] = "none",
    };

    private static readonly string[] Forms = [".json", ".html", ".csv", ".ndjson", ".md", ".txt"];

    /// <summary>Answers of these tell of the process itself, so only their status is compared.</summary>
    public static bool TellsOfTheProcess(string target) =>
        target.StartsWith("/v1/status", StringComparison.Ordinal) || target.StartsWith("/health", StringComparison.Ordinal);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SharedRequest> All { get; } =
    [
        .. Paths()
            .SelectMany(path =>
                (SharedRequest[])
                    [
                        new("GET", path),
                        new("HEAD", path),
                        new("OPTIONS", path),
                        new("GET", path, ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"), ("Accept-Language", "zh-CN")),
                        new("GET", path, ("Accept-Encoding", "br, gzip")),
                        new("POST", path),
                        .. Forms.Select(form => new SharedRequest("GET", path + form)),
                    ]
            ),
        .. new[]
        {
            "/indicators.csv",
            "/indicators.ndjson",
            "/observations.csv",
            "/text.md",
            "/text/ch5.txt",
            "/toc.json",
            "/cite.bib",
            "/changes.atom",
            "/changes.feed.json",
            "/document.json",
        }.Select(form => new SharedRequest("GET", Plan + form)),
        .. new[]
        {
            "/",
            "/docs",
            "/robots.txt",
            "/sitemap.xml",
            "/llms.txt",
            "/favicon.ico",
            "/v1/catalog.ttl",
            "/v2",
            "/v1/nothing",
            "/V1/PLANS",
            "//v1",
            "/v1/",
            "/admin",
            "/health",
            "/index.php?x=%00",
        }.Select(path => new SharedRequest("GET", path)),
        .. new[] { "PUT", "PATCH", "DELETE", "BREW" }.Select(method => new SharedRequest(method, $"{Plan}/indicators")),
        new("POST", "/"),
        new("POST", "/RebuildAggregates"),
        new("OPTIONS", "/", ("Access-Control-Request-Method", "GET"), ("Origin", "https://a.example")),
        new(
            "OPTIONS",
            $"{Plan}/indicators",
            ("Access-Control-Request-Method", "GET"),
            ("Access-Control-Request-Headers", "if-none-match"),
            ("Origin", "https://a.example")
        ),
        new("GET", $"{Plan}/search?q={Uri.EscapeDataString("养老")}"),
        new("GET", $"{Plan}/verify?quote={Uri.EscapeDataString("受污染耕地安全利用率93%以上")}"),
        new("GET", $"{Plan}/search?q=%E9"),
        new("GET", $"{Plan}/indicators?filter=target.value[gte]=70&filter=seq[lt]=9"),
        new("GET", $"{Plan}/indicators?target.value[gte]=70&sort=target.value:desc,seq&fields=id,target"),
        new("GET", $"{Plan}/indicators?limit=abc&sort=nothing"),
        new("GET", $"{Plan}/indicators?limit=1&limit=2"),
        new("GET", $"{Plan}/indicators?x=%&y=a&y=b"),
        new("GET", $"{Plan}/text/ch5%2Fs5%2Fp2"),
        new("GET", $"{Plan}/indicators?q={new string('a', 7000)}"),
        new("GET", $"{Plan}/files/indicators.csv", ("Range", "bytes=0-99")),
        new("GET", $"{Plan}/files/indicators.csv", ("Range", "bytes=0-9,20-29")),
        new("GET", $"{Plan}/files/indicators.csv", ("Range", "bytes=999999-")),
        new("GET", $"{Plan}/files/all.zip"),
        new("GET", $"{Plan}/indicators", ("Accept", "application/vnd.nothing")),
        new("GET", $"{Plan}/indicators", ("If-Match", "\"none\"")),
        new("GET", $"{Plan}/indicators", ("x-ms-invocation-id", "a-client-s-own")),
        new("GET", $"{Plan}/indicators", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Host", "evil.example")),
        new("GET", $"{Plan}/indicators", ("Accept-Datetime", "Thu, 01 Jan 2026 00:00:00 GMT")),
        new("GET", "/v1/plans/urbanization-14fyp@1"),
        new("GET", "/v1/plans/urbanization-14fyp@9.9.9/indicators"),
        new("GET", "/v1/plans/urbanisation-14fyp"),
        .. Assistants(),
    ];

    /// <summary>What assistants send: messages, a call of each kind, mistakes, and methods that are no part of the protocol.</summary>
    private static IEnumerable<SharedRequest> Assistants()
    {
        (string, string)[] headers = [("Accept", "application/json, text/event-stream")];
        foreach (
            var message in new[]
            {
                """
                    {"jsonrpc":"2.0","id":1,"method":"initialize",
                     "params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"a","version":"1"}}}
                    """,
                """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
                """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""",
                """{"jsonrpc":"2.0","id":1,"method":"resources/list"}""",
                """{"jsonrpc":"2.0","id":1,"method":"resources/templates/list"}""",
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":"绿化"}}}""",
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"read_text","arguments":{"path":"ch5.s5.p2"}}}""",
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"q":7,"colour":"red"}}}""",
                """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"drop_tables"}}""",
                """{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"/v1/plans/urbanization-14fyp/indicators"}}""",
                "[]",
                "{",
                "",
            }
        )
            yield return new("POST", "/mcp", headers) { Message = message };
        yield return new("POST", "/mcp", headers);
        foreach (var method in new[] { "GET", "DELETE", "OPTIONS", "PUT" })
            yield return new(method, "/mcp", headers);
    }

    private static IEnumerable<string> Paths()
    {
        using var contract = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json")));
        foreach (var path in contract.RootElement.GetProperty("paths").EnumerateObject())
            yield return Values.Aggregate(path.Name, (filled, value) => filled.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
    }
}
