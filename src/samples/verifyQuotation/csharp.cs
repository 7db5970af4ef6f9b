// Does the plan say so, and where? dotnet run verify.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var quote = Uri.EscapeDataString("常住人口城镇化率力争达到74%"); // escapes the percent sign, too
using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp/verify?quote={quote}"));

foreach (var piece in answer.RootElement.GetProperty("pieces").EnumerateArray())
{
    var nodes = piece.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("node"));
    Console.WriteLine($"{piece.GetProperty("result")} {string.Join(' ', nodes)}");
}
