using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Nantong.OpenData.Api;

namespace Nantong.OpenData.Functions;

/// <summary>The pipeline of the API, to which every HTTP function hands its request.</summary>
/// <param name="services">The services of the app, not those of one invocation.</param>
internal sealed class Pipeline(IServiceProvider services)
{
    private const string Probe = "/health/live";

    private readonly RequestDelegate pipeline = OpenDataApi.Build(services);

    /// <summary>Answers a request. The function that it arrived at counts it; which resource answers, the API's own routes decide.</summary>
    /// <param name="request">The request.</param>
    /// <param name="function">The function, which is named like its method: metrics and traces tell families apart by it.</param>
    public Task AnswerAsync(HttpRequest request, [CallerMemberName] string function = "")
    {
        var context = request.HttpContext;
        context.Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("faas.name", function));
        Activity.Current?.SetTag("faas.name", function);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return pipeline(context);
    }

    /// <summary>Answers a request that nobody sent: while host and worker still talk of functions, routes and serialisers get ready for the first
    /// real one.</summary>
    public Task WarmAsync()
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = Probe;
        (context.Request.Method, context.Request.Scheme, context.Request.Path) = (HttpMethods.Get, Uri.UriSchemeHttp, Probe);
        context.Request.Host = new("localhost");
        return pipeline(context);
    }
}
