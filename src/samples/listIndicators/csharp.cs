// Every indicator with its baseline and its target: dotnet run indicators.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var answer = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/indicators"));

foreach (var row in answer.RootElement.GetProperty("items").EnumerateArray())
    Console.WriteLine($"{row.GetProperty("name")} {row.GetProperty("baseline").GetProperty("raw")} → {row.GetProperty("target").GetProperty("raw")}");
Console.WriteLine(answer.RootElement.GetProperty("permalink")); // cite this: it never changes
