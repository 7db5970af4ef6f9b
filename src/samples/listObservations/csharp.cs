// The values of one indicator since 2020: year[gte] means from that year on, escaped: dotnet run observations.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var filter = $"indicator=urban-rural-income-ratio&area=nantong&{Uri.EscapeDataString("year[gte]")}=2020";
using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp/observations?{filter}"));

foreach (var row in answer.RootElement.GetProperty("items").EnumerateArray())
    Console.WriteLine($"{row.GetProperty("year")} {row.GetProperty("value")} {row.GetProperty("status")}");
