using Nantong.OpenData.Storage.Tables;

namespace Nantong.OpenData.Architecture.Infra;

public sealed class InfraTests
{
    // learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "Storage Table Data Reader",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User", // …/built-in-roles/security
    };

    [BicepFact]
    public async Task The_compiler_has_nothing_to_say()
    {
        var result = await Bicep.RunAsync("lint", Path.Combine(Repository.Root, "infra", "main.bicep"));
        Assert.Equal((0, "", ""), (result.ExitCode, result.Output.Trim(), result.Errors.Trim()));
    }

    [BicepFact]
    public async Task No_storage_account_has_keys_or_public_blobs()
    {
        var deployment = await Deployment.PredictAsync();
        var accounts = deployment.Of("Microsoft.Storage/storageAccounts");

        Assert.Equal(2, accounts.Count);
        Assert.All(
            accounts,
            account =>
            {
                Assert.Equal("StorageV2", (string?)account["kind"]);
                Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!);
                Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!);
                Assert.True((bool)account["properties"]!["supportsHttpsTrafficOnly"]!);
                Assert.Equal("TLS1_2", (string?)account["properties"]!["minimumTlsVersion"]);
            }
        );
        Assert.All(
            deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers"),
            container => Assert.Equal("None", (string?)container["properties"]!["publicAccess"])
        );
    }

    [BicepFact]
    public async Task What_was_published_is_kept_in_every_version_and_damage_is_told()
    {
        var deployment = await Deployment.PredictAsync();

        var services = deployment.Of("Microsoft.Storage/storageAccounts/blobServices");
        Assert.Contains(services, service => (bool?)service["properties"]!["isVersioningEnabled"] is true);
        var kept = deployment
            .Of("Microsoft.Storage/storageAccounts/blobServices/containers")
            .Where(container => (bool?)container["properties"]!["immutableStorageWithVersioning"]!["enabled"] is true)
            .Select(container => ((string)container["name"]!).Split('/')[^1]);
        Assert.Equal(["records", "releases"], kept.Order(StringComparer.Ordinal));
        var policies = deployment.Of("Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies");
        Assert.Equal(["records", "releases"], policies.Select(policy => ((string)policy["name"]!).Split('/')[2]).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.True((int)policy["properties"]!["immutabilityPeriodSinceCreationInDays"]! >= 1));
        Assert.Equal("CanNotDelete", (string?)Assert.Single(deployment.Of("Microsoft.Authorization/locks"))["properties"]!["level"]);
        var rules = deployment.Of("Microsoft.Insights/scheduledQueryRules");
        Assert.All(rules, rule => Assert.Single(rule["properties"]!["actions"]!["actionGroups"]!.AsArray()));
        var queries = rules.Select(rule => (string)rule["properties"]!["criteria"]!["allOf"]![0]!["query"]!).ToList();
        Assert.Contains(
            queries,
            query => query.Contains("customDimensions.Job", StringComparison.Ordinal) && query.Contains("VerifyReleases", StringComparison.Ordinal)
        );
        // What the query reads.
        Assert.Contains("\"{Job} failed\"", Repository.Read("src/Nantong.OpenData.Jobs/JobRunner.cs"), StringComparison.Ordinal);
        Assert.Contains(queries, query => query.Contains("503", StringComparison.Ordinal));
        Assert.Single(deployment.Of("Microsoft.Insights/actionGroups"));
        Assert.NotNull((string?)Assert.Single(deployment.Of("Microsoft.Web/sites"))["properties"]!["keyVaultReferenceIdentity"]);
    }

    [BicepFact]
    public async Task The_tables_and_containers_are_those_that_the_code_uses()
    {
        var deployment = await Deployment.PredictAsync();
        Assert.Equal(StoreSchema.Tables, deployment.NamesIn("data", "Microsoft.Storage/storageAccounts/tableServices/tables"));
        Assert.Empty(StoreSchema.Containers.Except(deployment.NamesIn("data", "Microsoft.Storage/storageAccounts/blobServices/containers")));
    }

    [BicepFact]
    public async Task The_app_reads_everything_and_writes_only_the_tables_and_containers_of_the_product() =>
        Assert.Equal(
            [
                "app: Storage Table Data Reader on data",
                "app: Storage Blob Data Reader on data",
                .. StoreSchema.Tables.Select(table => $"app: Storage Table Data Contributor on data/tables/{table}"),
                .. StoreSchema.Containers.Select(container => $"app: Storage Blob Data Contributor on data/containers/{container}"),
                "app: Storage Blob Data Owner on host",
                "app: Storage Table Data Contributor on host",
            ],
            (await Deployment.PredictAsync()).Grants(Roles)
        );

    [BicepFact]
    public async Task An_app_that_signs_may_read_the_one_secret_that_its_setting_refers_to_and_no_other()
    {
        const string Secret = "https://our-keys.vault.azure.net/secrets/signing-key/0123456789abcdef0123456789abcdef";
        var deployment = await Deployment.PredictAsync($"param signingKeySecretUri = '{Secret}'");
        Assert.Equal(
            ["app: Key Vault Secrets User on our-keys/secrets/signing-key"],
            deployment.Grants(Roles).Where(grant => grant.Contains("Key Vault", StringComparison.Ordinal))
        );
        var settings = deployment.Of("Microsoft.Web/sites/config").Single()["properties"]!;
        Assert.Equal($"@Microsoft.KeyVault(SecretUri={Secret})", (string?)settings["OpenData__SigningKey"]);
    }

    [BicepFact]
    public async Task A_publisher_writes_data_and_nothing_else() =>
        Assert.Equal(
            ["publisher: Storage Table Data Contributor on data", "publisher: Storage Blob Data Contributor on data"],
            (await Deployment.PredictAsync($"param publisherPrincipalId = '{Guid.Empty}'"))
                .Grants(Roles)
                .Where(grant => grant.StartsWith("publisher", StringComparison.Ordinal))
        );

    [BicepFact]
    public async Task The_app_is_an_isolated_worker_on_flex_consumption()
    {
        var deployment = await Deployment.PredictAsync();
        Assert.Equal("FC1", (string?)deployment.Of("Microsoft.Web/serverfarms").Single()["sku"]!["name"]);

        var app = deployment.Of("Microsoft.Web/sites").Single()["properties"]!;
        Assert.Equal(
            ("dotnet-isolated", "10.0"),
            ((string?)app["functionAppConfig"]!["runtime"]!["name"], (string?)app["functionAppConfig"]!["runtime"]!["version"])
        );
        Assert.Equal("UserAssignedIdentity", (string?)app["functionAppConfig"]!["deployment"]!["storage"]!["authentication"]!["type"]);
        Assert.All(
            deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False((bool)policy["properties"]!["allow"]!)
        );
    }

    [BicepFact]
    public async Task The_settings_hold_no_secret()
    {
        var settings = (await Deployment.PredictAsync()).Of("Microsoft.Web/sites/config").Single()["properties"]!.AsObject();
        Assert.Equal(
            [
                "APPLICATIONINSIGHTS_CONNECTION_STRING",
                "ASPNETCORE_FORWARDEDHEADERS_ENABLED",
                "AZURE_CLIENT_ID",
                "AzureWebJobsDisableHomepage",
                "AzureWebJobsStorage__accountName",
                "AzureWebJobsStorage__clientId",
                "AzureWebJobsStorage__credential",
                "OpenDataStorage__blobServiceUri",
                "OpenDataStorage__tableServiceUri",
                "OpenData__PublicBaseUrl",
                "OpenData__TrustedProxies",
            ],
            settings.Select(setting => setting.Key).Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("listKeys", settings.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [BicepFact]
    public async Task A_slip_in_bicep_is_an_error()
    {
        var copy = Directory.CreateTempSubdirectory("bicep-");
        try
        {
            Deployment.CopyInfra(copy.FullName);
            var main = Path.Combine(copy.FullName, "main.bicep");
            await File.AppendAllTextAsync(main, "\nparam nobodyReadsThis string = ''\n");
            var result = await Bicep.RunAsync("lint", main);

            Assert.NotEqual(0, result.ExitCode);
            Assert.Contains("Error no-unused-params", result.Errors, StringComparison.Ordinal);
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }
}
