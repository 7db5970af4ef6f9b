namespace Nantong.OpenData.Api.Tests.Reading.Lies;

/// <summary>What readers ask while the store lies: everything that is answered from the store, and pins of every release.</summary>
internal static class Questions
{
    private static readonly string[] Pinned =
    [
        "",
        "/toc",
        "/indicators",
        "/indicators.csv?bom=false",
        "/text/ch5/s5/p2",
        "/text/ch5.md",
        "/places",
        "/consistency?limit=5",
        "/columns/4",
        "/errata",
        "/commitments.ndjson?limit=20",
        "/document",
        "/search?q=%E7%BB%BF%E5%8C%96&limit=5",
        "/verify?quote=%E5%8F%8A%E6%97%B6%E6%80%BB%E7%BB%93",
        "/files",
    ];

    private static readonly string[] FromStore =
    [
        "/observations",
        "/observations?year=2020",
        "/indicators/urbanization-rate/observations",
        "/observations/facets?fields=year",
        "/aggregates",
        "/aggregates/indicators-by-category",
        "/changes",
        "/changes.feed.json",
        "/files/indicators.csv",
        "/files/manifest.json",
        "/files/SHA256SUMS",
        "/files/source.txt",
        "/files/selfcheck.json",
    ];

    private static readonly string[] OfHistory =
    [
        "/releases",
        "/releases/1.0.1",
        "/releases.csv?bom=false",
        "/changes/1.0.0..1.1.0",
        "/changes/1.0.0..1.0.1",
        "/changes?since=1.0.0",
        "/changes.atom",
    ];

    /// <summary>At exact releases: the same for ever.</summary>
    public static IReadOnlyList<AskedRequest> Exact { get; } =
    [
        .. from plan in new[] { ServedPlan.First, ServedPlan.Patched, ServedPlan.Latest }
        from path in Pinned.Concat(FromStore)
        select new AskedRequest(plan + path),
        .. from plan in new[] { ServedPlan.First, ServedPlan.Patched, ServedPlan.Latest }
        from range in new[] { "bytes=0-9", "bytes=100-40000", "bytes=-7", "bytes=0-9,50-59" }
        select new AskedRequest($"{plan}/files/source.txt", Range: range),
        .. from path in new[] { "/text/ch5", "/text/table1", "/search?q=%E7%BB%BF%E5%8C%96" }
        select new AskedRequest(ServedPlan.Patched + path, Accept: "text/html"),
    ];

    /// <summary>At the address of the plan: the same until something is published.</summary>
    public static IReadOnlyList<AskedRequest> Moving { get; } =
    [
        .. Pinned.Concat(FromStore).Concat(OfHistory).Select(path => new AskedRequest(ServedPlan.Plan + path)),
        .. from path in new[] { "/text/ch5", "/search?q=%E7%BB%BF%E5%8C%96" } select new AskedRequest(ServedPlan.Plan + path, Accept: "text/html"),
        new("/v1/plans"),
        new("/v1/catalog"),
        new("/v1/catalog-cn"),
        new("/", Accept: "text/html"),
        new("/docs/guide", Accept: "text/html"),
    ];

    /// <summary>Those whose answers come from the store each time, at least when nobody asked before: they are asked more often.</summary>
    public static IReadOnlyList<AskedRequest> Read { get; } =
    [
        .. Exact.Where(request => FromStore.Any(path => request.Target.EndsWith(path, StringComparison.Ordinal))),
        .. Exact.Where(request => request.Range is not null),
    ];
}
