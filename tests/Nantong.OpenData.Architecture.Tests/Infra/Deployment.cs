using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Architecture.Infra;

/// <summary>What deploying <c>infra/main.bicep</c> would make: the compiler's own prediction, with loops and modules unrolled.</summary>
internal sealed partial class Deployment
{
    private readonly JsonArray resources;

    private Deployment(JsonArray resources) => this.resources = resources;

    private static readonly Lazy<Task<Deployment>> Default = new(() => PredictAsync(""));

    /// <summary>What deploying with the default parameters would make.</summary>
    public static Task<Deployment> PredictAsync() => Default.Value;

    /// <summary>Lets the compiler predict the deployment of a copy of <c>infra</c>.</summary>
    /// <param name="parameters">Lines of a <c>.bicepparam</c> file.</param>
    public static async Task<Deployment> PredictAsync(string parameters)
    {
        var copy = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            CopyInfra(copy.FullName);
            await File.WriteAllTextAsync(Path.Combine(copy.FullName, "main.bicepparam"), $"using 'main.bicep'\n{parameters}\n");
            var result = await Bicep.RunAsync(
                "snapshot",
                Path.Combine(copy.FullName, "main.bicepparam"),
                "--mode",
                "overwrite",
                "--subscription-id",
                Guid.Empty.ToString(),
                "--resource-group",
                "group",
                "--location",
                "somewhere"
            );
            Assert.True(result.ExitCode == 0, result.Errors);
            return new(
                JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(copy.FullName, "main.snapshot.json")))!["predictedResources"]!.AsArray()
            );
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>Copies the Bicep files to another folder.</summary>
    public static void CopyInfra(string folder)
    {
        foreach (
            var file in Repository
                .Files("infra")
                .Where(file => Path.GetFileName(file) == "bicepconfig.json" || file.EndsWith(".bicep", StringComparison.Ordinal))
        )
        {
            var target = Path.Combine(folder, Path.GetRelativePath("infra", file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Repository.Root, file), target);
        }
    }

    /// <summary>The resources of a type, such as <c>Microsoft.Web/sites</c>.</summary>
    public IReadOnlyList<JsonNode> Of(string type) =>
        [.. resources.Where(resource => (string)resource!["type"]! == type).Select(resource => resource!)];

    /// <summary>The last part of the name of each resource of a type whose account's name begins so.</summary>
    public IEnumerable<string> NamesIn(string account, string type) =>
        Of(type)
            .Select(resource => (string)resource["name"]!)
            .Where(name => name.StartsWith(account, StringComparison.Ordinal))
            .Select(name => name.Split('/')[^1]);

    /// <summary>Every role given, as <c>who: role on what</c>, with the accounts called data and host, and a secret by its name.</summary>
    public IEnumerable<string> Grants(IReadOnlyDictionary<string, string> roles) =>
        Of("Microsoft.Authorization/roleAssignments")
            .Select(grant =>
            {
                var properties = grant["properties"]!;
                var who = ((string)properties["principalId"]!).Contains("userAssignedIdentities", StringComparison.Ordinal) ? "app" : "publisher";
                var scope = Scope().Match((string)grant["id"]!);
                var role = ((string)properties["roleDefinitionId"]!).Split('/')[^1];
                return $"{who}: {roles.GetValueOrDefault(role, role)} on "
                    + $"{scope.Groups["account"].Value}{scope.Groups["part"].Value}{scope.Groups["secret"].Value}";
            });

    [GeneratedRegex(
        @"(/storageAccounts/(?<account>data|host)[a-z0-9]+(/\w+/default(?<part>/\w+/[\w-]+))?"
            + @"|/vaults/(?<secret>[\w-]+/secrets/[\w-]+))(?='|/providers/)"
    )]
    private static partial Regex Scope();
}
