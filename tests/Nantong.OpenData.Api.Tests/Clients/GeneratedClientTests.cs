using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nantong.OpenData.Cli.Local;
using Xunit.Abstractions;

namespace Nantong.OpenData.Api.Tests.Clients;

/// <summary>Clients as they come out of generators, no setting changed, call every operation, and read what the API answers.</summary>
[Collection(nameof(ServedPlan))]
public sealed class GeneratedClientTests(ServedPlan served, ITestOutputHelper output) : IDisposable
{
    private static readonly string Contract = Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json");
    private static readonly string Drivers = Path.Combine(RepositoryRoot.Get(), "tests", "Nantong.OpenData.Api.Tests", "Clients");
    private static readonly string TypeScript = Path.Combine(Drivers, "TypeScript");
    private static readonly Lazy<Task> Generated = new(GenerateTypeScriptAsync);
    private static readonly (string, string)[] Quiet =
    [
        ("KIOTA_CLI_TELEMETRY_OPTOUT", "true"),
        ("KIOTA_OFFLINE_ENABLED", "true"),
        ("DOTNET_NOLOGO", "true"),
    ];

    /// <summary>Answers about this moment: they are read, not compared.</summary>
    private static readonly string[] OfMoment = ["getStatus", "getReadiness", "getConfig"];

    /// <summary>Where an answer says how it was asked for: parameters stand there in the client's order.</summary>
    private static readonly string[] Addresses = ["links", "permalink", "next", "first"];

    private readonly List<string> folders = [];

    [ToolTheory("node", "node.exe")]
    [InlineData("openapi-fetch")]
    [InlineData("hey-api")]
    // orval reads every answer as JSON.
    [InlineData(
        "orval",
        "getRobots",
        "getReadMe",
        "getSitemap",
        "getReference",
        "getGuide",
        "getGuideTask",
        "getFile",
        "getIndicatorChart",
        "getIndicatorsChart"
    )]
    public async Task A_TypeScript_client_calls_every_operation(string client, params string[] unreadable)
    {
        await Generated.Value;
        var driver = Path.Combine("obj", $"{client}.mjs");
        await Tools.RunAsync(
            TypeScript,
            "node",
            [
                "node_modules/esbuild/bin/esbuild",
                $"{client}.ts",
                "--bundle",
                "--platform=node",
                "--format=esm",
                $"--outfile={driver}",
                "--log-level=warning",
            ]
        );
        await CompareAsync(await RunAsync(TypeScript, "node", [driver]), unreadable);
    }

    [Fact]
    public async Task A_client_by_NSwag_calls_every_operation()
    {
        var folder = await PrepareAsync("NSwag");
        await Tools.RunAsync(
            folder,
            "dotnet",
            ["nswag", "openapi2csclient", $"/input:{Contract}", "/output:Client.cs", "/namespace:Generated", "/jsonLibrary:SystemTextJson"],
            Quiet
        );
        output.WriteLine($"NSwag: {(await File.ReadAllLinesAsync(Path.Combine(folder, "Client.cs"))).Length} lines");
        await CompareAsync(await BuildAndRunAsync(folder), [], comparesCase: false); // it writes its enums by the names of their members
    }

    [Fact]
    public async Task A_client_by_Kiota_calls_every_operation()
    {
        var folder = await PrepareAsync("Kiota");
        var said = await Tools.RunAsync(
            folder,
            "dotnet",
            ["kiota", "generate", "-l", "CSharp", "-d", Contract, "-c", "ApiClient", "-n", "Generated", "-o", "Client"],
            Quiet
        );
        output.WriteLine(
            $"Kiota: {Directory.GetFiles(Path.Combine(folder, "Client"), "*.cs", SearchOption.AllDirectories).Length} files, "
                + $"{said.Split("divergent").Length - 1} warnings of divergent schemas"
        );
        // It has no type for an answer that is neither JSON nor text, where the contract tells of 304, too.
        await CompareAsync(
            await BuildAndRunAsync(folder),
            ["getReference", "getGuide", "getGuideTask", "getFile", "getSitemap", "getIndicatorChart", "getIndicatorsChart"]
        );
    }

    private static async Task GenerateTypeScriptAsync()
    {
        await Tools.InstallAsync(TypeScript);
        await Tools.RunAsync(TypeScript, "node", ["node_modules/openapi-typescript/bin/cli.js", Contract, "-o", "obj/schema.d.ts"]);
        await Tools.RunAsync(TypeScript, "node", ["node_modules/@hey-api/openapi-ts/bin/run.js", "-i", Contract, "-o", "obj/hey-api"]);
        await Tools.RunAsync(
            TypeScript,
            "node",
            ["node_modules/orval/dist/bin/orval.js", "--config", "orval.config.cjs"],
            ("OPENAPI", Contract),
            ("GENERATED", "./obj")
        );
        await Tools.RunAsync(TypeScript, "node", ["node_modules/typescript/bin/tsc"]); // all of it, the drivers too
    }

    public void Dispose()
    {
        foreach (var folder in folders)
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>A folder outside of the repository, whose build settings a reader does not have, with a driver and the generators.</summary>
    private async Task<string> PrepareAsync(string generator)
    {
        var folder = Directory.CreateTempSubdirectory($"client-{generator}-").FullName;
        folders.Add(folder);
        foreach (
            var file in Directory.GetFiles(Path.Combine(Drivers, "CSharp")).Concat(Directory.GetFiles(Path.Combine(Drivers, "CSharp", generator)))
        )
            // No project of the solution.
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file) is "project.xml" ? "client.csproj" : Path.GetFileName(file)));
        await Tools.RunAsync(folder, "dotnet", ["tool", "restore"], Quiet);
        return folder;
    }

    private async Task<string> BuildAndRunAsync(string folder)
    {
        await Tools.RunAsync(folder, "dotnet", ["build", "-v", "quiet"], Quiet);
        return await RunAsync(folder, "dotnet", ["run", "--no-build"]);
    }

    private Task<string> RunAsync(string folder, string program, string[] arguments) =>
        Tools.RunAsync(
            folder,
            program,
            arguments,
            new JsonArray([.. ClientCall.All.Select(call => call.ToJson())]).ToJsonString(),
            ("OPENDATA", served.App.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))
        );

    private async Task CompareAsync(string lines, string[] unreadable, bool comparesCase = true)
    {
        JsonObject[] outcomes = [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
        Assert.Equal(ClientCall.All.Select(call => call.Operation.Id), outcomes.Select(outcome => (string?)outcome["operation"]));

        List<string> wrong = [];
        foreach (var (call, outcome) in ClientCall.All.Zip(outcomes))
        {
            if (unreadable.Contains(call.Operation.Id))
            {
                if (outcome["error"] is null)
                    wrong.Add($"{call.Operation.Id} is read: it belongs to the unreadable no more");
            }
            else if ((int?)outcome["status"] is not 200)
                wrong.Add($"{call.Request}: {outcome.ToJsonString()}");
            else if (call.IsJson && !OfMoment.Contains(call.Operation.Id))
                wrong.AddRange(
                    Differences(await served.JsonAsync(call.Request), outcome["body"], "", comparesCase)
                        .Take(3)
                        .Select(difference => $"{call.Request}: {difference}")
                );
        }

        Assert.True(wrong is [], string.Join('\n', wrong));
        output.WriteLine(
            $"{outcomes.Length} calls, {outcomes.Length - ClientCall.All.Count(call => unreadable.Contains(call.Operation.Id))} of them compared"
        );
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string at, bool comparesCase)
    {
        if (expected is JsonObject members && actual is JsonObject read)
            return members
                .Where(member => !Addresses.Contains(member.Key))
                .SelectMany(member => Differences(member.Value, read[member.Key], $"{at}/{member.Key}", comparesCase));
        if (expected is JsonArray items && actual is JsonArray others && items.Count == others.Count)
            return items.Zip(others).SelectMany((pair, index) => Differences(pair.First, pair.Second, $"{at}/{index}", comparesCase));
        return Same(expected, actual, comparesCase)
            ? []
            : [$"{at}: {expected?.ToJsonString() ?? "null"} was read as {actual?.ToJsonString() ?? "null"}"];
    }

    private static bool Same(JsonNode? expected, JsonNode? actual, bool comparesCase) =>
        (expected?.GetValueKind(), actual?.GetValueKind()) switch
        {
            (null, null) => true,
            (JsonValueKind.Number, JsonValueKind.Number) => expected!.GetValue<decimal>() == (decimal)actual!.GetValue<double>(),
            (JsonValueKind.String, JsonValueKind.String) => string.Equals(
                (string?)expected,
                (string?)actual,
                comparesCase ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase
            ) || (Instant(expected) is { } instant && instant == Instant(actual)),
            _ => JsonNode.DeepEquals(expected, actual),
        };

    private static DateTimeOffset? Instant(JsonNode? text) =>
        DateTimeOffset.TryParse((string?)text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
}
