using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Nantong.OpenData.Api;
using Nantong.OpenData.Api.Polling;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Functions;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// Else each request sends four messages to the host, a third of what a request costs.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.Services.Configure<KestrelServerOptions>(kestrel =>
{
    kestrel.AddServerHeader = false;
    RequestLimits.Set(kestrel.Limits);
});
builder.Services.PostConfigure<ApiOptions>(Platform.TrustThisMachine);
builder.Services.AddApi(builder.Configuration);
builder.Services.AddSingleton<Pipeline>();
builder.AddTelemetry();

var app = builder.Build();
if (OpenDataApi.FindFault(app.Services) is { } fault)
{
    Console.Error.WriteLine(fault);
    return 1;
}

_ = Task.Run(() => app.Services.GetRequiredService<Pipeline>().WarmAsync()); // if it fails, so does the first request, and that is told
var loops = new BackgroundLoops(app.Services);
app.Run();
return loops.ExitCode;
