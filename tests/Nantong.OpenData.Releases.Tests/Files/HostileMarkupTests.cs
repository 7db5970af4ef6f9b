using AngleSharp.Html.Parser;
using Markdig;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Files.Markup;
using IElement = AngleSharp.Dom.IElement;
using Markdown = Nantong.OpenData.Releases.Files.Markup.Markdown;

namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>Texts that are hostile to HTML (WHATWG, 13.2) and to Markdown (CommonMark 0.31.2 and the tables of GFM) come back as they were, by
/// readers that we did not write: AngleSharp and Markdig.</summary>
public sealed class HostileMarkupTests
{
    private static readonly MarkdownPipeline Dialect = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseFootnotes()
        .UseTaskLists()
        .Build();

    private static readonly Node Paragraph = BuiltRelease.Plan.Nodes.First(node => node.Type is NodeType.Paragraph);
    private static readonly Node TableRow = BuiltRelease.Plan.Nodes.First(node => node.Type is NodeType.TableRow);

    private static readonly string[] ToHtml =
    [
        "</p><p>",
        "</div></section></main>",
        "<script>alert(1)</script>",
        "</title><title>",
        "<!-- a",
        "-->",
        "<![CDATA[ a ]]>",
        "&amp;",
        "&amp",
        "&notit;",
        "&#x41;",
        "&#0;",
        "&lt;b&gt;",
        "a & b",
        "a &b",
        "\"quoted\" 'so'",
        "x\" onmouseover=\"alert(1)",
        "x' y=",
        "<b>bold</b>",
        "<img src=x onerror=alert(1)>",
        "<a href=\"javascript:alert(1)\">a</a>",
        "`backtick`",
        "<",
        ">",
        "a<b>c",
        "</",
        "<?php ?>",
        "\u00A0\u3000a",
        "𠮷😀",
        "e\u0301",
        "\u2028a\u2029",
    ];

    private static readonly string[] ToMarkdown =
    [
        "a | b",
        "|",
        "||",
        "\\|",
        "a\\",
        "\\\\",
        "\\\\|",
        "`",
        "``a``",
        "`|`",
        "*a*",
        "**a**",
        "***",
        "* a",
        "_a_",
        "__a__",
        "snake_case_name",
        "~~a~~",
        "~a~",
        "~",
        "<b>",
        "<https://example.org>",
        "<!-- a -->",
        "<a@example.org>",
        "a < b > c",
        "&amp;",
        "&#35;",
        "&copy;",
        "&",
        "# a",
        "#a",
        "###### a",
        "####### a",
        "a #",
        "> a",
        ">a",
        "- a",
        "-",
        "--",
        "---",
        "- - -",
        "+ a",
        "+",
        "1. a",
        "1) a",
        "1.",
        "123456789. a",
        "2025年",
        "1.常住",
        "===",
        "=",
        "= a",
        "[a](b)",
        "![a](b)",
        "![",
        "[a]: b",
        "[a][b]",
        "[a[b]c](d)",
        "[^1]",
        "[^1]: a",
        "[ ] a",
        "[x] a",
        "]",
        "](",
        "- [ ] a",
        "    code",
        "\tcode",
        " a",
        "a ",
        "a  ",
        "a\nb",
        "a\n\nb",
        "a\n- b",
        "a\n---",
        "a\n    b",
        "a\\\nb",
        "a  \nb",
        "a\r\nb",
        ":---",
        ":-: | -",
        "^a^",
        "==a==",
        "++a++",
        "\"a\"",
        "$a$",
        "{.a}",
        "&#x41;",
        "!",
        "(a)",
        "a_b_c",
        "*",
        "* * *",
        "_ _ _",
        "http://example.org/_a_",
        "www.example.org",
        "a@example.org",
    ];

    public static TheoryData<string> Texts => [.. ToHtml.Concat(ToMarkdown).Distinct()];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Html_shows_a_text_as_it_is_and_makes_no_element_of_it(string text)
    {
        Node[] nodes =
        [
            Paragraph with
            {
                Parent = null,
                Lead = null,
                Text = text,
                Source = Paragraph.Source with { Joins = [], Normalizations = [] },
            },
        ];
        var page = new HtmlParser().ParseDocument(
            new HtmlPage(text, text, Html.Of($"<p id=\"in\" title=\"{text}\">{text}</p>{NodeHtml.Render(nodes, 2)}")) { Description = text }.Render()
        );

        Assert.Equal(text, page.QuerySelector("#in")!.TextContent);
        Assert.Equal(text, page.QuerySelector("#in")!.GetAttribute("title"));
        Assert.Equal(text, page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.Equal(text, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(text, page.QuerySelector("title")!.TextContent);
        var shown = page.GetElementById(Paragraph.Id)!;
        Assert.Equal(text + "¶", shown.TextContent);
        Assert.Equal(["A"], shown.Children.Select(child => child.TagName));
        Assert.Equal(["P", "P"], page.Body!.Children.Select(child => child.TagName));
        Assert.Equal(4, page.QuerySelector("#in")!.Attributes.Length + shown.Attributes.Length);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Html_keeps_the_cells_of_a_row(string text)
    {
        var cell = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        var page = new HtmlParser().ParseDocument(
            $"<body>{NodeHtml.Render([TableRow with { Parent = null, Text = $"a\t{cell}\t{cell}" }], 2)}</body>"
        );
        Assert.Equal(["a", cell, cell], page.QuerySelectorAll("tr > *").Select(one => one.TextContent));
        Assert.All(page.QuerySelectorAll("tr > *"), one => Assert.Empty(one.Children));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Markdown_shows_a_text_as_it_is(string text)
    {
        foreach (
            var markdown in new[]
            {
                Markdown.Render(Paragraph with { Text = text }),
                $"# {Markdown.Escape(text)}\n",
                $"- {Markdown.Escape(text)}\n",
                $"> {Markdown.Escape(text)}\n",
            }
        )
        {
            var shown = Shown(markdown);
            Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), shown.TextContent.TrimEnd('\n').TrimStart('\n'));
            Assert.Empty(shown.QuerySelectorAll("em, strong, code, pre, img, del, sub, sup, ins, mark, hr, table, b, br, input, script"));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Markdown_keeps_the_cells_of_a_row(string text)
    {
        var cell = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        var shown = Shown(
            $"| 1 | 2 | 3 |\n| --- | --- | --- |\n{Markdown.Render([TableRow, TableRow with { Text = $"a\t{cell}\tb" }]).Split('\n')[^2]}\n"
        );
        Assert.Equal(["a", cell, "b"], shown.QuerySelectorAll("td").Select(one => one.TextContent));
        Assert.All(shown.QuerySelectorAll("td"), one => Assert.Empty(one.QuerySelectorAll("em, strong, code, img, del, sub, sup")));
    }

    [Theory]
    [InlineData("https://example.org/a_(b)")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://example.org/<a>")]
    [InlineData("https://example.org/?a=1&amp;b=2")]
    public void The_address_of_the_licence_leads_where_it_should(string address)
    {
        var plan = BuiltRelease.Plan with
        {
            About = BuiltRelease.Plan.About with { License = BuiltRelease.Plan.About.License with { Url = address, Name = "a](b)" } },
        };
        var file = ReleaseBuilder.Build(plan, new ReleaseVersion(1, 2, 0), null).Files.Single(one => one.Path == "plan.md").ToBytes();
        var link = Assert.Single(Shown(System.Text.Encoding.UTF8.GetString(file)).QuerySelectorAll("a"), a => a.TextContent == "a](b)");
        Assert.Equal(new Uri(address).AbsoluteUri, new Uri(link.GetAttribute("href")!).AbsoluteUri);
    }

    private static IElement Shown(string markdown) =>
        new HtmlParser().ParseDocument($"<body>{Markdig.Markdown.ToHtml(markdown, Dialect)}</body>").Body!;
}
