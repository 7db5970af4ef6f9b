// The plan: its title, its latest release and the address that never changes: dotnet run plan.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var plan = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp"));

var title = plan.RootElement.GetProperty("title");
Console.WriteLine($"{title.GetProperty("zh")} / {title.GetProperty("en")}");
Console.WriteLine($"release {plan.RootElement.GetProperty("release").GetProperty("version")}");
Console.WriteLine(plan.RootElement.GetProperty("permalink")); // cite this: it never changes
