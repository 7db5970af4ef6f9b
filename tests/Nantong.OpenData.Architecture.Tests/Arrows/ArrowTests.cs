using System.Xml.Linq;

namespace Nantong.OpenData.Architecture.Arrows;

public sealed class ArrowTests
{
    private static readonly string[] OpenTelemetry =
    [
        "OpenTelemetry.Exporter.OpenTelemetryProtocol",
        "OpenTelemetry.Extensions.Hosting",
        "OpenTelemetry.Instrumentation.AspNetCore",
        "OpenTelemetry.Instrumentation.Http",
        "OpenTelemetry.Instrumentation.Runtime",
    ];

    // Plans ← Releases ← Storage ← Jobs ← Api ← Functions, Server, Cli (for a preview alone).
    // Another name here is a decision: say why in src/decisions.
    private static readonly Dictionary<string, Names> Map = new()
    {
        ["Plans"] = new([], []),
        ["Releases"] = new(["Plans"], ["CsvHelper", "SharpZipLib"]),
        ["Storage"] = new(["Plans", "Releases"], ["Azure.Data.Tables", "Azure.Identity", "Azure.Storage.Blobs"]),
        ["Jobs"] = new(["Plans", "Releases", "Storage"], ["Cronos", "Microsoft.Extensions.Logging.Abstractions"]),
        ["Api"] = new(["Plans", "Releases", "Storage", "Jobs"], ["Microsoft.AspNetCore.OpenApi", "ModelContextProtocol.AspNetCore", "RazorSlices"]),
        ["Functions"] = new(
            ["Plans", "Releases", "Storage", "Jobs", "Api"],
            [
                "Microsoft.Azure.Functions.Worker",
                "Microsoft.Azure.Functions.Worker.Sdk",
                "Microsoft.Azure.Functions.Worker.Extensions.Http",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer",
                "Microsoft.Azure.Functions.Worker.OpenTelemetry",
                "Azure.Monitor.OpenTelemetry.Exporter",
                "OpenTelemetry.PersistentStorage.FileSystem",
                .. OpenTelemetry,
            ]
        ),
        ["Server"] = new(
            ["Plans", "Releases", "Storage", "Jobs", "Api"],
            ["Microsoft.AspNetCore.OpenApi", "Microsoft.Extensions.ApiDescription.Server", .. OpenTelemetry]
        ),
        ["Cli"] = new(["Plans", "Releases", "Storage", "Jobs", "Api"], ["Spectre.Console", "System.CommandLine"]),
    };

    [Fact]
    public void Every_project_names_what_the_map_allows_and_nothing_else()
    {
        var differences = Projects
            .SelectMany(project => Read(project).DifferencesFrom(Map[project]).Select(difference => $"{project} {difference}"))
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Fact]
    public void The_map_has_every_project_of_the_source() => Assert.Equal(Map.Keys.Order(), Projects.Order());

    [Fact]
    public void The_solution_has_every_project()
    {
        var solution = Repository.Read("Nantong.OpenData.sln");
        Assert.All(
            Repository.Files().Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            project => Assert.Contains($"\"{project.Replace('/', '\\')}\"", solution, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_compiler_refuses_an_arrow_that_is_not_written()
    {
        var properties = XDocument.Parse(Repository.Read("Directory.Build.props"));
        Assert.Equal("true", properties.Descendants("DisableTransitiveProjectReferences").Single().Value);
    }

    [Fact]
    public void An_arrow_or_a_package_too_many_is_found()
    {
        var project = XDocument.Parse(
            """
            <Project>
              <ItemGroup>
                <ProjectReference Include="..\Nantong.OpenData.Storage\Nantong.OpenData.Storage.csproj" />
                <PackageReference Include="Newtonsoft.Json" />
              </ItemGroup>
            </Project>
            """
        );

        Assert.Equal(
            [
                "names project Storage, which the map forbids",
                "does not name project Plans, which the map has",
                "names package Newtonsoft.Json, which the map forbids",
                "does not name package CsvHelper, which the map has",
                "does not name package SharpZipLib, which the map has",
            ],
            Names.Of(project).DifferencesFrom(Map["Releases"])
        );
    }

    private static IEnumerable<string> Projects =>
        Repository
            .Files("src")
            .Where(file => file.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)["Nantong.OpenData.".Length..]);

    private static Names Read(string project) =>
        Names.Of(XDocument.Parse(Repository.Read($"src/Nantong.OpenData.{project}/Nantong.OpenData.{project}.csproj")));
}
