// A file, and whether it is whole: dotnet run download.cs
using System.Security.Cryptography;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
using var response = await http.GetAsync("/v1/plans/urbanization-14fyp/files/indicators.csv");
response.EnsureSuccessStatusCode();

var sha256 = Convert.ToBase64String(SHA256.HashData(await response.Content.ReadAsByteArrayAsync()));
if (response.Headers.GetValues("Repr-Digest").Single() != $"sha-256=:{sha256}:")
    throw new InvalidDataException("the file is not whole");
Console.WriteLine("indicators.csv: OK");
