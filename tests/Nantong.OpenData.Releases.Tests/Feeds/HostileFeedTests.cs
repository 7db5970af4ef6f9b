using System.ServiceModel.Syndication;
using System.Xml;
using Nantong.OpenData.Releases.Feeds;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Feeds;

/// <summary>Texts that are hostile to Atom (XML 1.0, RFC 4287) come back as they were, by a reader that we did not write.</summary>
public sealed class HostileFeedTests
{
    public static TheoryData<string> Texts =>
        [
            "]]>",
            "<![CDATA[a]]>",
            "<!-- a -->",
            "--",
            "&",
            "&amp;",
            "&lt;b&gt;",
            "&#x41;",
            "&#0;",
            "&nbsp;",
            "<b>bold</b>",
            "<script>alert(1)</script>",
            "</entry></feed>",
            "<?xml version=\"1.0\"?>",
            "\"quoted\" 'so'",
            "a\tb",
            "a\nb",
            "a\r\nb",
            "a\rb",
            " spaces ",
            "\n",
            "\u0085",
            "\u2028",
            "\u00A0",
            "𠮷😀",
            "e\u0301",
            "%00",
            "{x}",
            "\uE000",
            "\uFEFFa",
        ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Atom_gives_every_text_back(string text)
    {
        var feed = Read(text);
        Assert.Equal((text, text, text), (feed.Title.Text, feed.Description.Text, feed.Authors.Single().Name));
        var item = feed.Items.Single();
        Assert.Equal((text, text), (item.Title.Text, ((TextSyndicationContent)item.Content).Text));
        Assert.Equal("text", item.Content.Type);
    }

    [Fact]
    public void What_no_XML_can_carry_is_replaced_visibly() =>
        Assert.All("\0\u0007\u000B\u001F\uFFFE\uFFFF\uD800\uDC00", one => Assert.Equal("a\uFFFDb", Read($"a{one}b").Items.Single().Title.Text));

    [Fact]
    public void Ids_links_dates_and_tags_are_what_the_feed_says()
    {
        var feed = Read("a");
        Assert.Equal("https://host/v1/plans/urbanization-14fyp", feed.Id);
        Assert.Equal(["self", "alternate"], feed.Links.Select(link => link.RelationshipType));
        var item = feed.Items.Single();
        Assert.Equal("https://host/v1/plans/urbanization-14fyp@1.0.1", item.Id);
        Assert.Equal((At(3), At(5)), (item.PublishDate, item.LastUpdatedTime));
        Assert.Equal(["patch", "deprecated"], item.Categories.Select(category => category.Name));
        Assert.Equal(
            "https://host/v1/plans/urbanization-14fyp/changes/1.0.0..1.0.1",
            item.Links.Single(link => link.RelationshipType is "related").Uri.AbsoluteUri
        );
    }

    private static SyndicationFeed Read(string text)
    {
        var written = AtomFeed.Write(
            new Feed(
                text,
                text,
                text,
                "zh-CN",
                new Uri("https://host/v1/plans/urbanization-14fyp"),
                new Uri("https://host/v1/plans/urbanization-14fyp/changes.atom"),
                new Uri("https://host/v1/plans/urbanization-14fyp/changes.json"),
                [new(new(1, 0, 1), At(3), At(5), ReleaseStatus.Deprecated, text, text, Bump.Patch, new(1, 0, 0))]
            )
        );
        using var xml = XmlReader.Create(new MemoryStream(written), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return SyndicationFeed.Load(xml);
    }

    private static DateTimeOffset At(int day) => new(2026, 1, day, 8, 30, 0, TimeSpan.Zero);
}
