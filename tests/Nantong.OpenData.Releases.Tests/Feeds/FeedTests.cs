using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Nantong.OpenData.Releases.Feeds;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Tests.Feeds;

public class FeedTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static Feed Of(string message) =>
        new(
            "南通市“十四五”新型城镇化规划：版本",
            "Releases of the plan as open data",
            "Nantong.OpenData",
            "zh-CN",
            new Uri("https://host/v1/plans/urbanization-14fyp"),
            new Uri("https://host/v1/plans/urbanization-14fyp/changes.atom"),
            new Uri("https://host/v1/plans/urbanization-14fyp/changes.json"),
            [
                new(new(1, 0, 1), At(3), At(5), ReleaseStatus.Deprecated, "urbanization-14fyp 1.0.1", message, Bump.Patch, new(1, 0, 0)),
                new(new(1, 0, 0), At(1), At(1), ReleaseStatus.Published, "urbanization-14fyp 1.0.0", "First release", Bump.None, null),
            ]
        );

    private static DateTimeOffset At(int day) => new(2026, 1, day, 16, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Atom_has_an_entry_for_each_release_with_its_address_and_its_changes()
    {
        var feed = XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write(Of("更正单位 m²")))).Root!;

        Assert.Equal("2026-01-05T08:30:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.DoesNotContain(feed.Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "next");
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.Equal(
            ["https://host/v1/plans/urbanization-14fyp@1.0.1", "https://host/v1/plans/urbanization-14fyp@1.0.0"],
            entries.Select(entry => entry.Element(Atom + "id")!.Value)
        );
        Assert.Equal(
            "https://host/v1/plans/urbanization-14fyp/changes/1.0.0..1.0.1",
            entries[0].Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "related").Attribute("href")!.Value
        );
        Assert.Equal(["patch", "deprecated"], entries[0].Elements(Atom + "category").Select(category => category.Attribute("term")!.Value));
        Assert.Equal("更正单位 m²", entries[0].Element(Atom + "content")!.Value);
        Assert.DoesNotContain(entries[1].Elements(Atom + "link"), link => link.Attribute("rel")!.Value == "related");
        Assert.All(entries.Append(feed), element => Assert.All(["id", "title", "updated"], name => Assert.Single(element.Elements(Atom + name))));
    }

    [Fact]
    public void A_page_of_an_atom_feed_leads_to_the_next()
    {
        var written = AtomFeed.Write(Of("更正单位 m²") with { Next = new("https://host/older") });
        var feed = XDocument.Parse(Encoding.UTF8.GetString(written)).Root!;
        Assert.Equal(
            "https://host/older",
            feed.Elements(Atom + "link").Single(link => link.Attribute("rel")!.Value == "next").Attribute("href")!.Value
        );
    }

    [Fact]
    public void Json_feed_tells_the_same_and_shows_chinese_as_such()
    {
        var bytes = JsonFeed.Write(Of("更正单位 m²") with { Next = new("https://host/older") });
        using var feed = JsonDocument.Parse(bytes);

        Assert.Contains("更正单位 m²", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.RootElement.GetProperty("version").GetString());
        Assert.Equal("https://host/older", feed.RootElement.GetProperty("next_url").GetString());
        var item = feed.RootElement.GetProperty("items")[0];
        Assert.Equal("https://host/v1/plans/urbanization-14fyp@1.0.1", item.GetProperty("id").GetString());
        Assert.Equal("2026-01-03T08:30:00Z", item.GetProperty("date_published").GetString());
        Assert.Equal(["patch", "deprecated"], item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
    }

    [Fact]
    public void What_a_publisher_typed_can_break_neither_format()
    {
        const string Hostile = "]]></content><script>&\u0000\u000B\uD800\uFFFE 𠮷 \"quoted\"";
        var atom = XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write(Of(Hostile))));
        using var json = JsonDocument.Parse(JsonFeed.Write(Of(Hostile)));

        const string Clean = "]]></content><script>&\uFFFD\uFFFD\uFFFD\uFFFD 𠮷 \"quoted\"";
        Assert.Equal(Clean, atom.Root!.Elements(Atom + "entry").First().Element(Atom + "content")!.Value);
        Assert.Equal(Clean, json.RootElement.GetProperty("items")[0].GetProperty("content_text").GetString());
    }

    [Fact]
    public void A_feed_without_releases_is_still_a_feed()
    {
        var empty = Of("") with { Entries = [] };

        Assert.Equal("1970-01-01T00:00:00Z", XDocument.Parse(Encoding.UTF8.GetString(AtomFeed.Write(empty))).Root!.Element(Atom + "updated")!.Value);
        Assert.Equal(AtomFeed.Write(empty), AtomFeed.Write(empty with { }));
        Assert.Equal(0, JsonDocument.Parse(JsonFeed.Write(empty)).RootElement.GetProperty("items").GetArrayLength());
    }
}
