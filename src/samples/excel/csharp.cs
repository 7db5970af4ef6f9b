// The workbook for Excel (files/indicators-excel.csv is one table as CSV for Excel): dotnet run excel.cs
var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var content = await http.GetByteArrayAsync("/v1/plans/urbanization-14fyp/files/plan.xlsx");

if (!content.AsSpan().StartsWith("PK"u8))
    throw new InvalidDataException("not a workbook"); // which is a ZIP archive
await File.WriteAllBytesAsync(Path.Combine(Directory.CreateTempSubdirectory().FullName, "plan.xlsx"), content);
Console.WriteLine($"plan.xlsx: {content.Length} bytes");
