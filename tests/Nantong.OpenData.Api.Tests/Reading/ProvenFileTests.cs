using Azure.Storage.Blobs;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Reading;

public sealed class ProvenFileTests
{
    private const string File = $"{ServedPlan.First}/files/indicators.csv";

    [Fact]
    public async Task A_file_that_was_changed_in_place_is_served_no_more_until_it_is_whole_again()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await live.ServeAsync();
        var whole = await app.Client.GetByteArrayAsync(File);
        await WriteAsync(live, [.. whole[..^9], (byte)(whole[^9] ^ 1), .. whole[^8..]]);

        await AssertRefusedAsync(app, HttpMethod.Get);
        await AssertRefusedAsync(app, HttpMethod.Head);
        await AssertRefusedAsync(app, HttpMethod.Get, ("Range", "bytes=0-9")); // these ten are right, the file is not
        await AssertRefusedAsync(app, HttpMethod.Get, ("Range", "bytes=0-9,20-29"));
        using var other = await app.Client.GetAsync($"{ServedPlan.First}/files/indicators.ndjson");
        Assert.Equal(200, (int)other.StatusCode);

        await WriteAsync(live, whole);
        using var again = await app.AskUntilAsync(File, (response, _) => response.IsSuccessStatusCode);
        Assert.Equal(whole, await again.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_file_that_the_store_has_lost_is_named()
    {
        await using var live = await LiveStore.StartAsync();
        await using var app = await live.ServeAsync();
        await Blob(live).DeleteAsync();
        await AssertRefusedAsync(app, HttpMethod.Get);
    }

    private static async Task AssertRefusedAsync(RunningApp app, HttpMethod method, params (string, string)[] headers)
    {
        using var response = await app.SendAsync(method, File, headers);
        Assert.Equal(503, (int)response.StatusCode);
        Assert.Null(response.Headers.ETag);
        if (method == HttpMethod.Get)
            Assert.Contains("indicators.csv", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task WriteAsync(LiveStore live, byte[] bytes) => await Blob(live).UploadAsync(BinaryData.FromBytes(bytes), overwrite: true);

    private static BlobClient Blob(LiveStore live) =>
        new BlobContainerClient(live.ConnectionString, "releases", new(BlobClientOptions.ServiceVersion.V2025_11_05)).GetBlobClient(
            "urbanization-14fyp/1.0.0/indicators.csv"
        );
}
