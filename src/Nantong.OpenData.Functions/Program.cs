using Nantong.OpenData.Functions;
using Nantong.OpenData.Functions.Conventions;
using Nantong.OpenData.Functions.Formats;
using Nantong.OpenData.Functions.Http;
using Nantong.OpenData.Functions.Timers;

// The runtime reads it with the first socket: completions run where they arrive, without a hop to another thread. Whoever sets it decides otherwise.
if (Environment.GetEnvironmentVariable(StartUp.InlineCompletions) is null) Environment.SetEnvironmentVariable(StartUp.InlineCompletions, "1");

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddListener().AddSettings().AddData().AddTimers().AddJson().AddTelemetry().AddContract();

var app = builder.Build();
if (!app.HasSoundSettings()) return 1;
app.UseConventions();

Service.Map(app);
Crawlers.Map(app);
Health.Map(app);
OpenApi.Map(app);
Docs.Map(app);

var v1 = app.MapGroup("/v1").Offers(Format.OfData);
Config.Map(v1);
Status.Map(v1);
ProblemTypes.Map(v1);
Keys.Map(v1);
Codelists.Map(v1);
Plans.Map(v1);
Catalogues.Map(v1);

var plan = v1.MapGroup("/plans/{plan}").IsOfRelease();
Toc.Map(plan);
Text.Map(plan);
NodeLinks.Map(plan);
Indicators.Map(plan);
Evaluations.Map(plan);
Observations.Map(plan);
Commitments.Map(plan);
Places.Map(plan);
Quality.Map(plan);
Columns.Map(plan);
Aggregates.Map(plan);
Search.Map(plan);
Verify.Map(plan);
Cite.Map(plan);
Releases.Map(plan);
Changes.Map(plan);
Comparisons.Map(plan);
Document.Map(plan);
Files.Map(plan);

if (builder.FunctionsPort is not null) TimerCall.Map(app, app.Services.GetRequiredService<TimerFunctions>());

return app.RunToTheEnd();
