// Pin a version, so that answers stay as they are whatever comes later: dotnet run pinned.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var releases = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/releases"));
var oldest = releases.RootElement.GetProperty("items").EnumerateArray().Last().GetProperty("version"); // newest first

using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp@{oldest}/indicators"));
var count = answer.RootElement.GetProperty("items").GetArrayLength();
Console.WriteLine($"{count} indicators of {answer.RootElement.GetProperty("permalink")}");
