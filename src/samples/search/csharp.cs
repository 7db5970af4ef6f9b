// Search by a resident's word, 地铁 where the plan says 轨道交通, and see how the search was widened: dotnet run search.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp/search?q={Uri.EscapeDataString("地铁")}"));

var titles = answer.RootElement.GetProperty("items").EnumerateArray().Select(hit => hit.GetProperty("title"));
Console.WriteLine($"{answer.RootElement.GetProperty("page").GetProperty("total")} hits, the first: {titles.FirstOrDefault()}");
foreach (var step in answer.RootElement.GetProperty("steps").EnumerateArray()) // none when the word itself was found
    Console.WriteLine($"{step.GetProperty("kind")}: {step.GetProperty("from")} → {step.GetProperty("to")}");
