using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Site;

/// <summary>A made-up plan in which every text that editors or the source can set holds what would break a page, a catalogue, or a reader of
/// either.</summary>
public sealed class HostilePlanTests
{
    private const string Hostile = "</script><script>alert(1)</script><!-- \"'><img src=x onerror=alert(1)> & \\u0022 \\ ]]>\n\t{plan}";

    private static readonly Address Address = new("http://127.0.0.1:7071", "/", null, new Dictionary<string, string>());
    private static readonly Snapshot Plan = Spoiled();
    private static readonly PinnedRelease Release = new(Plan.Release, [Plan.Release], Plan, movedAt: null, VersionPin.Latest, Address);
    private static readonly PageView View = new(Address, Release);

    [Theory]
    [InlineData("ch5")]
    [InlineData("ch5.s5.p2")]
    [InlineData("table1")]
    [InlineData("col4")]
    [InlineData("notice.number")]
    public void A_page_of_the_text_shows_it_as_text(string id)
    {
        var node = Plan.FindNode(id)!;
        Check(TextPage.Of(View, Release, node, NodeTree.Below(Plan.Nodes, node)));
    }

    [Fact]
    public void So_does_the_whole_text() => Check(TextPage.OfWhole(View, Release));

    [Fact]
    public void So_does_the_front_page() => Check(HomePage.Of(View, [Plan]));

    [Fact]
    public void So_does_the_page_of_the_data() => Check(DataPage.Of(View));

    [Fact]
    public void Both_syntaxes_of_the_catalogue_quote_it()
    {
        var resources = DcatCatalogue.Of(
            new(
                "http://127.0.0.1:7071",
                [new(Plan, "http://127.0.0.1:7071/v1/plans/p", [new(Plan.Release, "http://127.0.0.1:7071/v1/plans/p@1.0.0")], Since: null)]
            )
        );
        var graph = JsonNode.Parse(JsonLd.Write(resources))!["@graph"]!.AsArray();
        var turtle = Encoding.UTF8.GetString(Turtle.Write(resources));

        Assert.Contains(graph, resource => (string?)resource!["dct:title"]?[0]!["@value"] == Hostile);
        Assert.DoesNotContain(Hostile, turtle, StringComparison.Ordinal);
        Assert.Contains("\\\"'><img src=x onerror=alert(1)> & \\\\u0022 \\\\ ]]>\\u000A\\u0009{plan}\"@zh", turtle, StringComparison.Ordinal);
        Assert.Contains("<https://example.org/%3C%22%20%7B%7D%5E%60%5C>", turtle, StringComparison.Ordinal);
    }

    private static void Check(PageContent content)
    {
        var page = XDocument.Parse(Encoding.UTF8.GetString(new Frame(View, content, [], []).Write())).Root!;

        Assert.DoesNotContain(page.Descendants("img"), element => (string?)element.Attribute("src") is "x");
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Contains("alert(1)", page.Element("body")!.Value, StringComparison.Ordinal);
        var data = Assert.Single(page.Descendants("script"), script => (string?)script.Attribute("type") is "application/ld+json");
        Assert.Contains(
            Hostile,
            JsonNode
                .Parse(data.Value)!
                .ToJsonString(
                    new()
                    {
                        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
                    }
                )
                .Replace("\\\"", "\"", StringComparison.Ordinal)
                .Replace("\\\\", "\\", StringComparison.Ordinal)
                .Replace("\\n", "\n", StringComparison.Ordinal)
                .Replace("\\t", "\t", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    private static Snapshot Spoiled()
    {
        var release = ReleaseBuilder.Build(RealPlan.Read(), ReleaseVersion.First, null);
        var (plan, label) = (release.Plan, new Label(Hostile, Hostile));
        var about = plan.About with
        {
            Title = label,
            Description = label,
            TextRights = label,
            Authority = new(false, label, label, Hostile),
            License = new("X", Hostile, "https://example.org/<\" {}^`\\", Hostile),
            Categories = [.. plan.About.Categories.Select(category => category with { Label = label })],
        };
        Node[] nodes =
        [
            .. plan.Nodes.Select(node =>
                node with
                {
                    Text = node.Type is NodeType.TableRow ? Hostile + node.Text : Hostile,
                    Heading = node.Heading is null ? null : Hostile,
                    Source = node.Source with { Joins = [], Normalizations = [] },
                }
            ),
        ];
        var entry = new ReleaseEntry(
            about.Id,
            release.Version,
            ReleaseStatus.Published,
            DateTimeOffset.UnixEpoch,
            Hostile,
            release.Manifest.ContentHash,
            release.ManifestSha256,
            null,
            about,
            plan.TitleBlock with
            {
                NoticeTitle = Hostile,
                Issuer = Hostile,
            }
        );
        var facts = ReleaseFacts
            .None.With(RecordKinds.Node, nodes)
            .With(RecordKinds.Indicator, plan.Indicators)
            .With(RecordKinds.Column, plan.Columns);
        return new Snapshot(entry, release.Manifest, facts, []);
    }
}
