// A client by Kiota, typed. Once, in an empty folder:
//     dotnet new console
//     for part in Abstractions Http.HttpClientLibrary Serialization.Form Serialization.Json Serialization.Multipart Serialization.Text; do
//         dotnet add package Microsoft.Kiota.$part --version 2.1.6
//     done
//     dotnet new tool-manifest
//     dotnet tool install Microsoft.OpenApi.Kiota --version 1.38.0
//     dotnet kiota generate -l CSharp -d "${OPENDATA:-http://127.0.0.1:7071}/openapi/v1.json" -n OpenData -c OpenDataClient -o Client
// Then this is Program.cs: dotnet run
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using OpenData;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = root };
var indicators = await new OpenDataClient(adapter)
    .V1.Plans["urbanization-14fyp"]
    .Indicators.GetAsync(request =>
    {
        request.QueryParameters.Filter = "target.value[gte]=70";
        request.QueryParameters.Limit = 5;
    });

foreach (var indicator in indicators!.Items!)
    Console.WriteLine($"{indicator.ShortLabel!.En}: {indicator.Target!.Value}");
