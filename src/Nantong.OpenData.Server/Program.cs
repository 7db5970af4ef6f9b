using Nantong.OpenData.Api;
using Nantong.OpenData.Server;

// The runtime reads it with the first socket: completions run where they arrive, without a hop to another thread. Whoever sets it decides otherwise.
if (Environment.GetEnvironmentVariable(StartUp.InlineCompletions) is null)
    Environment.SetEnvironmentVariable(StartUp.InlineCompletions, "1");

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddListener().AddTelemetry();
builder.Services.AddApi(builder.Configuration);
if (!OpenDataApi.IsContractBuild)
    builder.Services.AddHostedService<Scheduler>();

var app = builder.Build();
if (!app.HasSoundSettings())
    return 1;
app.Run(OpenDataApi.Build(app.Services));
return app.RunToTheEnd();
