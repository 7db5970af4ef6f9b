// Ask again only for what changed, by the ETag of the first answer: dotnet run unchanged.cs
using System.Net;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var first = await http.GetAsync("/v1/plans/urbanization-14fyp/indicators");
first.EnsureSuccessStatusCode();

using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/plans/urbanization-14fyp/indicators");
request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
using var again = await http.SendAsync(request);
Console.WriteLine(again.StatusCode is HttpStatusCode.NotModified ? "304: unchanged" : $"{(int)again.StatusCode}: changed");
