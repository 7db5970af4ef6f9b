// How to cite a passage, after GB/T 7714 and APA; bibtex, ris, csl and plain are styles, too: dotnet run cite.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
foreach (var style in new[] { "gbt7714", "apa" })
{
    using var answer = JsonDocument.Parse(await http.GetStringAsync($"/v1/plans/urbanization-14fyp/cite?target=ch2.s3.p1&style={style}"));
    Console.WriteLine(answer.RootElement.GetProperty("text"));
}
