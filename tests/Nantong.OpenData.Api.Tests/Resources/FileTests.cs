using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class FileTests(ServedPlan served)
{
    [Fact]
    public async Task Every_listed_file_comes_with_the_bytes_the_list_promises()
    {
        var files = (await served.JsonAsync($"{ServedPlan.Plan}/files?limit=500"))["items"]!.AsArray();
        Assert.Empty(
            new[] { "indicators.csv", "plan.md", "plan.txt", "plan.xlsx", "all.zip", "manifest.json", "SHA256SUMS" }.Except(
                files.Select(file => (string?)file!["path"])
            )
        );
        foreach (var file in files.Select(file => file!))
        {
            using var response = await served.App.Client.GetAsync((string)file["href"]!);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.Equal((long)file["bytes"]!, bytes.LongLength);
            Assert.Equal((string?)file["sha256"], Convert.ToHexStringLower(SHA256.HashData(bytes)));
            // As it was sent: the parsed one has spaces of its own.
            Assert.Equal((string?)file["mediaType"], response.Content.Headers.NonValidated["Content-Type"].ToString());
            Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", response.Headers.GetValues("Repr-Digest").Single());
        }
    }

    [Fact]
    public async Task The_source_comes_back_byte_for_byte()
    {
        var source = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "plans", "urbanization-14fyp", "source.txt"));
        Assert.Equal(source, await served.App.Client.GetByteArrayAsync($"{ServedPlan.First}/files/source.txt"));
    }

    [Fact]
    public async Task The_manifest_is_the_one_whose_hash_the_release_states()
    {
        var manifest = await served.App.Client.GetByteArrayAsync($"{ServedPlan.First}/files/manifest.json");
        var release = await served.JsonAsync($"{ServedPlan.Plan}/releases/1.0.0");
        Assert.Equal((string?)release["manifestSha256"], Convert.ToHexStringLower(SHA256.HashData(manifest)));
        Assert.Equal("1.0.0", (string?)JsonNode.Parse(manifest)!["release"]);
    }

    [Fact]
    public async Task A_csv_file_points_to_its_metadata_and_its_twin_does_not()
    {
        using var csv = await served.App.Client.GetAsync($"{ServedPlan.First}/files/indicators.csv");
        using var twin = await served.App.Client.GetAsync($"{ServedPlan.First}/files/indicators-excel.csv");
        var link = csv.Headers.GetValues("Link").Single(link => link.Contains("describedby", StringComparison.Ordinal));

        Assert.EndsWith("/files/indicators.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"", link, StringComparison.Ordinal);
        Assert.Equal("indicators.csv", (string?)(await served.JsonAsync(link.Split('<', '>')[1]))["url"]);
        Assert.DoesNotContain(twin.Headers.GetValues("Link"), other => other.Contains("describedby", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/files/indicators.csv", "indicators-1.0.0.csv")]
    [InlineData("/files/SHA256SUMS", "SHA256SUMS-1.0.0")]
    public async Task A_download_is_saved_under_a_name_with_its_version(string below, string name)
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.First + below);
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }
}
