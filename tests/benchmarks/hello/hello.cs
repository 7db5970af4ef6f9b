#:sdk Microsoft.NET.Sdk.Web
#:property InvariantGlobalization=true

// The least that answers over HTTP: what a cold start of ours is compared with. `dotnet publish` of such a file is native.
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "Hello");
app.Run();
