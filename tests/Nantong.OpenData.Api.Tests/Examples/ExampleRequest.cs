namespace Nantong.OpenData.Api.Tests.Examples;

/// <summary>A request whose answer stands in the OpenAPI document.</summary>
/// <param name="Operation">The operation; null where the answer is a refusal.</param>
/// <param name="Problem">The code of the refusal; null where the answer is none.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Request">Path and query.</param>
internal sealed record ExampleRequest(string? Operation, string? Problem, string Summary, string Request)
{
    private const string Plan = ServedPlan.Latest;

    /// <summary>The header fields that it needs.</summary>
    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>True when the answer is about this moment: then the example shows its shape, and only that is compared.</summary>
    public bool IsOfMoment { get; init; }

    /// <summary>For each operation what is worth showing.</summary>
    public static IReadOnlyList<ExampleRequest> OfOperations { get; } =
    [
        Of("getService", "The links that everything begins with", "/v1?format=json"),
        Of("getRobots", "What crawlers may do", "/robots.txt"),
        Of("getReadMe", "A guide for programs that read text", "/llms.txt"),
        Of("getLiveness", "The process runs", "/health/live"),
        Of("getReadiness", "Data can be served", "/health/ready") with
        {
            IsOfMoment = true,
        },
        Of("getConfig", "Limits, forms and rights", "/v1/config"),
        Of("getStatus", "All is well", "/v1/status") with
        {
            IsOfMoment = true,
        },
        Of("listPlans", "The plans", "/v1/plans?limit=1"),
        Of("getPlan", "A plan at one release", Plan),
        Of("listProblemTypes", "Two kinds of refusals", "/v1/problems?status=404&limit=2"),
        Of("listKeys", "A key that signed one release", "/v1/keys"),
        Of("getKey", "A public key", $"/v1/keys/{SampleKey.Id}"),
        Of("getProblemType", "What a code means", "/v1/problems/not-found"),
        Of("listCodelists", "A codelist", "/v1/codelists?limit=1"),
        Of("getCodelist", "What grows which part of a version", "/v1/codelists/version-rules"),
        Of("getCatalog", "Nothing new since then", "/v1/catalog?modified_since=2999-12-31"),
        Of("getChineseCatalog", "Nothing new since then", "/v1/catalog-cn?modified_since=2999-12-31"),
        Of("getToc", "The chapters", $"{Plan}/toc?depth=1&flat=true"),
        Of("getNodeLinks", "What a paragraph refers to", $"{Plan}/text/ch5/s5/p2/links"),
        Of("evaluateIndicator", "A value beside its target", $"{Plan}/indicators/urbanization-rate/evaluate?value=74.5&year=2025"),
        Of(
            "search",
            "A word of two characters, in two chapters",
            $"{Plan}/search?q=%E7%BB%BF%E5%8C%96&in=text&type=paragraph&chapter=ch5%2Cch6&limit=1&lang=en"
        ),
        Of("verifyQuotation", "The words stand there", $"{Plan}/verify?quote=%E5%8F%8A%E6%97%B6%E6%80%BB%E7%BB%93"),
        Of("cite", "A target, as the national standard writes it", $"{Plan}/cite?target=urbanization-rate.target&style=gbt7714&accessed=2026-01-05"),
        Of("cite", "The same as BibTeX", $"{Plan}/cite.bib?target=urbanization-rate.target"),
        Of("resolveCitation", "What became of a paragraph that was cited", $"{Plan}/cite/resolve?target=ch5.s5.p2&from=1.0.0&limit=1"),
        Of("compareReleases", "What a patch changed", $"{ServedPlan.Plan}/changes/1.0.0..1.0.1?limit=1"),
        Of(
            "compareReleases",
            "The words of editors about indicators that it changed",
            $"{ServedPlan.Plan}/changes/1.0.0..1.0.1?severity=patch&kind=metadata&target.type=indicator&limit=1"
        ),
        Of("getNode", "A paragraph", $"{Plan}/text/ch5/s5/p2"),
        Of("getNode", "A paragraph as Markdown", $"{Plan}/text/ch5/s5/p2.md"),
        Of("listSections", "A section", $"{Plan}/sections?type=section&limit=1"),
        Of("countSections", "Chapters and sections", $"{Plan}/sections/facets?fields=type"),
        Of("listParagraphs", "Where a word stands", $"{Plan}/paragraphs?text[contains]=%E6%88%B7%E7%B1%8D&limit=1"),
        Of("countParagraphs", "Types of paragraphs", $"{Plan}/paragraphs/facets?fields=type"),
        Of("listIndicators", "Targets from 70 on, the largest first", $"{Plan}/indicators?target.value[gte]=70&sort=target.value:desc&limit=1"),
        Of("listIndicators", "How many there are, and none of them", $"{Plan}/indicators?category.id=city-function&limit=0"),
        Of("listIndicators", "A table with Chinese heads", $"{Plan}/indicators?format=csv&fields=seq,name,target.value&limit=2&header=zh&bom=false"),
        Of("listIndicators", "A record on a line", $"{Plan}/indicators.ndjson?fields=id,target.value&limit=2"),
        Of("countIndicators", "Indicators by category", $"{Plan}/indicators/facets?fields=category.id"),
        Of("getIndicator", "The urbanisation rate", $"{Plan}/indicators/urbanization-rate"),
        Of("getIndicatorChart", "The urbanisation rate, on a dark background", $"{Plan}/indicators/urbanization-rate/chart.svg?width=340&theme=dark"),
        Of("getIndicatorsChart", "All indicators, on a narrow screen", $"{Plan}/indicators/chart.svg?width=340&theme=light"),
        Of("listObservations", "The values of a year", $"{Plan}/observations?year=2020&limit=1"),
        Of("countObservations", "Values by year", $"{Plan}/observations/facets?fields=year"),
        Of("listIndicatorObservations", "The values of an indicator", $"{Plan}/indicators/urbanization-rate/observations?limit=1"),
        Of("listCommitments", "A quantity in the text, with the node that it stands in", $"{Plan}/commitments?limit=1&include=nodes"),
        Of("countCommitments", "Kinds of quantities", $"{Plan}/commitments/facets?fields=kind"),
        Of("getCommitment", "A quantity in the text", $"{Plan}/commitments/ch5.s5.p2.c1"),
        Of("listExclusions", "A number that is no quantity", $"{Plan}/exclusions?limit=1"),
        Of("countExclusions", "Why numbers were left out", $"{Plan}/exclusions/facets?fields=reason"),
        Of("listPlaces", "A town", $"{Plan}/places?type=town&limit=1"),
        Of("countPlaces", "Types of places", $"{Plan}/places/facets?fields=type"),
        Of("getPlace", "A town", $"{Plan}/places/tongzhou-bay"),
        Of("listStructures", "A spatial structure", $"{Plan}/structures?limit=1"),
        Of("countStructures", "Structures by name", $"{Plan}/structures/facets?fields=id"),
        Of("getStructure", "The city region", $"{Plan}/structures/city-region"),
        Of("listErrata", "A defect of the source", $"{Plan}/errata?limit=1"),
        Of("countErrata", "Kinds of defects", $"{Plan}/errata/facets?fields=kind"),
        Of("getErratum", "A defect of the source", $"{Plan}/errata/e-0001"),
        Of("listFindings", "Text against table", $"{Plan}/consistency?limit=1"),
        Of("countFindings", "Results by rule", $"{Plan}/consistency/facets?fields=result"),
        Of("getFinding", "A target in the text", $"{Plan}/consistency/target-in-text.ch2.s3.p1.c1"),
        Of("listColumns", "A column", $"{Plan}/columns?limit=1"),
        Of("countColumns", "Kinds of columns", $"{Plan}/columns/facets?fields=kind"),
        Of("getColumn", "The fourth column", $"{Plan}/columns/4"),
        Of("listAggregates", "The figures that there are", $"{Plan}/aggregates?limit=1"),
        Of("countAggregates", "Figures that are behind", $"{Plan}/aggregates/facets?fields=id"),
        Of("getAggregate", "A figure", $"{Plan}/aggregates/indicators-by-category"),
        Of("listReleases", "The first release", $"{ServedPlan.Plan}/releases?sort=version&limit=1"),
        Of("countReleases", "Releases by status", $"{ServedPlan.Plan}/releases/facets?fields=status"),
        Of("getRelease", "A release", $"{ServedPlan.Plan}/releases/1.0.1"),
        Of("listChanges", "What came after the first release", $"{Plan}/changes?since=1.0.0&limit=1"),
        Of("countChanges", "Kinds of changes", $"{Plan}/changes/facets?fields=op"),
        Of("listFiles", "Two files", $"{Plan}/files?limit=2&sort=path"),
        Of("getFile", "A file as of a day", $"{ServedPlan.Plan}/files/indicators.csv?asOf=2999-12-31"),
    ];

    /// <summary>The refusals that the served plan makes.</summary>
    public static IReadOnlyList<ExampleRequest> OfProblems { get; } =
    [
        Refused("unknown-parameter", "A parameter misspelt", $"{Plan}/toc?dept=1"),
        Refused("unknown-field", "A field misspelt", "/v1/problems?statuss[gte]=400"),
        Refused("unknown-operator", "A number compared as text", $"{Plan}/indicators?target.value[contains]=7"),
        Refused("invalid-parameter", "More than a page may hold", $"{Plan}/indicators?limit=501"),
        Refused("invalid-version", "A wildcard in a version", $"{ServedPlan.Plan}@1.x/toc"),
        Refused("malformed-request", "An escape that is no character", $"{Plan}/search?q=%FF"),
        Refused("unknown-route", "No such address", "/v1/nothing-here"),
        Refused("unknown-plan", "A plan misspelt", "/v1/plans/urbanisation-14fyp"),
        Refused("unknown-release", "A version that was never published", $"{ServedPlan.Plan}@9.9.9/toc"),
        Refused("not-found", "An id misspelt", $"{Plan}/places/haiann"),
        Refused("not-acceptable", "A form that does not exist", $"{Plan}/indicators.pdf"),
        Refused("precondition-failed", "Another release than the one that a download began with", $"{Plan}/files/indicators.csv") with
        {
            Headers = [("If-Match", "\"sha256-0\"")],
        },
        Refused("uri-too-long", "A path that is too long", $"/v1/{new string('a', 8200)}"),
        Refused("range-not-satisfiable", "Bytes behind the end", $"{Plan}/files/indicators.csv") with
        {
            Headers = [("Range", "bytes=9999999-")],
        },
        Refused("headers-too-large", "A header that is too large", "/v1") with
        {
            Headers = [("X-Large", new string('a', 33_000))],
        },
    ];

    /// <summary>What a release answers that was withdrawn.</summary>
    public static ExampleRequest Withdrawn { get; } = Refused("release-withdrawn", "A release that was withdrawn", ServedPlan.First + "/toc");

    /// <summary>What comes when a client has used up its requests.</summary>
    public static ExampleRequest Exceeded { get; } = Refused("quota-exceeded", "A request too many", "/v1");

    /// <summary>What comes when the store is away.</summary>
    public static ExampleRequest Away { get; } = Refused("store-unavailable", "The store does not answer", "/v1/plans");

    private static ExampleRequest Of(string operation, string summary, string request) => new(operation, null, summary, request);

    private static ExampleRequest Refused(string code, string summary, string request) => new(null, code, summary, request);
}
