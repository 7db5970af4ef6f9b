using System.Text.Json.Nodes;
using Nantong.OpenData.Cli.Local;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;
using Nantong.OpenData.Storage.Publishing;
using Nantong.OpenData.Storage.Tables;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests;

/// <summary>The real app over a real store that holds three releases of the real plan: 1.0.0; 1.0.1 with a unit and an English name corrected; 1.1.0
/// of a source with a new word and a new paragraph, which is signed.</summary>
public sealed class ServedPlan : IAsyncLifetime
{
    /// <summary>The plan, at its latest release.</summary>
    public const string Plan = "/v1/plans/urbanization-14fyp";

    /// <summary>The plan at exactly its first, its second and its latest release.</summary>
    public const string First = Plan + "@1.0.0",
        Patched = Plan + "@1.0.1",
        Latest = Plan + "@1.1.0";

    /// <summary>What 1.0.1 corrects: a unit by its erratum, and an English name.</summary>
    internal static readonly (string, string, string)[] Correction =
    [
        ("errata.json", "\"normalized\": \"m²\"", "\"normalized\": \"平方米\""),
        ("plan.json", "\"label\": \"m²\"", "\"label\": \"平方米\""),
        ("plan.json", "Share of trips made by green modes", "Share of green trips"),
    ];

    /// <summary>What is new in the source of 1.1.0: a word in the last paragraph, and a paragraph after it.</summary>
    internal static readonly (string, string, string)[] Amendment =
    [
        (
            "source.txt",
            "及时总结和报道改革试验中的经验典型。",
            "及时总结和宣传改革试验中的经验典型。\n\n建立规划实施年度公报制度，定期向社会公布进展。"
        ),
        ("plan.json", "\"paragraphs\": 107", "\"paragraphs\": 108"),
    ];

    private Azurite? azurite;

    internal RunningApp App { get; private set; } = null!;

    internal string ConnectionString => azurite!.ConnectionString;

    public async Task InitializeAsync()
    {
        azurite = await Azurite.StartAsync();
        var store = Store.Connect(azurite.ConnectionString);
        await StoreSchema.CreateAsync(store);
        var publisher = new Publisher(store, TimeProvider.System);
        Assert.IsType<PublishOutcome.Published>(await publisher.PublishAsync(RealPlan.Read(), ReleaseVersion.First, "First release."));
        Assert.IsType<PublishOutcome.Published>(
            await publisher.PublishAsync(RealPlan.With(Correction), new ReleaseVersion(1, 0, 1), "A unit and an English name corrected.")
        );
        Assert.IsType<PublishOutcome.Published>(
            await new Publisher(store, TimeProvider.System, SampleKey.Signer).PublishAsync(
                RealPlan.With([.. Correction, .. Amendment]),
                new ReleaseVersion(1, 1, 0),
                "The source has a new text."
            )
        );

        App = await RunningApp.StartAsync(("OpenDataStorage", azurite.ConnectionString), ("OpenData__PollSeconds", "1"));
        using var ready = await App.AskUntilAsync("/health/ready", (response, _) => response.IsSuccessStatusCode);
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }

    /// <summary>A request that must be refused because a parameter breaks a rule.</summary>
    internal async Task RefusedAsync(string path, string parameter, string rule)
    {
        using var response = await App.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode is 400, $"{path}: {(int)response.StatusCode} {body}");
        var problem = JsonNode.Parse(body)!;
        Assert.Equal(("invalid-parameter", parameter), ((string?)problem["code"], (string?)problem["errors"]![0]!["parameter"]));
        Assert.Contains(rule, (string?)problem["detail"], StringComparison.Ordinal);
    }

    /// <summary>A JSON answer that must be a success.</summary>
    internal async Task<JsonNode> JsonAsync(string path)
    {
        using var response = await App.Client.GetAsync(path);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {body}\n{App.Output}");
        return JsonNode.Parse(body, documentOptions: new() { AllowDuplicateProperties = false })!;
    }
}

[CollectionDefinition(nameof(ServedPlan))]
public sealed class ServedPlanCollection : ICollectionFixture<ServedPlan>;
