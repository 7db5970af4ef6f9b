// Subscribe to new releases: any feed reader takes this address, and so do programs: dotnet run subscribe.cs
using System.Xml.Linq;

var root = Environment.GetEnvironmentVariable("OPENDATA") ?? "http://127.0.0.1:7071";
using var http = new HttpClient { BaseAddress = new Uri(root) };
var feed = XElement.Parse(await http.GetStringAsync("/v1/plans/urbanization-14fyp/changes.atom"));

var atom = feed.Name.Namespace;
var entries = feed.Elements(atom + "entry").ToList();
Console.WriteLine($"{entries.Count} entries");
Console.WriteLine($"{entries[0].Element(atom + "title")!.Value} {entries[0].Element(atom + "updated")!.Value}"); // the newest comes first
