using Nantong.OpenData.Cli.Local;
using Xunit.Sdk;

namespace Nantong.OpenData.Api.Tests.Contracts;

/// <summary>The OpenAPI document in programs of others: two that look for errors, one that makes types of it.</summary>
public sealed class ReaderTests
{
    [ToolTheory("node", "node.exe")]
    [InlineData("@redocly/cli/bin/cli.js", "lint {0} --config redocly.yaml")]
    [InlineData("@stoplight/spectral-cli/dist/index.js", "lint {0} --ruleset spectral.yaml --fail-severity warn")]
    [InlineData("openapi-typescript/bin/cli.js", "{0}")]
    public async Task The_contract_is_read_without_errors_and_without_warnings_and_a_broken_one_is_not(string program, string arguments)
    {
        await ReadAsync(Path.Combine(RepositoryRoot.Get(), "openapi", "v1.json"));

        var broken = Path.GetTempFileName();
        await File.WriteAllTextAsync(
            broken,
            """
            {"openapi": "3.1.0", "info": {"title": "a", "version": "1"},
             "paths": {"/a": {"get": {"responses": {"200": {"$ref": "#/components/responses/None"}}}}}}
            """
        );
        var refusal = await Assert.ThrowsAnyAsync<XunitException>(() => ReadAsync(broken));
        File.Delete(broken);
        Assert.Matches("Can't resolve \\$ref|'#/components/responses/None' does not exist", refusal.Message);

        Task<string> ReadAsync(string document) =>
            ReaderPrograms.RunAsync(
                [Path.Combine("node_modules", program), .. arguments.Split(' ').Select(argument => argument is "{0}" ? document : argument)],
                ("REDOCLY_TELEMETRY", "off"),
                ("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true")
            );
    }
}
