using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Build().Run();

/// <summary>Answers one address, as ours does.</summary>
internal sealed class Live
{
    private static readonly string Body = Environment.GetEnvironmentVariable("MINIMAL_ANSWER") ?? "alive";

    /// <summary>Says that it is alive, or whatever it was started to say.</summary>
    [Function("Health")]
    public Task Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync(Body);
}
