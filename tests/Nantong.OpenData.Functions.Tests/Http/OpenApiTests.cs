using System.Text.Json;
using Nantong.OpenData.Cli.Local;

namespace Nantong.OpenData.Functions.Tests.Http;

[Collection(nameof(ServedPlan))]
public sealed class OpenApiTests(ServedPlan served)
{
    private static readonly string Committed = Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json");
    private static readonly string Generated = Path.Combine(RepositoryRoot.Get(), "src", "Nantong.OpenData.Functions", "obj", "openapi", "openapi.json");

    [Fact]
    public void The_committed_contract_is_what_the_build_writes() => Assert.True(
        File.ReadAllText(Generated) == File.ReadAllText(Committed),
        "The API changed. Look at the change, then: dotnet build src/Nantong.OpenData.Functions -p:UpdateOpenApi=true");

    [Fact]
    public async Task The_app_serves_the_committed_bytes() =>
        Assert.Equal(await File.ReadAllBytesAsync(Committed), await served.App.Client.GetByteArrayAsync("/openapi/v1.json"));

    [Fact]
    public void Every_operation_has_an_id_of_its_own_a_summary_a_tag_and_its_refusals()
    {
        var operations = Document().GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()).ToList();
        Assert.All(operations, operation =>
        {
            Assert.Equal("get", operation.Name);
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.Single(operation.Value.GetProperty("tags").EnumerateArray());
            Assert.True(operation.Value.GetProperty("responses").TryGetProperty("400", out _));
        });
        Assert.Equal(operations.Count, operations.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
    }

    [Fact]
    public void Numbers_are_numbers_and_every_key_is_promised()
    {
        var target = Document().GetProperty("components").GetProperty("schemas").GetProperty("Target");
        Assert.Equal(["null", "number"], target.GetProperty("properties").GetProperty("value").GetProperty("type").EnumerateArray().Select(type => type.GetString()));
        Assert.Equal(
            target.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(),
            target.GetProperty("required").EnumerateArray().Select(name => name.GetString()).Order());
    }

    [Theory]
    [InlineData("getIndicator", "ETag, Cache-Control, X-Request-Id, Last-Modified, Content-Location, Link, Vary, Deprecation, Sunset, Content-Language")]
    [InlineData("getFile", "ETag, Cache-Control, X-Request-Id, Last-Modified, Content-Location, Content-Disposition, Repr-Digest, Link, Deprecation, Sunset")]
    [InlineData("listPlans", "ETag, Cache-Control, X-Request-Id, Link, Vary, Content-Language")]
    [InlineData("getReadiness", "ETag, Cache-Control, X-Request-Id, Vary")]
    [InlineData("getOpenApi", "ETag, Cache-Control, X-Request-Id")]
    public void Each_answer_promises_the_headers_that_it_sends(string operationId, string headers)
    {
        var operation = Document().GetProperty("paths").EnumerateObject().Select(path => path.Value.GetProperty("get"))
            .Single(operation => operation.GetProperty("operationId").GetString() == operationId);
        foreach (var status in new[] { "200", "304" })
            Assert.Equal(headers, string.Join(", ", operation.GetProperty("responses").GetProperty(status).GetProperty("headers").EnumerateObject().Select(header => header.Name)));
    }

    private static JsonElement Document() => JsonDocument.Parse(File.ReadAllBytes(Committed)).RootElement;
}
