using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Resources.Reading;
using Nantong.OpenData.Api.Resources.Versions;
using Nantong.OpenData.Releases.Files;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The tools, in the order in which clients list them.</summary>
internal static class ToolList
{
    private static readonly ToolArgument Limit = new(
        QueryParameter.Limit.Name,
        "每页最多几条。 Most items on a page; 0 asks for the counts only.",
        ArgumentKind.Whole
    )
    {
        Minimum = 0,
        Maximum = Tool.MostItems,
        Default = 20,
    };

    private static readonly ToolArgument Cursor = new(
        QueryParameter.Cursor.Name,
        "下一页：取自上一页的 next。 The next page: taken from `next` of the page before, with the same other arguments."
    );

    private static readonly ToolArgument Sort = ToolArgument.Of(QueryParameter.Sort, "排序。");
    private static readonly ToolArgument Fields = ToolArgument.Of(QueryParameter.Fields, "只要这些字段。");

    private static readonly ToolArgument Filter = new(
        "filter",
        "按字段筛选，如 {\"target.value[gte]\": 70}。 Conditions that all must hold: members named field or field[operator] with a value each, "
            + "such as {\"target.value[gte]\": 70}; operators are eq, ne, gt, gte, lt, lte, in, nin, contains, startswith, isnull. "
            + "A mistake is answered with the fields there are.",
        ArgumentKind.Conditions
    );

    private static readonly ToolArgument Indicator = new("id", "指标的标识。 Id of the indicator, as list_indicators gives it: urbanization-rate.")
    {
        Required = true,
        Taken = ["facets", "chart.svg"],
    };

    private static readonly ToolArgument Node = new(
        "path",
        "节点的标识或路径，如 ch5.s5.p2。 Id or path of the node, as get_contents and search give it: a chapter ch5, a section ch5.s5, "
            + "a paragraph ch5.s5.p2, a project box col4, the indicator table table1."
    )
    {
        Required = true,
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Tool> All { get; } =
    [
        new(
            "search",
            "查找 Search",
            "在正文、指标、专栏、承诺和地名中查找。 Searches text, indicators, project boxes, commitments and places of the plan, which is in Chinese: "
                + "ask with Chinese words. Hits come with passages and the ids that other tools take.",
            "/search",
            ToolArgument.Of(TextParameters.Words, "要查的词。"),
            ToolArgument.Of(TextParameters.In, "在哪里查。", ArgumentKind.Texts) with
            {
                Values = Search.ScopeNames,
            },
            ToolArgument.Of(TextParameters.Type, "只要这些类型。", ArgumentKind.Texts) with
            {
                Values = Search.Types,
            },
            ToolArgument.Of(TextParameters.Chapter, "只要这些章。", ArgumentKind.Texts),
            Limit,
            Cursor
        ),
        new(
            "get_contents",
            "目录 Table of contents",
            "规划的目录。 The table of contents of the plan: headings with the ids that read_text takes.",
            "/toc",
            ToolArgument.Of(QueryParameter.Depth, "几级。", ArgumentKind.Whole)
        )
        {
            Cited = "text",
            Narrowed = QueryParameter.Depth.Name,
        },
        new(
            "read_text",
            "读原文 Read the text",
            "读规划的一章、一节、一段或一个专栏。 Reads a chapter, section, paragraph, project box or table of the plan with all that is below it: "
                + "as Markdown in `text`, a long one in parts, and as a record in `answer`.",
            "/text/{path}",
            Node,
            new(
                "offset",
                "从第几个字符读起：取自上一部分的 next。 Where to go on in a long text: taken from `next` of the part before.",
                ArgumentKind.Whole
            )
            {
                Minimum = 0,
                Default = 0,
            }
        )
        {
            Cited = "{path}",
            SendsText = true,
            Narrowed = "path",
        },
        new(
            "list_indicators",
            "指标列表 List indicators",
            "规划表1的指标：基数、目标、方向。 The indicators of the plan's table 1: baseline, target, operator, direction, unit, notes.",
            "/indicators",
            Filter,
            Sort,
            Fields,
            Limit,
            Cursor
        )
        {
            Cited = "indicators",
        },
        new(
            "get_indicator",
            "一个指标 Get an indicator",
            "一个指标的基数、目标及说明。 One indicator: baseline, target, how it is to be read, where it stands.",
            "/indicators/{id}",
            Indicator
        )
        {
            Cited = "{id}",
            Narrowed = "id",
        },
        new(
            "evaluate_indicator",
            "对照目标 Evaluate a value",
            "把一个值与指标的目标相比。 Compares a value with an indicator's target: met or not, gap, progress, and what must be said with it.",
            "/indicators/{id}/evaluate",
            Indicator,
            ToolArgument.Of(QueryParameter.Value, "要比较的值。", ArgumentKind.Value),
            ToolArgument.Of(QueryParameter.Year, "年份。", ArgumentKind.Whole)
        )
        {
            Cited = "{id}",
            Narrowed = "id",
        },
        new(
            "list_commitments",
            "承诺列表 List commitments",
            "正文中的量化承诺。 Every quantity and dated promise of the plan's prose, with its exact place in the text.",
            "/commitments",
            new("kind", "类别。 What the quantity is.") { Values = Codes(CodeLabels.CommitmentKinds) },
            new("measure", "水平或变化。 Whether the number is a level or a change.") { Values = Codes(CodeLabels.QuantityMeasures) },
            new("operator", "如何约束。 How the number binds; none for a bare number.") { Values = Codes(CodeLabels.QuantityOperators) },
            new("section", "所在的节。 Id of the section that it stands in: ch5.s5."),
            new("indicator", "所属指标。 Id of the indicator that measures the same."),
            Filter,
            Sort,
            Fields,
            Limit,
            Cursor
        )
        {
            Cited = "commitments",
        },
        new(
            "verify_quotation",
            "核对引文 Verify a quotation",
            "核对规划是否有这句话。 Checks whether the plan says what somebody quotes, and where; otherwise what is nearest, and how it differs.",
            "/verify",
            ToolArgument.Of(TextParameters.Quote, "要核对的原话。")
        )
        {
            Cited = "text",
            Narrowed = TextParameters.Quote.Name,
        },
        new(
            "cite",
            "引用 Cite",
            "给出引用格式。 How to cite the release, a node, a sentence, an indicator, a cell of its row or a data set.",
            "/cite",
            ToolArgument.Of(TextParameters.Target, "引用什么。"),
            ToolArgument.Of(TextParameters.Style(Cite.StyleNames), "引用格式。"),
            ToolArgument.Of(TextParameters.Accessed, "引用日期。")
        )
        {
            Narrowed = TextParameters.Target.Name,
        },
        new(
            "list_plans",
            "规划列表 List plans",
            "本服务的规划及其最新版本。 The plans of this service, each with its latest release.",
            "/v1/plans",
            Limit,
            Cursor
        )
        {
            OfPlan = false,
        },
        new(
            "list_releases",
            "版本列表 List releases",
            "规划数据的各个版本。 The releases of the plan's data, newest first: version, date, status, what the publisher said.",
            "/releases",
            Limit,
            Cursor
        )
        {
            OfRelease = false,
        },
        new(
            "compare_releases",
            "比较版本 Compare releases",
            "比较两个版本。 What differs between two releases: the changes counted, then listed record by record and sentence by sentence.",
            "/changes/{from}..{to}",
            new("from", "先前的版本。 Version of the release before: 1.0.0.") { Required = true },
            new("to", "后来的版本。 Version of the release after: 1.1.0.") { Required = true },
            OfChange(ComparisonFilter.Severity, "只要这些轻重的改动。"),
            OfChange(ComparisonFilter.Kind, "只要这些种类的改动。"),
            OfChange(ComparisonFilter.Type, "只要这些记录的改动。"),
            Limit,
            Cursor
        )
        {
            OfRelease = false,
        },
        new(
            "find_files",
            "文件 Find files",
            "可下载的文件。 The files of the release to download, with addresses and hashes: data as CSV, JSON, XLSX, text as Markdown, XML, and more.",
            "/files",
            Filter with
            {
                Description =
                    "按字段筛选，如 {\"path[contains]\": \"indicators\"}。 Conditions on path, bytes, sha256, mediaType, rows and href, such as "
                    + "{\"path[contains]\": \"indicators\"} or {\"mediaType[startswith]\": \"text/csv\"}.",
            },
            Sort,
            Limit,
            Cursor
        ),
    ];

    /// <summary>The tool of a name; null when there is none.</summary>
    public static Tool? Find(string? name) => All.FirstOrDefault(tool => tool.Name == name);

    private static ToolArgument OfChange(QueryParameter parameter, string chinese) =>
        ToolArgument.Of(parameter, chinese, ArgumentKind.Texts) with
        {
            Values = ComparisonFilter.Allowed(parameter.Name),
        };

    private static string[] Codes(IEnumerable<CodeLabel> labels) => [.. labels.Select(label => label.Code)];
}
