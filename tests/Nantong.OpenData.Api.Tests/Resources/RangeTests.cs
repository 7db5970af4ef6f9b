using System.Text;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Api.Tests.Resources;

[Collection(nameof(ServedPlan))]
public sealed class RangeTests(ServedPlan served)
{
    private const string Path = ServedPlan.First + "/files/source.txt";

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=1000-1999", 1000, 1000)]
    [InlineData("bytes=-17", -17, 17)]
    [InlineData("bytes=5-5,999999999-", 5, 1)]
    public async Task A_part_is_those_bytes_and_says_where_they_stand(string range, int first, int length)
    {
        var whole = await served.App.Client.GetByteArrayAsync(Path);
        using var response = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", range));
        var start = first < 0 ? whole.Length + first : first;

        Assert.Equal(206, (int)response.StatusCode);
        Assert.Equal(whole.AsSpan(start, length).ToArray(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal($"bytes {start}-{start + length - 1}/{whole.Length}", response.Content.Headers.ContentRange?.ToString());
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_part_carries_tag_date_and_digest_of_the_whole()
    {
        using var whole = await served.App.Client.GetAsync(Path);
        using var part = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", "bytes=0-9"));
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal(whole.Headers.ETag, part.Headers.ETag);
        Assert.Equal(whole.Content.Headers.LastModified, part.Content.Headers.LastModified);
        Assert.Equal(whole.Headers.GetValues("Repr-Digest"), part.Headers.GetValues("Repr-Digest"));
        Assert.Equal(whole.Headers.CacheControl, part.Headers.CacheControl);
    }

    [Fact]
    public async Task Several_parts_come_in_one_body_in_the_order_in_which_they_were_asked_for()
    {
        var whole = await served.App.Client.GetByteArrayAsync(Path);
        using var response = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", "bytes=100-109, 0-4, -3"));
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType!;
        var boundary = type.Parameters.Single(parameter => parameter.Name == "boundary").Value!;

        Assert.Equal((206, "multipart/byteranges"), ((int)response.StatusCode, type.MediaType));
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
        var expected = new MemoryStream();
        foreach (var (first, length) in new[] { (100, 10), (0, 5), (whole.Length - 3, 3) })
        {
            expected.Write(
                Encoding.ASCII.GetBytes(
                    $"\r\n--{boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes "
                        + $"{first}-{first + length - 1}/{whole.Length}\r\n\r\n"
                )
            );
            expected.Write(whole, first, length);
        }

        expected.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
        Assert.Equal(expected.ToArray(), body);
    }

    [Fact]
    public async Task A_range_that_the_file_does_not_have_is_refused_with_its_length()
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", "bytes=999999999-"));
        var length = (await served.App.Client.GetByteArrayAsync(Path)).Length;
        Assert.Equal(416, (int)response.StatusCode);
        Assert.Equal($"bytes */{length}", response.Content.Headers.ContentRange?.ToString());
        Assert.Equal("range-not-satisfiable", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("rows=0-9")]
    [InlineData("bytes=9-0")]
    [InlineData("bytes=0-,0-")]
    public async Task A_range_that_means_nothing_gives_the_whole(string range)
    {
        using var response = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", range));
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Null(response.Content.Headers.ContentRange);
    }

    [Theory]
    [InlineData("tag", 206)]
    [InlineData("weak tag", 200)]
    [InlineData("\"other\"", 200)]
    [InlineData("date", 206)]
    [InlineData("Mon, 05 Jan 2026 08:00:00 GMT", 200)]
    [InlineData("nonsense", 200)]
    public async Task A_part_comes_only_of_the_file_that_If_Range_names(string condition, int status)
    {
        using var whole = await served.App.Client.GetAsync(Path);
        var sent = condition switch
        {
            "tag" => whole.Headers.ETag!.ToString(),
            "weak tag" => $"W/{whole.Headers.ETag}",
            "date" => whole.Content.Headers.LastModified!.Value.ToString("R"),
            _ => condition,
        };
        using var response = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", "bytes=0-9"), ("If-Range", sent));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_in_parts_and_HEAD_has_none()
    {
        using var whole = await served.App.Client.GetAsync(Path);
        using var known = await served.App.SendAsync(HttpMethod.Get, Path, ("Range", "bytes=0-9"), ("If-None-Match", whole.Headers.ETag!.ToString()));
        using var head = await served.App.SendAsync(HttpMethod.Head, Path, ("Range", "bytes=0-9"));
        Assert.Equal((304, 200), ((int)known.StatusCode, (int)head.StatusCode));
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_download_has_a_name_for_everybody_and_a_Chinese_one_for_who_can_read_it()
    {
        using var response = await served.App.Client.GetAsync(ServedPlan.First + "/files/indicators.csv");
        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal(
            ("indicators-1.0.0.csv", "南通市“十四五”新型城镇化规划-indicators-1.0.0.csv"),
            (disposition.FileName?.Trim('"'), disposition.FileNameStar)
        );
    }
}
