namespace Nantong.OpenData.Releases.Tests.Files;

/// <summary>The real plan with texts in its observations that are hostile to the formats that we write: from their standards, and from what readers
/// are known to get wrong.</summary>
internal static class Hostile
{
    /// <summary>Text that a spreadsheet would take for something else when it opens a CSV file.</summary>
    public static IReadOnlyList<string> ToSpreadsheets { get; } =
    [
        "=1+1",
        "+86",
        "-5+2",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1＋1",
        "1-2",
        "3/4",
        "1 2/3",
        "2021-1",
        "2021年12月29日",
        "上午9:00",
        "9 PM",
        "1.5e+10",
        "12:30",
        "5月1日",
        "2021年5月",
        "MAR1",
        "Sept-2",
        "1-Jan",
        "007",
        "１２",
        "00123",
        "2.50",
        "123456789012345678",
        "1E5",
        "1e5",
        "1,234",
        "50%",
        "￥5",
        "(5)",
        "TRUE",
        "false",
        "#N/A",
        "#REF!",
        "'=1+1",
        "''007",
    ];

    /// <summary>Text that a spreadsheet leaves alone.</summary>
    public static IReadOnlyList<string> Harmless { get; } =
    [
        "—",
        ">74",
        "a=b",
        "70.44",
        "2021",
        "0",
        "0.5",
        "'quoted'",
        "南通市统计局",
        "第1章",
        "3个",
        "x1-2",
        "NA",
        "1.2.0",
        "e-0001",
        "PM2.5",
        "1+8",
        "[21]",
        "12 | 34",
    ];

    /// <summary>Text that files, markup and lines of JSON must escape, or that readers take for a missing value, a comment or an end.</summary>
    public static IReadOnlyList<string> ToReaders { get; } =
    [
        "_x0041_",
        "_x005F_x0041_",
        "__x0041__x",
        "_x000d_",
        "a\rb",
        "a\r\nb",
        "a\nb",
        "\n",
        " spaces ",
        "\u00A0nbsp\u3000",
        "tab\tin",
        "#not a comment",
        "\"",
        "\"\"",
        "a\"b",
        ",",
        ",,",
        ";",
        "'",
        "\\",
        "\\n",
        "\\N",
        "\\\"",
        "NULL",
        "null",
        "NaN",
        "None",
        "nan",
        "a\u2028b\u2029c",
        "a\u0085b",
        "]]>",
        "<!--",
        "&amp;&lt;",
        "</script><script>",
        "<?xml?>",
        "&#x41;",
        "{{x}}",
        "%s%n",
        "a | b",
        "𠮷😀",
        "e\u0301",
        "\uFEFFbom",
        "\u202Eabc",
        "|",
        "---",
        "`code`",
        "*bold*",
    ];

    /// <summary>All of it.</summary>
    public static IReadOnlyList<string> Texts { get; } = [.. ToSpreadsheets, .. Harmless, .. ToReaders];

    /// <summary>A release of them: each text as the source of one observation, and the one before it as its note.</summary>
    public static Release Release { get; } =
        ReleaseBuilder.Build(
            BuiltRelease.Plan with
            {
                Observations =
                [
                    .. Texts.Select(
                        (text, at) =>
                            BuiltRelease.Plan.Observations[0] with
                            {
                                Area = "nantong",
                                Year = 2000 + at,
                                Source = text,
                                Note = at is 0 ? null : Texts[at - 1],
                            }
                    ),
                ],
            },
            BuiltRelease.Release.Version,
            null
        );

    /// <summary>The cells of the table of observations, as they should be read.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>> Rows { get; } = [.. OfRelease()];

    /// <summary>A file of it.</summary>
    public static byte[] Bytes(string path) => Release.Files.Single(file => file.Path == path).ToBytes();

    private static IEnumerable<IReadOnlyList<string?>> OfRelease() =>
        Texts.SelectMany(
            (text, at) =>
                BuiltRelease.Datasets.Observations.Rows([
                    BuiltRelease.Plan.Observations[0] with
                    {
                        Area = "nantong",
                        Year = 2000 + at,
                        Source = text,
                        Note = at is 0 ? null : Texts[at - 1],
                    },
                ])
        );
}
