using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Tests.Representations;

/// <summary>The conventions before routing, with a handler behind them that counts how often it runs.</summary>
public sealed class ResponseCacheTests
{
    private readonly Snapshots snapshots = new(Store.Connect("UseDevelopmentStorage=true"), TimeProvider.System);
    private int made;

    [Fact]
    public async Task What_was_made_once_is_sent_again_with_its_own_headers()
    {
        var serve = Kept();
        var first = await AskAsync(serve);
        var second = await AskAsync(serve);
        Assert.Equal(1, made);
        Assert.Equal(Read(first), Read(second));
        Assert.Equal("<a>; rel=\"x\" <b>; rel=\"y\"", string.Join(" ", second.Response.Headers["Link"].ToArray()));
        Assert.Equal(first.Response.Headers.ETag, second.Response.Headers.ETag);
        Assert.Equal(first.Response.Headers.CacheControl, second.Response.Headers.CacheControl);
        Assert.Equal(first.Response.ContentType, second.Response.ContentType);
        Assert.NotEqual(first.Response.Headers["X-Request-Id"], second.Response.Headers["X-Request-Id"]);
    }

    [Theory]
    [InlineData("same", 1)]
    [InlineData("HEAD", 1)]
    [InlineData("If-None-Match", 1)]
    [InlineData("Accept-Encoding", 1)]
    [InlineData("query", 2)]
    [InlineData("host", 2)]
    [InlineData("scheme", 2)]
    [InlineData("case", 2)]
    [InlineData("question mark in the path", 2)]
    [InlineData("line feed in the path", 2)]
    [InlineData("Accept", 2)]
    [InlineData("Accept-Datetime", 2)]
    [InlineData("POST", 2)]
    public async Task Whatever_the_answer_depends_on_has_an_answer_of_its_own(string difference, int times)
    {
        var serve = Kept();
        await AskAsync(serve);
        await AskAsync(
            serve,
            request =>
            {
                switch (difference)
                {
                    case "query":
                        request.QueryString = new("?limit=1");
                        break;
                    case "host":
                        request.Host = new("other.example.org");
                        break;
                    case "scheme":
                        request.Scheme = "https";
                        break;
                    case "case":
                        request.Path = "/V1";
                        break;
                    case "question mark in the path":
                        request.Path = "/v1?";
                        break;
                    case "line feed in the path":
                        request.Path = "/v1\n";
                        break;
                    case "HEAD" or "POST":
                        request.Method = difference;
                        break;
                    case "same":
                        break;
                    default:
                        request.Headers[difference] = "br";
                        break;
                }
            }
        );
        Assert.Equal(times, made);
    }

    [Fact]
    public async Task Under_a_public_base_the_host_of_a_request_does_not_matter()
    {
        var serve = PublicHost.Apply(Kept(), "https://data.example.org");
        await AskAsync(serve);
        await AskAsync(serve, request => request.Host = new("other.example.org"));
        Assert.Equal(1, made);
    }

    [Fact]
    public async Task What_does_not_last_is_made_each_time()
    {
        var serve = Kept(lasts: false);
        await AskAsync(serve);
        await AskAsync(serve);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task A_flood_of_queries_takes_no_more_than_the_budget()
    {
        const int budget = 1024 * 1024,
            queries = 2000;
        var serve = Kept(budget: budget, bytes: 4096);
        for (var query = 0; query < queries; query++)
            await AskAsync(serve, request => request.QueryString = new($"?limit={query}"));
        made = 0;
        for (var query = 0; query < queries; query++)
            await AskAsync(serve, request => request.QueryString = new($"?limit={query}"));
        Assert.InRange(made, queries - (budget / 4096), queries);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1024 * 1024, 200_000)]
    public async Task Without_a_budget_and_beyond_an_eighth_of_it_nothing_is_kept(int budget, int bytes)
    {
        var serve = Kept(budget: budget, bytes: bytes);
        await AskAsync(serve);
        await AskAsync(serve);
        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("text/plain", false, EdgeHeaders.NothingAllowed)]
    [InlineData("text/html", true, PagePolicy.Plain)]
    public async Task A_page_may_show_its_style_and_load_what_it_asks_for_from_memory_too(string contentType, bool isPage, string policy)
    {
        var serve = Kept(contentType: contentType, isPage: isPage);
        for (var time = 0; time < 2; time++)
            Assert.Equal(policy, (await AskAsync(serve)).Response.Headers.ContentSecurityPolicy.ToString());
        Assert.Equal(1, made);
    }

    private RequestDelegate Kept(
        bool lasts = true,
        int budget = 1024 * 1024,
        int bytes = 1000,
        string contentType = "text/plain",
        bool isPage = false
    )
    {
        var body = Encoding.UTF8.GetBytes(new string('a', bytes));
        var delivery = new Delivery(Delivery.TagOf(body), contentType, CacheRule.Moving) { VariesByAccept = true, Lasts = lasts };
        return RequestId.Assign(EdgeHeaders.Add(new ResponseCache(snapshots, budget).Serve(Address.Read(Make))));

        Task Make(HttpContext context)
        {
            made++;
            if (isPage)
                PagePolicy.Allow(context.Response);
            context.Response.Headers.Append("Link", "<a>; rel=\"x\"");
            context.Response.Headers.Append("Link", "<b>; rel=\"y\"");
            return delivery.SendAsync(context, body);
        }
    }

    private static async Task<HttpContext> AskAsync(RequestDelegate serve, Action<HttpRequest>? change = null)
    {
        var context = new DefaultHttpContext
        {
            Request =
            {
                Method = "GET",
                Scheme = "http",
                Host = new("data.example.org"),
                Path = "/v1",
            },
            Response = { Body = new MemoryStream() },
        };
        change?.Invoke(context.Request);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = context.Request.Path.ToUriComponent() + context.Request.QueryString;
        await serve(context);
        await context.Response.CompleteAsync();
        return context;
    }

    private static string Read(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
