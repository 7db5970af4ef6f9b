// A paragraph of the text with its place in the source: dotnet run paragraph.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var node = JsonDocument.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/text/ch5/s5/p2"));

Console.WriteLine(node.RootElement.GetProperty("text"));
Console.WriteLine($"lines {node.RootElement.GetProperty("source").GetProperty("lines")} of the source");
