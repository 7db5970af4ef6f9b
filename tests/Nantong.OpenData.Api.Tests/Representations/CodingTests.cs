using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;

namespace Nantong.OpenData.Api.Tests.Representations;

public sealed class CodingTests
{
    [Theory]
    [InlineData(null, "Identity")]
    [InlineData("", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("br", "Brotli")]
    [InlineData("gzip, deflate, br, zstd", "Brotli")]
    [InlineData("gzip;q=1.0, br;q=0.5", "Gzip")]
    [InlineData("gzip;q=0.5, br;q=0.5", "Brotli")]
    [InlineData("br;q=0, gzip", "Gzip")]
    [InlineData("*", "Brotli")]
    [InlineData("*;q=0.5, gzip", "Gzip")]
    [InlineData("*, br;q=0", "Gzip")]
    [InlineData("identity", "Identity")]
    [InlineData("identity;q=1, gzip;q=0.5", "Identity")]
    [InlineData("deflate, zstd", "Identity")]
    [InlineData("identity;q=0, gzip;q=0.1", "Gzip")]
    [InlineData("identity;q=0, deflate", null)]
    [InlineData("*;q=0", null)]
    [InlineData("*;q=0, identity;q=0.1", "Identity")]
    [InlineData("*;q=0, gzip", "Gzip")]
    [InlineData("gzip;q=two", "Identity")]
    public void The_coding_that_a_client_wants_most_is_chosen(string? header, string? coding) =>
        Assert.Equal(coding, AcceptedCodings.Read(header is null ? default : new(header)).Choose(worthPacking: true)?.ToString());

    [Theory]
    [InlineData("br", "Identity")]
    [InlineData("identity;q=0, gzip", "Gzip")]
    [InlineData("*;q=0", null)]
    public void A_short_body_is_packed_for_those_alone_who_take_nothing_else(string header, string? coding) =>
        Assert.Equal(coding, AcceptedCodings.Read(header).Choose(worthPacking: false)?.ToString());

    [Theory]
    [InlineData("bytes=0-9", "0+10")]
    [InlineData("bytes=90-", "90+10")]
    [InlineData("bytes=-10", "90+10")]
    [InlineData("bytes=-1000", "0+100")]
    [InlineData("bytes=95-1000", "95+5")]
    [InlineData("BYTES=99-99", "99+1")]
    [InlineData("bytes=0-0,-1", "0+1 99+1")]
    [InlineData("bytes=50-59, 0-9", "50+10 0+10")]
    [InlineData("bytes=200-, 0-9", "0+10")]
    [InlineData("bytes=100-", "")]
    [InlineData("bytes=-0", "")]
    [InlineData(null, null)]
    [InlineData("rows=0-9", null)]
    [InlineData("bytes=9-0", null)]
    [InlineData("bytes=a-b", null)]
    [InlineData("bytes = 0-9", null)]
    [InlineData("bytes=0 - 9", null)]
    [InlineData("bytes=+0-9", null)]
    [InlineData("bytes=--9", null)]
    [InlineData("bytes=-", null)]
    [InlineData("bytes=0-9;x", null)]
    [InlineData("bytes=0-9, x", null)]
    [InlineData("bytes=９-", null)]
    [InlineData("bytes=9-0, 0-9", null)]
    [InlineData("bytes=,0-9,", "0+10")]
    [InlineData("bytes=0-9 , ,\t20-29", "0+10 20+10")]
    [InlineData("bytes=90-99999999999999999999999", "90+10")]
    [InlineData("bytes=-99999999999999999999999", "0+100")]
    [InlineData("bytes=99999999999999999999999-", "")]
    [InlineData("bytes=", null)]
    [InlineData("bytes=0-99,0-99", null)]
    [InlineData("bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8,9-9,10-10,11-11,12-12,13-13,14-14,15-15,16-16", null)]
    public void Ranges_are_cut_out_of_a_file_of_a_hundred_bytes(string? header, string? parts) =>
        Assert.Equal(
            parts,
            ByteRanges.Choose(header, 100) is { } chosen ? string.Join(' ', chosen.Select(part => $"{part.First}+{part.Length}")) : null
        );

    [Theory]
    [InlineData("bytes=0-")]
    [InlineData("bytes=-5")]
    public void An_empty_file_has_no_range(string header) => Assert.Empty(ByteRanges.Choose(header, 0)!);

    [Theory]
    [InlineData("", "")]
    [InlineData("10.0.0.0/8, 192.0.2.1,2001:db8::/32", "10.0.0.0/8 192.0.2.1/32 2001:db8::/32")]
    [InlineData("10.1.2.3/8", "10.0.0.0/8")]
    [InlineData("proxy.example.org", null)]
    [InlineData("10.0.0.0/33", null)]
    public void Proxies_are_addresses_and_blocks(string setting, string? networks) =>
        Assert.Equal(networks, TrustedProxies.Parse(setting) is { } read ? string.Join(' ', read) : null);
}
