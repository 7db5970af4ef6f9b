using System.Text.Json;
using System.Text.RegularExpressions;
using Nantong.OpenData.Native.Publish;

namespace Nantong.OpenData.Native.Host;

[Collection(NativeApp.Name)]
public sealed partial class RouteTests(PublishedApp app)
{
    private const string Unmatched = nameof(Unmatched); // takes what no other trigger takes, with every method, so that refusals have our shape

    [NativeFact]
    public void Every_path_of_the_contract_is_reached_through_exactly_one_http_trigger() => Assert.All(
        ContractPaths(), path => Assert.True(Functions(path).Count == 1, $"{path} is reached through [{string.Join(", ", Functions(path).Select(function => function.Name))}]"));

    [NativeFact]
    public void Every_http_trigger_leads_to_a_path_of_the_contract()
    {
        var used = ContractPaths().SelectMany(Functions).Select(function => function.Name).ToHashSet();
        Assert.Empty(FunctionApp.Read(app.Folder).Functions.Where(function => function.Trigger == "httpTrigger" && function.Name != Unmatched && !used.Contains(function.Name)).Select(function => function.Name));
    }

    [NativeFact]
    public void Every_http_trigger_takes_the_reading_methods_and_no_other() => Assert.All(
        FunctionApp.Read(app.Folder).Functions.Where(function => function.Trigger == "httpTrigger" && function.Name != Unmatched),
        function => Assert.Equal(["get", "head", "options"], function.Methods.Order(StringComparer.Ordinal)));

    [Fact]
    public void A_route_in_two_functions_is_found()
    {
        var wide = Function.Read("Wide", Trigger("v1/plans/{plan}/{*rest}"));
        var narrow = Function.Read("Narrow", Trigger("v1/plans/{plan}/indicators/{id?}"));
        Assert.Equal(["Narrow", "Wide"], new FunctionApp("", "", [wide, narrow]).Reached(HttpMethod.Get, "/v1/plans/p@1.0.0/indicators").Select(function => function.Name));
    }

    private IReadOnlyList<Function> Functions(string path) => [.. FunctionApp.Read(app.Folder).Reached(HttpMethod.Get, path).Where(function => function.Name != Unmatched)];

    private static IEnumerable<string> ContractPaths() =>
        JsonDocument.Parse(File.ReadAllText(Checkout.Path("openapi", "v1.json"))).RootElement.GetProperty("paths").EnumerateObject()
            .Select(path => Parameter().Replace(path.Name, "x"));

    private static string Trigger(string route) =>
        $$"""{"bindings":[{"type":"httpTrigger","direction":"in","name":"req","authLevel":"anonymous","methods":["get"],"route":"{{route}}"},{"type":"http","direction":"out","name":"res"}]}""";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
