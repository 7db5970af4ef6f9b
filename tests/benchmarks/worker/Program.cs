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
    /// <summary>Says that it is alive.</summary>
    [Function("Health")]
    public Task Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health/live")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("alive");
}
