// What differs between the oldest and the newest release, counted: dotnet run compare.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var releases = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/releases"));
var items = releases.RootElement.GetProperty("items"); // newest first
var versions = items.EnumerateArray().Select(release => release.GetProperty("version")).ToList();

using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp/changes/{versions[^1]}..{versions[0]}"));
Console.WriteLine($"{versions[^1]} to {versions[0]}: smallest step {answer.RootElement.GetProperty("smallest")}");
foreach (var count in answer.RootElement.GetProperty("summary").EnumerateObject())
    Console.WriteLine($"{count.Name} {count.Value}");
