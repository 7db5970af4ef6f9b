using System.Text.Json;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Api.Tests.Resources.Operation;

[Collection(nameof(ServedPlan))]
public sealed class OpenApiTests(ServedPlan served)
{
    private static readonly string Committed = Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json");
    private static readonly string Generated = Path.Combine(RepositoryRoot.Get(), "src", "Nantong.OpenData.Server", "obj", "openapi", "openapi.json");

    [Fact]
    public void The_committed_contract_is_what_the_build_writes() =>
        Assert.True(
            File.ReadAllText(Generated) == File.ReadAllText(Committed),
            "The API changed. Look at the change, then: dotnet build src/Nantong.OpenData.Server -p:UpdateOpenApi=true"
        );

    [Fact]
    public async Task The_app_serves_the_committed_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(Committed), await served.App.Client.GetByteArrayAsync("/openapi/v1.json"));

    [Fact]
    public void Every_operation_has_an_id_of_its_own_a_summary_a_description_a_tag_and_its_refusals()
    {
        var operations = Document().GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();
        Assert.All(
            operations,
            operation =>
            {
                Assert.Equal("get", operation.Name);
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                Assert.EndsWith(".", operation.Value.GetProperty("description").GetString()!, StringComparison.Ordinal);
                Assert.Single(operation.Value.GetProperty("tags").EnumerateArray());
                Assert.True(operation.Value.GetProperty("responses").TryGetProperty("400", out _));
            }
        );
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public void No_text_is_kept_of_an_operation_that_is_gone() =>
        Assert.Empty(
            OperationTexts.All.Keys.Except(
                Document()
                    .GetProperty("paths")
                    .EnumerateObject()
                    .Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()!)
            )
        );

    [Fact]
    public void Numbers_are_numbers_and_every_key_is_promised()
    {
        var target = Document().GetProperty("components").GetProperty("schemas").GetProperty("Target");
        Assert.Equal(
            ["null", "number"],
            target.GetProperty("properties").GetProperty("value").GetProperty("type").EnumerateArray().Select(type => type.GetString())
        );
        Assert.Equal(
            // Of ranges and rates alone.
            target.GetProperty("properties").EnumerateObject().Select(property => property.Name).Except(["from", "to", "rate"]).Order(),
            target.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order()
        );
    }

    [Theory]
    [InlineData(
        "getIndicator",
        "ETag, Cache-Control, X-Request-Id, RateLimit, RateLimit-Policy, Last-Modified, Content-Location, Link, Vary, Content-Language, "
            + "Deprecation, Sunset, Memento-Datetime"
    )]
    [InlineData(
        "getFile",
        "ETag, Cache-Control, X-Request-Id, RateLimit, RateLimit-Policy, Last-Modified, Content-Location, Content-Disposition, "
            + "Accept-Ranges, Repr-Digest, Link, Vary, Deprecation, Sunset, Memento-Datetime"
    )]
    [InlineData("listPlans", "ETag, Cache-Control, X-Request-Id, RateLimit, RateLimit-Policy, Link, Vary, Content-Language")]
    [InlineData("getReadiness", "ETag, Cache-Control, X-Request-Id, Vary, Content-Language")]
    [InlineData("getOpenApi", "ETag, Cache-Control, X-Request-Id, RateLimit, RateLimit-Policy, Vary")]
    public void Each_answer_promises_the_headers_that_it_sends(string operationId, string headers)
    {
        var operation = Document()
            .GetProperty("paths")
            .EnumerateObject()
            .Select(path => path.Value.GetProperty("get"))
            .Single(operation => operation.GetProperty("operationId").GetString() == operationId);
        foreach (var status in new[] { "200", "304" })
            Assert.Equal(
                headers,
                string.Join(
                    ", ",
                    operation.GetProperty("responses").GetProperty(status).GetProperty("headers").EnumerateObject().Select(header => header.Name)
                )
            );
    }

    public static TheoryData<string> Filtered =>
        [
            .. Document()
                .GetProperty("paths")
                .EnumerateObject()
                .Where(path => FilterOf(path.Value.GetProperty("get")) is not null)
                .Select(path => path.Name),
        ];

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task Every_field_that_the_contract_names_is_a_filter(string path)
    {
        var fields = FieldsOf(path);
        Assert.NotEmpty(fields);
        foreach (var some in fields.Chunk(20)) // most conditions in a request
            await served.JsonAsync($"{Concrete(path)}?{string.Join('&', some.Select(field => $"{field.Name}={Sample(field.Value)}"))}");
    }

    [Theory]
    [MemberData(nameof(Filtered))]
    public async Task Every_value_of_an_item_is_in_a_field_that_the_contract_names(string path)
    {
        if (path.EndsWith("/facets", StringComparison.Ordinal))
            return; // it has no items; its list has
        var names = FieldsOf(path).Select(field => field.Name).ToHashSet();
        using var answer = JsonDocument.Parse((await served.JsonAsync($"{Concrete(path)}?limit=500")).ToJsonString());
        Assert.All(
            answer.RootElement.GetProperty("items").EnumerateArray().SelectMany(item => Leaves(item, "")).Distinct(),
            leaf => Assert.True(names.Contains(leaf) || IsInWhole(leaf, names), leaf)
        );
    }

    private static IReadOnlyList<JsonProperty> FieldsOf(string path) =>
        [
            .. FilterOf(Document().GetProperty("paths").GetProperty(path).GetProperty("get"))!
                .Value.GetProperty("schema")
                .GetProperty("properties")
                .EnumerateObject(),
        ];

    private static JsonElement? FilterOf(JsonElement operation)
    {
        if (!operation.TryGetProperty("parameters", out var parameters))
            return null;
        foreach (var parameter in parameters.EnumerateArray())
            if (
                parameter.TryGetProperty("$ref", out var reference)
                && reference.GetString()!.Split('/')[^1] is var name
                && name.StartsWith("FilterOf", StringComparison.Ordinal)
            )
                return Document().GetProperty("components").GetProperty("parameters").GetProperty(name);
        return null;
    }

    private static string Concrete(string path) =>
        path.Replace("{plan}", "urbanization-14fyp", StringComparison.Ordinal).Replace("{id}", "urbanization-rate", StringComparison.Ordinal);

    private static string Sample(JsonElement schema) =>
        schema.GetProperty("type").GetString() switch
        {
            "number" => "1",
            "boolean" => "true",
            _ => schema.TryGetProperty("format", out _) ? "2025-12-31" : "1.0.0",
        };

    private static IEnumerable<string> Leaves(JsonElement value, string path) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member => Leaves(member.Value, path is "" ? member.Name : $"{path}.{member.Name}")),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(element => Leaves(element, path)),
            JsonValueKind.Null => [],
            _ => [path],
        };

    /// <summary>A value below a member with keys of any name, or that holds any JSON: the contract says of the member only that it can be
    /// there.</summary>
    private static bool IsInWhole(string leaf, HashSet<string> names) =>
        Enumerable
            .Range(1, leaf.Count(c => c is '.') + 1)
            .Select(count => string.Join('.', leaf.Split('.').Take(count)))
            .Any(outer => names.Contains($"{outer}[isnull]") && !names.Any(name => name.StartsWith($"{outer}.", StringComparison.Ordinal)));

    private static JsonElement Document() => JsonDocument.Parse(File.ReadAllBytes(Committed)).RootElement;
}
