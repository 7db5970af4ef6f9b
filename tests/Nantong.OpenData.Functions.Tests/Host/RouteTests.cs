using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Functions.Tests.Host;

/// <summary>Matches addresses with the routes of <c>functions.metadata</c>, by the classes that the Functions host uses: routes with inline
/// constraints.</summary>
[Collection(PublishedFunctions.Collection)]
public sealed class RouteTests
{
    private const string Mcp = nameof(Mcp); // the one that takes messages: it is no resource, so the contract has no path for it
    private static readonly string[] Methods = ["GET", "HEAD", "OPTIONS"],
        MethodsOfMcp = ["POST", "OPTIONS"];
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
    private const string Unmatched = nameof(Unmatched); // takes what no other trigger takes, with every method, so that refusals have our shape

    private static readonly string[] Paths =
    [
        .. Contract()
            .Select(path =>
                path.Replace("{plan}", "urbanization-14fyp@1.0.0", StringComparison.Ordinal)
                    .Replace("{path}", "ch5/s5/p2", StringComparison.Ordinal)
                    .Replace("{id}", "green-travel-share", StringComparison.Ordinal)
                    .Replace("{number}", "4", StringComparison.Ordinal)
                    .Replace("{version}", "1.0.0", StringComparison.Ordinal)
                    .Replace("{name}", "indicators.csv", StringComparison.Ordinal)
                    .Replace("{code}", "not-found", StringComparison.Ordinal)
                    .Replace("{from}", "1.0.0", StringComparison.Ordinal)
                    .Replace("{to}", "1.1.0", StringComparison.Ordinal)
                    .Replace("{codelist}", "version-rules", StringComparison.Ordinal)
                    .Replace("{task}", "first-call", StringComparison.Ordinal)
            ),
    ];

    private readonly List<(string Name, Route Route)> triggers;

    public RouteTests(PublishedFunctions published) => triggers = [.. ReadTriggers(published.Folder)];

    public static TheoryData<string> ContractPaths => [.. Paths];

    [Theory]
    [MemberData(nameof(ContractPaths))]
    public async Task Every_path_of_the_contract_is_reached_through_exactly_one_trigger(string path) => Assert.Single(await FamiliesOfAsync(path));

    [Theory]
    [MemberData(nameof(ContractPaths))]
    public async Task So_is_its_form_with_an_extension(string path) =>
        Assert.Single(await FamiliesOfAsync(path.EndsWith(".json", StringComparison.Ordinal) ? path : $"{path}.json"));

    [Theory]
    [InlineData("/", "Service")]
    [InlineData("/v1.json", "Service")]
    [InlineData("/docs", "Site")]
    [InlineData("/robots.txt", "Site")]
    [InlineData("/v1/catalog.ttl", "Catalog")]
    [InlineData("/v1/catalog-cn.json", "Catalog")]
    [InlineData("/v1/plans/urbanization-14fyp@1.2", "Plans")]
    [InlineData("/v1/plans/p/indicators.csv", "Indicators")]
    [InlineData("/v1/plans/p/text.md", "TextSections")]
    [InlineData("/v1/plans/p/text/ch5/s5/p2/links.json", "TextSections")]
    [InlineData("/v1/plans/p/indicators/urbanization-rate/evaluate", "Indicators")]
    [InlineData("/v1/plans/p/search.json", "Search")]
    [InlineData("/v1/plans/p/verify", "Quotations")]
    [InlineData("/v1/plans/p/cite.csl.json", "Cite")]
    [InlineData("/v1/plans/p/cite/resolve", "Cite")]
    [InlineData("/v1/plans/p/commitments.json", "Commitments")]
    [InlineData("/v1/plans/p/changes.feed.json", "Changes")]
    [InlineData("/v1/plans/p/changes/1.0.0..1.1.0.patch.json", "Changes")]
    [InlineData("/v1/plans/p/files/plan.akn.xml", "Files")]
    public async Task An_address_belongs_to_one_family(string path, string function) => Assert.Equal([function], await FamiliesOfAsync(path));

    [Theory]
    [InlineData("/mcp", "GET")]
    [InlineData("/mcp", "DELETE")]
    [InlineData("/mcp/x", "POST")]
    [InlineData("/v1/plans/p/textual", "GET")]
    [InlineData("/v1/nothing", "GET")]
    [InlineData("/v1", "POST")]
    [InlineData("/v1/plans/p/indicators", "DELETE")]
    [InlineData("/health/ready", "BREW")]
    [InlineData("/favicon.ico", "GET")]
    [InlineData("/v2", "GET")]
    [InlineData("/RebuildAggregates", "POST")]
    [InlineData("/", "POST")]
    public async Task Unknown_addresses_and_methods_reach_the_app_which_refuses_them(string path, string method) =>
        Assert.Equal([Unmatched], await TriggersOfAsync(path, method));

    [Theory]
    [InlineData("POST")]
    [InlineData("OPTIONS")]
    public async Task Messages_of_assistants_have_a_family_of_their_own(string method) =>
        Assert.Equal([Mcp], (await TriggersOfAsync("/mcp", method)).Where(name => name != Unmatched));

    /// <summary>The host tries routes in the order of the names of their functions (azure-functions-host, FunctionMetadataManager).</summary>
    [Fact]
    public void The_trigger_for_the_rest_comes_last() =>
        Assert.Equal(Unmatched, triggers.Select(trigger => trigger.Name).Max(StringComparer.OrdinalIgnoreCase));

    [Fact]
    public async Task No_trigger_is_without_a_path()
    {
        var used = new HashSet<string>();
        foreach (var path in Paths)
            used.UnionWith(await TriggersOfAsync(path));
        used.UnionWith(await TriggersOfAsync("/mcp", "POST"));
        Assert.Equal(triggers.Select(trigger => trigger.Name).Order(), used.Order());
    }

    private async Task<IReadOnlyList<string>> FamiliesOfAsync(string path) => [.. (await TriggersOfAsync(path)).Where(name => name != Unmatched)];

    private async Task<IReadOnlyList<string>> TriggersOfAsync(string path, string method = "GET")
    {
        List<string> found = [];
        foreach (var (name, route) in triggers)
        {
            var context = new RouteContext(new DefaultHttpContext { RequestServices = Services, Request = { Path = path, Method = method } });
            await route.RouteAsync(context);
            if (context.Handler is not null && (name is Unmatched || MethodsOf(name).Contains(method)))
                found.Add(name);
        }

        return found;
    }

    private static string[] MethodsOf(string function) => function is Mcp ? MethodsOfMcp : Methods;

    private static IEnumerable<(string Name, Route Route)> ReadTriggers(string folder)
    {
        var constraints = Services.GetRequiredService<IInlineConstraintResolver>();
        using var metadata = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "functions.metadata")));
        foreach (var function in metadata.RootElement.EnumerateArray())
        {
            var trigger = function.GetProperty("bindings")[0];
            if (trigger.GetProperty("type").GetString() is not "httpTrigger")
                continue;

            var name = function.GetProperty("name").GetString()!;
            Assert.Equal("Anonymous", trigger.GetProperty("authLevel").GetString());
            if (name is Unmatched)
                Assert.False(trigger.TryGetProperty("methods", out _), "without the member the host takes every method");
            else
                Assert.Equal(
                    MethodsOf(name),
                    trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant())
                );
            var template = trigger.GetProperty("route").GetString()!;
            Assert.False(template.StartsWith('/'), $"{name}: the host adds the slash");
            Assert.False(
                template.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
                    || template.StartsWith("runtime", StringComparison.OrdinalIgnoreCase),
                $"{name}: the host keeps {template}"
            );
            yield return (name, new Route(new Handled(), template, constraints));
        }
    }

    private static IEnumerable<string> Contract() =>
        JsonDocument
            .Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json")))
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .Select(path => path.Name);

    /// <summary>Stands where the host puts the function.</summary>
    private sealed class Handled : IRouter
    {
        public VirtualPathData? GetVirtualPath(VirtualPathContext context) => null;

        public Task RouteAsync(RouteContext context)
        {
            context.Handler = _ => Task.CompletedTask;
            return Task.CompletedTask;
        }
    }
}
