// Figures as a chart: the service draws an indicator's baseline and target as SVG: dotnet run chart.cs
var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var svg = await http.GetByteArrayAsync("/v1/plans/urbanization-14fyp/indicators/urbanization-rate/chart.svg");

await File.WriteAllBytesAsync(Path.Combine(Directory.CreateTempSubdirectory().FullName, "chart.svg"), svg);
Console.WriteLine($"chart: {svg.Length} bytes");
