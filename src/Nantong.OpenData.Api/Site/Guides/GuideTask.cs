using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Site.Guides;

/// <summary>A task of the guide, with a program for it in each language, or in those in which it was tried.</summary>
/// <param name="Id">Its address below the guide: <c>pin-a-version</c>.</param>
/// <param name="Folder">Its folder in <c>src/samples</c>; that of an operation where it shows one.</param>
/// <param name="Name">What is done.</param>
/// <param name="Lead">What to know before it is done.</param>
internal sealed record GuideTask(string Id, string Folder, Label Name, Label Lead)
{
    /// <summary>Every task, in the order in which a newcomer needs them.</summary>
    public static IReadOnlyList<GuideTask> All { get; } =
    [
        new(
            "first-call",
            "getPlan",
            new("第一次请求", "The first call"),
            new(
                "无需注册和密钥。规划的地址给出标题、最新版本和指向其余内容的链接。",
                "No key and no account. The address of a plan tells its title, its latest release, and links to everything else."
            )
        ),
        new(
            "indicators",
            "listIndicators",
            new("读取指标", "Read the indicators"),
            new("每个指标的基数、目标、单位和原文出处，一次读取。", "Baseline, target, unit and source of each indicator, in one answer.")
        ),
        new(
            "filter",
            "listObservations",
            new("筛选", "Filter"),
            new(
                "按字段筛选：indicator=…、year[gte]=2020、year[in]=2020,2023。各条件须同时成立。",
                "By field: indicator=…, year[gte]=2020, year[in]=2020,2023. All conditions have to hold."
            )
        ),
        new(
            "all-pages",
            "listCommitments",
            new("逐页读取全部承诺", "Read all commitments, page by page"),
            new(
                "每页给出下一页的地址 page.next，最后一页为 null。sort=… 排序，limit=… 定每页条数。",
                "Each page gives the address of the next one as page.next, null on the last. sort=… orders them, limit=… sets how many a page has."
            )
        ),
        new(
            "ask-again",
            "conditional-request",
            new("只取有变化的内容（ETag 与 304）", "Ask again only for what changed (ETag and 304)"),
            new(
                "每个回答带 ETag。下次请求放进 If-None-Match：没有变化时回答 304，不传内容。",
                "Each answer has an ETag. Send it as If-None-Match the next time: where nothing changed, the answer is 304 without content."
            )
        ),
        new(
            "pin-a-version",
            "listReleases",
            new("固定版本", "Pin a version"),
            new(
                "@1.0.0 指一个永不改变的版本，@1 指 1 系列的最新版本。论文和程序应固定版本。",
                "@1.0.0 is a release that never changes, @1 the newest of its series. Papers and programs pin one."
            )
        ),
        new(
            "what-changed",
            "listChanges",
            new("有什么变化", "What changed"),
            new("各版本对前一版本的改动，逐条列出。", "What each release changed in the one before it, record by record.")
        ),
        new(
            "compare",
            "compareReleases",
            new("比较两个版本", "Compare two releases"),
            new(
                "任意两个版本之间：新增、删除、改动，逐字段对照。网页上可以直接看。",
                "Any two: what was added, removed and changed, field by field. The same is a page to look at."
            )
        ),
        new(
            "search",
            "search",
            new("检索", "Search"),
            new(
                "用居民的词也能找到规划的词（地铁→轨道交通）；繁体可检索简体；回答说明放宽了哪一步。",
                "Residents' words find the plan's (地铁 finds 轨道交通), traditional characters find simplified ones; the answer says which step was taken."
            )
        ),
        new(
            "passage",
            "getNode",
            new("读取一段正文", "Read a passage of the text"),
            new(
                "每章、每节、每段都有地址，附原文行号和勘误。",
                "Each chapter, section and paragraph has an address, with its lines in the source and its errata."
            )
        ),
        new(
            "verify-a-quotation",
            "verifyQuotation",
            new("核对引文", "Verify a quotation"),
            new(
                "一句话是否在规划中，在哪里，改了哪些字；省略号代表略去的部分。",
                "Whether the plan says a sentence, where, and which words differ; an ellipsis stands for what was left out."
            )
        ),
        new(
            "cite",
            "cite",
            new("引用", "Cite"),
            new(
                "任何一段、一个指标或一条承诺，按 GB/T 7714、APA、BibTeX 等格式。",
                "Any passage, indicator or commitment, by GB/T 7714, APA, BibTeX and others."
            )
        ),
        new(
            "download",
            "getFile",
            new("下载文件并校验", "Download a file and check it"),
            new(
                "CSV、JSON、Parquet、XLSX 等。每个文件的 SHA-256 在 SHA256SUMS 和 Repr-Digest 中。",
                "CSV, JSON, Parquet, XLSX and more. The SHA-256 of each file is in SHA256SUMS and in the header Repr-Digest."
            )
        ),
        new(
            "excel",
            "excel",
            new("用 Excel 打开", "Open it in Excel"),
            new(
                "plan.xlsx 每类数据一张表；*-excel.csv 双击即可打开，中文不乱码；*-zh.csv 表头为中文。",
                "plan.xlsx has a sheet for each kind of data; *-excel.csv opens by a double click with its Chinese whole; *-zh.csv has Chinese heads."
            )
        ),
        new(
            "chart",
            "chart",
            new("画图", "Draw a chart"),
            new("现成的 SVG 可以嵌入网页；R 用 indicators.csv 自己画。", "A finished SVG to embed; R draws its own from indicators.csv.")
        ),
        new(
            "duckdb",
            "duckdb",
            new("用 DuckDB 查询 Parquet", "Query Parquet with DuckDB"),
            new("每类数据都有带类型的 Parquet 文件，可用 SQL 直接查询。", "Each kind of data is a Parquet file, with types, for SQL as it is.")
        ),
        new(
            "subscribe",
            "subscribe",
            new("订阅更新", "Subscribe"),
            new("新版本发布时，Atom 源多一条。任何阅读器都能订阅。", "With each release the Atom feed has one entry more. Any reader can subscribe.")
        ),
        new(
            "generated-client",
            "generated-client",
            new("生成客户端", "Generate a client"),
            new(
                "接口合同是 OpenAPI 3.1，由它生成的客户端知道每个字段的类型。NSwag、Kiota、openapi-typescript、hey-api、orval 均已试过；其中 orval 和 Kiota 读不了网页和文件。",
                "The contract is OpenAPI 3.1: a client made from it knows every field. "
                    + "NSwag, Kiota, openapi-typescript, hey-api and orval were tried; orval and Kiota cannot read pages and files."
            )
        ),
        new(
            "publish",
            "publish",
            new("发布新版本", "Publish a release"),
            new(
                "编辑人员把改动的文件放入收件箱的 {规划}/{任意名称}/ 下，最后放 publish.json（{\"message\": \"…\"}）。五分钟内发布，或退回并逐条说明错误。",
                "Editors put the files that changed into the inbox under {plan}/{any name}/, and publish.json ({\"message\": \"…\"}) last. "
                    + "Within five minutes it is a release, or is put aside with every fault named."
            )
        ),
    ];

    /// <summary>The programs, by their language, with the address of the service that shows them.</summary>
    /// <param name="service">That address.</param>
    public IEnumerable<(string Language, string Source)> ProgramsFor(string service) =>
        Samples
            .All.Where(sample => sample.Folder == Folder)
            .Select(sample => (sample.Label, sample.Source.Replace(Samples.LocalBase, service, StringComparison.Ordinal)));
}
