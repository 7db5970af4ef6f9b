var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddOpenApi("v1");
builder.Build().Run();
