namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>What nobody should send.</summary>
internal static class Hostile
{
    /// <summary>Parts of a file, some of which exist.</summary>
    public static IReadOnlyList<string> Ranges { get; } =
    [
        "bytes=0-0",
        "bytes=0-",
        "bytes=-1",
        "bytes=-0",
        "bytes=5-2",
        "bytes=0-99,200-299",
        "bytes=0-,0-,0-",
        "bytes=99999999999999999999-",
        "bytes=9999999-",
        "bytes=",
        "bytes",
        "items=0-1",
        "bytes=a-b",
        string.Concat("bytes=", string.Join(',', Enumerable.Range(0, 300).Select(n => $"{n * 2}-{n * 2}"))),
    ];

    /// <summary>Header fields with values, of which some are right.</summary>
    public static IReadOnlyList<(string Name, string[] Values)> Headers { get; } =
    [
        (
            "Accept",
            [
                "*/*",
                "",
                "text/html",
                "text/csv",
                "application/x-ndjson",
                "application/pdf",
                "text/*;q=0.5,*/*;q=0",
                "application/json;q=abc",
                "application/json;q=2",
                ";;;;",
                ",,,",
                "*",
                "a/b/c",
                new('a', 5000),
                "application/json;version=\"1",
                "TEXT/MARKDOWN",
                "text/html,*/*;q=0.1,text/csv;q=0.1",
            ]
        ),
        (
            "Accept-Encoding",
            [
                "",
                "gzip",
                "br",
                "gzip, br",
                "identity;q=0",
                "*;q=0",
                "br;q=0,gzip;q=0,identity;q=0",
                "deflate",
                "gzip;q=1.0001",
                "br;q=-1",
                ";q=",
                "\"",
                "gzip;;q=1",
                "zstd, *",
                string.Join(',', Enumerable.Repeat("gzip", 500)),
            ]
        ),
        ("Accept-Language", ["zh", "en;q=0.1, zh-CN", "*", "", "xx-yy-zz", ";q=1", "zh;q=0", "i-klingon"]),
        ("Range", [.. Ranges]),
        ("If-Range", ["\"a\"", "W/\"a\"", "*", "", "Mon, 05 Jan 2026 00:00:00 GMT", "yesterday"]),
        (
            "If-None-Match",
            ["*", "\"a\"", "W/\"a\"", "\"a", "a", "", "\"a\",\"b\" , W/\"c\"", "*, \"a\"", string.Join(',', Enumerable.Repeat("\"abcdefgh\"", 600))]
        ),
        ("If-Match", ["*", "\"a\""]),
        (
            "If-Modified-Since",
            [
                "Mon, 05 Jan 2026 00:00:00 GMT",
                "Fri, 31 Dec 9999 23:59:59 GMT",
                "Thu, 01 Jan 1970 00:00:00 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "yesterday",
                "",
                "-1",
                "Mon, 99 Jan 2026 00:00:00 GMT",
            ]
        ),
        ("If-Unmodified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT"]),
        ("Accept-Datetime", ["Fri, 31 Dec 9999 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "", "2026-01-05"]),
        ("X-Forwarded-For", ["1.2.3.4", "::1", "unknown", "", "1.2.3.4, 5.6.7.8, 9.9.9.9", "[::1]:99999", new('1', 2000), "'; DROP TABLE"]),
        ("X-Forwarded-Proto", ["https", "gopher", "", "https,http"]),
        ("X-Forwarded-Host", ["evil.example", "a b", ""]),
        ("Forwarded", ["for=\"[::1]\";proto=https;host=evil.example"]),
        ("X-Request-Id", ["abc", "<script>", "", new('x', 400), "a\tb"]),
        ("Origin", ["https://evil.example", "null", ""]),
        ("Access-Control-Request-Method", ["DELETE", ""]),
        ("Cookie", ["a=b", "; ; ;", new('c', 3000)]),
        ("Authorization", ["Bearer x", "Basic ====="]),
        ("User-Agent", ["", "Mozilla/5.0 (compatible; bad\u00e9)"]),
        ("traceparent", ["00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "00-0-0-0", "zz"]),
        ("X-Original-URL", ["/admin", "//"]),
        ("X-HTTP-Method-Override", ["DELETE"]),
        (
            "Host",
            ["evil.example", "[::1]:80", "a.example:99999", "a b", "", "example.org/path", "127.0.0.1", "xn--fiq228c.example", "EXAMPLE.org:80"]
        ),
        ("Expect", ["100-continue", "200-ok"]),
        ("Upgrade", ["h2c", "websocket"]),
        ("TE", ["trailers"]),
        ("Max-Forwards", ["0"]),
        ("X-Large", [new('z', 9000), new('z', 40000)]),
        ("X Broken", ["a"]),
        ("X-Control", ["a\u0001b"]),
    ];

    /// <summary>Targets that are no path.</summary>
    public static IReadOnlyList<string> Targets { get; } =
    [
        "*",
        "http://evil.example/v1",
        "//evil.example/v1",
        "v1",
        "/v1 /v1",
        "/\u5357\u901a",
        "/%00",
        "/v1/plans/%00/toc",
        "/?%00=%00",
        "/v1?",
        "/v1??",
        "/v1?&&&",
        "/v1?=",
        "/v1?a",
        "/v1#a",
        "/.",
        "/..",
        "/%2e%2e/v1",
        "/v1/./plans",
        "/v1/../v1/config",
        "/admin",
        "/runtime/webhooks",
        "/PublishInbox",
        "/favicon.ico",
        "/.env",
        "/wp-login.php",
        "/v1/plans/urbanization-14fyp/" + new string('a', 9000),
        "/" + string.Concat(Enumerable.Repeat("a/", 2000)),
        "/v1?" + new string('q', 9000),
        "/v1/plans?" + string.Concat(Enumerable.Range(0, 600).Select(n => $"p{n}=1&")),
        "/V1/PLANS",
        "/v1/",
        "/v1//",
        "/v1.json",
        "/v1/.json",
        "/.json",
        "/v1/plans.json.json",
        "/openapi/v1.yaml",
    ];
}
