// All commitments, page by page: dotnet run commitments.cs
using System.Text.Json;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient();
var count = 0;
for (var url = $"{root}/v1/plans/urbanization-14fyp/commitments?limit=20"; url is not null; )
{
    using var answer = JsonDocument.Parse(await http.GetStringAsync(url));
    count += answer.RootElement.GetProperty("items").GetArrayLength();
    url = answer.RootElement.GetProperty("page").GetProperty("next").GetString(); // null on the last page
}

Console.WriteLine($"{count} commitments");
