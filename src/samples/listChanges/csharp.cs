// What changed since release 1.0.0; limit=0 counts only, leave it out to read the changes: dotnet run changes.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var answer = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/changes?since=1.0.0&limit=0"));

Console.WriteLine($"{answer.RootElement.GetProperty("page").GetProperty("total")} changes");
