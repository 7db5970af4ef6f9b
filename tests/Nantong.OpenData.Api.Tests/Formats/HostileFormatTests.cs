using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Catalogue;
using Nantong.OpenData.Api.Tests.Contracts;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Releases.Feeds;
using Nantong.OpenData.Releases.Versioning;
using Nantong.OpenData.Tests;

namespace Nantong.OpenData.Api.Tests.Formats;

/// <summary>Texts that are hostile to a format come back as they were, by readers that we did not write: Citation.js, JSON-stat Toolkit, N3.js,
/// jsonld.js and Feedsmith.</summary>
public sealed class HostileFormatTests
{
    [ToolTheory("node", "node.exe")]
    [InlineData("bibtex")]
    [InlineData("ris")]
    public async Task A_citation_keeps_every_text_and_no_text_makes_another_citation(string format)
    {
        string[] texts = [.. (format is "ris" ? HostileTexts.ToRis : HostileTexts.ToTex).Concat(HostileTexts.ToAll).Distinct()];
        var item = Releases.Citations.Citations.Of(
            RealPlan.Read().About,
            RealPlan.Read().TitleBlock,
            ReleaseVersion.First,
            CitedPart.Whole,
            "https://host/v1/plans/urbanization-14fyp@1.0.0?a=%7B_b%7D",
            new DateOnly(2026, 1, 5)
        );
        var cited = texts.Select((text, at) => item with { Id = $"t{at}", Title = $"[{text}]", Note = $"({text})", Author = [new($"[{text}]")] });
        var read = await ReadAsync(format, string.Concat(cited.Select(one => format is "ris" ? Ris.Write(one) : BibTex.Write(one))));

        Assert.Equal(texts.Length, read.GetArrayLength());
        foreach (var (text, one) in texts.Zip(read.EnumerateArray()))
        {
            var line = OneLine(text, format);
            Assert.Equal(($"[{line}]", $"({line})"), (Text(one, "title"), Text(one, "note")));
            Assert.Equal("https://host/v1/plans/urbanization-14fyp@1.0.0?a=%7B_b%7D", Text(one, "URL"));
            if (format is "bibtex")
                Assert.Equal($"[{line}]", Text(one.GetProperty("author")[0], "family")); // RIS has no way to keep a comma from parting a name
            Assert.Equal("2021", one.GetProperty("issued").GetProperty("date-parts")[0][0].ToString());
        }
    }

    [ToolTheory("node", "node.exe")]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(34)]
    [InlineData(51)]
    public async Task Json_stat_keeps_every_label_unit_note_and_number(int first)
    {
        string[] texts = [.. HostileTexts.ToAll.Concat(HostileTexts.ToTex).Skip(first).Take(17)];
        var real = RealPlan.Read();
        Indicator[] indicators =
        [
            .. real.Indicators.Select(
                (row, at) =>
                    row with
                    {
                        Name = texts[at],
                        Unit = row.Unit with { Label = texts[^(at + 1)] },
                        Target = row.Target with { Raw = texts[at] },
                    }
            ),
        ];
        var plan = real with
        {
            Indicators = indicators,
            About = real.About with
            {
                Title = new Label(texts[0], texts[1]),
                Authority = real.About.Authority with { OfficialSource = new Label(texts[2], texts[3]) },
            },
        };
        var file = ReleaseBuilder.Build(plan, ReleaseVersion.First, null).Files.Single(one => one.Path == "indicators.jsonstat.json");
        var read = await ReadAsync("jsonstat", Encoding.UTF8.GetString(file.ToBytes()));

        Assert.Equal($"{texts[0]}：主要指标", Text(read, "label"));
        Assert.Equal(texts[2], Text(read, "source"));
        Assert.Equal(indicators.Select(row => row.Id), Texts(read, "ids"));
        Assert.Equal(indicators.Select(row => row.Name), Texts(read, "labels"));
        Assert.Equal(indicators.Select(row => row.Unit.Label), Texts(read, "units"));
        Assert.Equal(["2020", "2025"], Texts(read, "times"));
        Assert.Equal(
            indicators.SelectMany(row => new[] { row.Baseline.Value, row.Target.Value }),
            read.GetProperty("values").EnumerateArray().Select(value => value.ValueKind is JsonValueKind.Null ? (decimal?)null : value.GetDecimal())
        );
        Assert.Equal(34, read.GetProperty("status").GetArrayLength());
        var raw = read.GetProperty("extension").GetProperty("targetRaw");
        Assert.Equal(indicators.Select(row => row.Target.Raw), indicators.Select(row => Text(raw, row.Id)));
    }

    [ToolTheory("node", "node.exe")]
    [InlineData("turtle")]
    [InlineData("jsonld")]
    public async Task Both_syntaxes_of_the_catalogue_keep_every_text_with_its_language_and_every_address(string format)
    {
        string[] texts = [.. HostileTexts.ToAll.Concat(HostileTexts.ToTex).Append("a\0b").Append("a\u0001\u001Fb").Append("a\nb\r\nc").Distinct()];
        string[] addresses =
        [
            "https://host/a b",
            "https://host/<a>",
            "https://host/\"",
            "https://host/{a}",
            "https://host/a|b^c`d\\e",
            "https://host/南通",
            "https://host/%20",
            "https://host/?a=b&c='d'",
            "https://host/a#b",
            "https://host/a\nb",
        ];
        RdfResource[] said =
        [
            new(
                "https://host/all",
                ["dcat:Dataset"],
                ("dct:title", new RdfValue.Many([.. texts.Select(text => new RdfValue.Text(text, "zh-CN"))])),
                ("dct:description", new RdfValue.Many([.. texts.Select(text => new RdfValue.Text(text))])),
                ("dct:issued", new RdfValue.Typed("2026-01-05", "xsd:date")),
                ("dct:relation", new RdfValue.Many([.. addresses.Select(address => new RdfValue.Link(address))])),
                ("dct:publisher", new RdfValue.Nested(new RdfResource(null, ["foaf:Agent"], ("foaf:name", new RdfValue.Text("a\" ] .")))))
            ),
        ];
        var read = (await ReadAsync(format, Encoding.UTF8.GetString(format is "turtle" ? Turtle.Write(said) : JsonLd.Write(said))))
            .EnumerateArray()
            .Select(quad => quad.EnumerateArray().Select(part => part.GetString()!).ToArray())
            .ToList();

        Assert.Equal(
            texts.Order(StringComparer.Ordinal),
            Values("title").Where(value => value.Language == "zh-cn").Select(value => value.Text).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            texts.Order(StringComparer.Ordinal),
            Values("description").Where(value => value.Language is "").Select(value => value.Text).Order(StringComparer.Ordinal)
        );
        Assert.Equal("2026-01-05", Values("issued").Single().Text);
        Assert.Equal(
            addresses.Select(Vocabulary.Iri).Order(StringComparer.Ordinal),
            Values("relation").Select(value => value.Text).Order(StringComparer.Ordinal)
        );
        Assert.Contains(read, quad => quad[0] == "http://xmlns.com/foaf/0.1/name" && quad[1] == "a\" ] ." && quad[4] == "BlankNode");
        Assert.Equal((2 * texts.Length) + addresses.Length + 5, read.Count);

        IEnumerable<(string Text, string Language)> Values(string term) =>
            read.Where(quad => quad[0] == $"http://purl.org/dc/terms/{term}").Select(quad => (quad[1], quad[2].ToLowerInvariant()));
    }

    [ToolTheory("node", "node.exe")]
    [InlineData("jsonfeed")]
    public async Task Json_feed_gives_every_text_back(string format)
    {
        string[] texts = [.. HostileTexts.ToAll.Concat(HostileTexts.ToTex).Distinct()];
        var day = new DateTimeOffset(2026, 1, 3, 8, 30, 0, TimeSpan.Zero);
        var feed = new Feed(
            texts[0],
            texts[1],
            texts[2],
            "zh-CN",
            new Uri("https://host/v1/plans/p"),
            new Uri("https://host/v1/plans/p/changes.atom"),
            new Uri("https://host/v1/plans/p/changes.json"),
            [
                .. texts.Select(
                    (text, at) =>
                        new FeedEntry(
                            new ReleaseVersion(1, 0, at),
                            day,
                            day.AddDays(at),
                            ReleaseStatus.Published,
                            $"[{text}]",
                            $"[{text}]",
                            Bump.Patch,
                            at is 0 ? null : new ReleaseVersion(1, 0, at - 1)
                        )
                ),
            ]
        );
        var read = await ReadAsync(format, Encoding.UTF8.GetString(JsonFeed.Write(feed)));

        Assert.Equal((texts[0], texts[1], texts[2]), (Text(read, "title"), Text(read, "description"), Text(read.GetProperty("authors")[0], "name")));
        var items = read.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(texts, items.Select(item => Text(item, "title")![1..^1]));
        Assert.Equal(texts, items.Select(item => Text(item, "content_text")![1..^1]));
        Assert.Equal(texts.Select((_, at) => $"https://host/v1/plans/p@1.0.{at}"), items.Select(item => Text(item, "id")));
        Assert.All(items, item => Assert.Equal(["patch", "published"], Texts(item, "tags")));
    }

    /// <summary>A value of one line: what ends one is a space in both formats. TeX takes several spaces for one; RIS has no control characters, and
    /// nothing that would end a tag within a value.</summary>
    private static string OneLine(string text, string format)
    {
        var line = text.ReplaceLineEndings(" ");
        return format is "bibtex"
            ? Regex.Replace(line, "[ \t\uFEFF]+", " ") // the reader takes a byte order mark for white space
            : string.Concat(line.Where(one => !char.IsControl(one))).Replace("  -", " -", StringComparison.Ordinal);
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string?> Texts(JsonElement of, string name) =>
        of.GetProperty(name).EnumerateArray().Select(value => value.GetString());

    private static async Task<JsonElement> ReadAsync(string format, string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, content);
            return JsonDocument.Parse(await ReaderPrograms.RunAsync(["formats.mjs", format, file])).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
