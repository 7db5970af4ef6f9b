// SQL over a Parquet file with DuckDB: the indicators that are to rise most: dotnet run duckdb.cs
#:package DuckDB.NET.Data.Full@1.5.6
using DuckDB.NET.Data;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "indicators.parquet");
await File.WriteAllBytesAsync(file, await http.GetByteArrayAsync("/v1/plans/urbanization-14fyp/files/indicators.parquet"));

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
using var command = connection.CreateCommand();
command.CommandText = $"""
    SELECT short_en, baseline_value, target_value, round(target_value - baseline_value, 2) AS rise
    FROM '{file}' WHERE unit_code = '%' ORDER BY rise DESC NULLS LAST LIMIT 5
    """;
using var rows = command.ExecuteReader();
while (rows.Read())
    Console.WriteLine($"{rows.GetString(0)}: {rows.GetValue(1)} to {rows.GetValue(2)}, + {rows.GetValue(3)}");
