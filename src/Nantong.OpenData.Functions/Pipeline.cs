using Microsoft.AspNetCore.Http;
using Nantong.OpenData.Api;

namespace Nantong.OpenData.Functions;

/// <summary>The pipeline of the API, to which every HTTP function hands its request.</summary>
/// <param name="services">The services of the app, not those of one invocation.</param>
internal sealed class Pipeline(IServiceProvider services)
{
    private readonly RequestDelegate pipeline = OpenDataApi.Build(services);

    /// <summary>Answers a request. The function that it arrived at counts it; which resource answers, the API's own routes decide.</summary>
    public Task AnswerAsync(HttpRequest request)
    {
        var context = request.HttpContext;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        return pipeline(context);
    }
}
