using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Representations;

[Collection(nameof(ServedPlan))]
public sealed class PackedTests(ServedPlan served)
{
    private const string List = ServedPlan.Latest + "/indicators";

    public static TheoryData<string> Addresses { get; } =
    [
        List,
        ServedPlan.Plan + "/indicators",
        ServedPlan.Plan + "/indicators?limit=3",
        ServedPlan.Plan + "/text/ch5.md",
        ServedPlan.Plan + "/changes.atom",
        ServedPlan.Plan + "/releases",
        "/v1/config",
        "/v1/status",
        "/v1/codelists",
        "/openapi/v1.json",
        "/docs",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_coding_gives_the_same_content_under_a_tag_of_its_own(string path)
    {
        using var plain = await AskAsync(path, null);
        var content = await plain.Content.ReadAsByteArrayAsync();
        foreach (
            var (coding, unpack) in new (string, Func<Stream, Stream>)[]
            {
                ("br", packed => new BrotliStream(packed, CompressionMode.Decompress)),
                ("gzip", packed => new GZipStream(packed, CompressionMode.Decompress)),
            }
        )
        {
            using var packed = await AskAsync(path, coding);
            var bytes = await packed.Content.ReadAsByteArrayAsync();
            var unpacked = new MemoryStream();
            await unpack(new MemoryStream(bytes)).CopyToAsync(unpacked);

            Assert.Equal([coding], packed.Content.Headers.ContentEncoding);
            Assert.Equal(bytes.Length, packed.Content.Headers.ContentLength);
            Assert.True(bytes.Length < content.Length, $"{bytes.Length} of {content.Length}");
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Equal(plain.Headers.Vary, packed.Headers.Vary);
            if (path is "/v1/status")
                continue; // about this moment
            Assert.Equal(content, unpacked.ToArray());
            Assert.False(packed.Headers.ETag!.IsWeak);
            Assert.StartsWith(plain.Headers.ETag!.Tag[..^1] + "-", packed.Headers.ETag.Tag, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task HEAD_and_not_modified_say_what_GET_says_of_each_coding(string coding)
    {
        using (await AskAsync(List, coding)) { }
        using var get = await AskUntilSettledAsync(coding);
        using var head = await served.App.SendAsync(HttpMethod.Head, List, ("Accept-Encoding", coding));
        using var known = await served.App.SendAsync(
            HttpMethod.Get,
            List,
            ("Accept-Encoding", coding),
            ("If-None-Match", get.Headers.ETag!.ToString())
        );

        Assert.Equal((200, 304), ((int)head.StatusCode, (int)known.StatusCode));
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
        Assert.Equal([get.Headers.ETag, get.Headers.ETag], [head.Headers.ETag!, known.Headers.ETag!]);
        Assert.Equal([get.Headers.Vary.ToString(), get.Headers.Vary.ToString()], [head.Headers.Vary.ToString(), known.Headers.Vary.ToString()]);
        Assert.Empty(known.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task What_is_asked_for_again_is_packed_thoroughly_and_the_first_tag_stays_known()
    {
        const string path = ServedPlan.Latest + "/columns";
        using var first = await AskAsync(path, "br");
        using var last = await AskUntilSettledAsync("br", path);
        Assert.EndsWith("-br\"", last.Headers.ETag!.Tag, StringComparison.Ordinal);
        Assert.True(last.Content.Headers.ContentLength < first.Content.Headers.ContentLength || first.Headers.ETag!.Equals(last.Headers.ETag));

        using var known = await served.App.SendAsync(
            HttpMethod.Get,
            path,
            ("Accept-Encoding", "br"),
            ("If-None-Match", first.Headers.ETag!.ToString())
        );
        Assert.Equal((304, first.Headers.ETag), ((int)known.StatusCode, known.Headers.ETag));
    }

    [Fact]
    public async Task A_tag_of_a_coding_that_the_client_no_longer_takes_is_not_its_answer()
    {
        using var packed = await AskAsync(List, "br");
        using var again = await served.App.SendAsync(HttpMethod.Get, List, ("If-None-Match", packed.Headers.ETag!.ToString()));
        Assert.Equal(200, (int)again.StatusCode);
    }

    [Fact]
    public async Task A_short_answer_stays_as_it_is()
    {
        using var response = await AskAsync("/health/live", "br, gzip");
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData(List)]
    [InlineData(ServedPlan.Plan + "/files/indicators.csv")]
    public async Task Who_takes_no_coding_at_all_is_told_which_exist(string path)
    {
        for (var time = 0; time < 2; time++) // kept answers too
        {
            using var response = await AskAsync(path, "identity;q=0, deflate");
            var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
            Assert.Equal((406, "Accept-Encoding"), ((int)response.StatusCode, (string?)error["parameter"]));
        }
    }

    [Fact]
    public async Task Files_are_sent_as_they_are()
    {
        using var response = await AskAsync(ServedPlan.Latest + "/files/plan.md", "br, gzip");
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    private Task<HttpResponseMessage> AskAsync(string path, string? codings) =>
        served.App.SendAsync(HttpMethod.Get, path, codings is null ? [] : [("Accept-Encoding", codings)]);

    /// <summary>Asks until the thorough packing is done, where there is one.</summary>
    private async Task<HttpResponseMessage> AskUntilSettledAsync(string coding, string path = List)
    {
        while (true)
        {
            var response = await AskAsync(path, coding);
            if (coding is not "br" || response.Headers.ETag!.Tag.EndsWith("-br\"", StringComparison.Ordinal))
                return response;
            response.Dispose();
            await Task.Delay(20);
        }
    }
}
