namespace Nantong.OpenData.Api.Tests;

/// <summary>Addresses that tables of tests run over.</summary>
internal static class Addresses
{
    /// <summary>Every resource of a plan, without the plan.</summary>
    public static TheoryData<string> OfPlan { get; } =
    [
        "", "/toc", "/text", "/text/ch5/s5/p2", "/text/col4", "/text/table1", "/sections", "/paragraphs", "/indicators", "/indicators/built-up-green-coverage",
        "/columns", "/columns/4", "/text/ch5/s5/p2/links", "/commitments", "/commitments/ch5.s5.p2.c1", "/exclusions", "/places", "/places/haian", "/structures", "/structures/city-region",
        "/errata", "/errata/e-0001", "/consistency", "/consistency/target-in-text.ch2.s3.p1.c1", "/observations", "/indicators/built-up-green-coverage/observations", "/aggregates", "/releases", "/releases/1.0.0", "/changes", "/changes/1.0.0..1.1.0", "/changes/1.1.0..1.0.1", "/document", "/files", "/files/indicators.csv", "/files/manifest.json", "/files/SHA256SUMS",
        "/search?q=a", "/verify?quote=a", "/cite", "/cite?target=ch1~1", "/cite/resolve?from=1.0.0",
    ];

    /// <summary>Every collection of a plan whose values can be counted, without the plan.</summary>
    public static TheoryData<string> Collections => [.. Counted];

    /// <summary>Every collection of a plan, without the plan.</summary>
    public static TheoryData<string> Tables => [.. Counted, "/files", "/observations"];

    private static readonly string[] Counted =
        ["/sections", "/paragraphs", "/indicators", "/columns", "/commitments", "/exclusions", "/places", "/structures", "/errata", "/consistency", "/aggregates", "/releases", "/changes"];

    /// <summary>Every resource of the service itself.</summary>
    public static TheoryData<string> OfService { get; } =
        ["/", "/v1", "/v1/config", "/v1/status", "/v1/plans", "/v1/problems", "/v1/problems/not-found", "/v1/codelists", "/v1/codelists/version-rules", "/health/live", "/health/ready", "/openapi/v1.json",
            "/v1/catalog", "/v1/catalog-cn", "/docs", "/docs/guide", "/docs/scalar.js", "/robots.txt", "/sitemap.xml", "/llms.txt"];

    /// <summary>A request for each way to be refused, with the code that it must be refused with.</summary>
    public static TheoryData<string, int, string> Refused { get; } = new()
    {
        { "/nothing-here", 404, "unknown-route" },
        { "/v1/plans/urbanization-14fyp/nothing-here", 404, "unknown-route" },
        { "/v1/plans/urbanisation-14fyp", 404, "unknown-plan" },
        { "/v1/plans/nobody/text/ch1", 404, "unknown-plan" },
        { "/v1/plans/urbanization-14fyp@9.9.9", 404, "unknown-release" },
        { "/v1/plans/urbanization-14fyp@2/toc", 404, "unknown-release" },
        { "/v1/plans/urbanization-14fyp@1.x/toc", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp@/toc", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp@1.0.0.0", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp@01/toc", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp/indicators/green-travel-shar", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/text/ch99", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/columns/8", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/files/indicators.xls", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/aggregates/none", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/text/ch99/p1/links", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/text/links", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/commitments/ch5.s5.p2.c99", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/exclusions/ch5.s5.p2.x1", 404, "unknown-route" },
        { "/v1/plans/urbanization-14fyp/places/haiann", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/structures/none", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/errata/e-9999", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/consistency/f-9999", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/indicators/none/observations", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/indicators/none/evaluate?value=1", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/indicators/urbanization-rate/evaluate?value=many", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators/urbanization-rate/evaluate?valu=74", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/releases/7.0.0", 404, "unknown-release" },
        { "/v1/plans/urbanization-14fyp/releases/seven", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp/changes/1.0.0..7.0.0", 404, "unknown-release" },
        { "/v1/plans/urbanization-14fyp/changes/1.0..1.1.0", 400, "invalid-version" },
        { "/v1/plans/urbanization-14fyp/changes/1.0.0", 404, "unknown-route" },
        { "/v1/plans/urbanization-14fyp/changes?since=7.0.0", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/changes?since=2026-01-05T00:00:00", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/toc?asOf=yesterday", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/toc?asOf=2026-02-30", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/toc?asOf=1999-12-31", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp@1.0.0/toc?asOf=2999-12-31", 400, "invalid-parameter" },
        { "/v1/plans?asOf=2999-12-31", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/search", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/search?query=a", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/search?q=%ED%A0%80", 400, "malformed-request" },
        { "/v1/plans/urbanization-14fyp/verify?quote=%FF", 400, "malformed-request" },
        { "/v1/plans/urbanization-14fyp/verify?quote=", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/cite?target=none", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/cite?target=ch1~99", 404, "not-found" },
        { "/v1/plans/urbanization-14fyp/cite.pdf", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/cite/resolve?from=7.0.0", 404, "unknown-release" },
        { "/v1/plans/urbanization-14fyp/cite/resolve?from=1.0", 400, "invalid-version" },
        { "/v1/codelists/none", 404, "not-found" },
        { "/v1/catalog?modified_since=lately", 400, "invalid-parameter" },
        { "/v1/catalog-cn?modified_since=2026-13-01", 400, "invalid-parameter" },
        { "/v1/catalog?since=2026-01-01", 400, "unknown-parameter" },
        { "/v1/catalog.json", 406, "not-acceptable" },
        { "/v1/catalog-cn.ttl", 406, "not-acceptable" },
        { "/docs/nothing", 404, "unknown-route" },
        { "/v1/problems/none", 404, "not-found" },
        { "/v1/plans?page=2", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?limt=2", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/files/plan.md?format=md", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?limit=501", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?limit=-1", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?limit=ten", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?limit=1&limit=2", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?cursor=nonsense", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?target.valeu=70", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?target.valeu[gte]=70", 400, "unknown-field" },
        { "/v1/plans/urbanization-14fyp/indicators?target.value[gtee]=70", 400, "unknown-operator" },
        { "/v1/plans/urbanization-14fyp/indicators?target.value[contains]=7", 400, "unknown-operator" },
        { "/v1/plans/urbanization-14fyp/indicators?target=70", 400, "unknown-operator" },
        { "/v1/plans/urbanization-14fyp/indicators?target.value[gte]=many", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?target.value=70&target.value=71", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?target.approx=yes", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?target.period.to[lt]=2025-13-01", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?id[in]=a,,b", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?sort=target.valu:desc", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?sort=seq:down", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?sort=notes.kind", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?fields=id,nam", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?include=everything", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators.csv?include=nodes", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators.csv?bom=yes", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators.csv?header=fr", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?lang=fr", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators?lang=zhuang", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/changes/facets?since=7.0.0", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators/facets?fields=target", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators/facets?limit=1", 400, "unknown-parameter" },
        { "/v1/plans/urbanization-14fyp/releases?version[gt]=1.x.0", 400, "invalid-parameter" },
        { "/v1/problems?status[gt]=many", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/toc?depth=0", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/toc?flat=maybe", 400, "invalid-parameter" },
        { "/v1/plans/urbanization-14fyp/indicators.pdf", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/indicators.txt", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/changes.xml", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/changes/1.0.0..1.1.0.atom", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/text/ch5?format=pdf", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/text/ch5/s5/p2.xml", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/text/ch5.s5.p2.xml", 406, "not-acceptable" },
        { "/v1/plans/urbanization-14fyp/text/ch99.xml", 404, "not-found" },
    };
}
