using Microsoft.Extensions.Options;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Citations;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Resources.Operation;

/// <summary>What a client should know of the service before it relies on it: limits, forms, languages, and how to cite.</summary>
/// <param name="ApiVersion">Version of the addresses and shapes.</param>
/// <param name="AppVersion">Version of the program.</param>
/// <param name="Languages">Languages of labels, as BCP 47 tags; the first is that of the data.</param>
/// <param name="DefaultLanguage">The first of them. Sentences for people are English unless <c>lang</c> or <c>Accept-Language</c> asks for
/// Chinese.</param>
/// <param name="Encoding">Encoding of every text.</param>
/// <param name="Limits">Every limit; there are no secret ones.</param>
/// <param name="Formats">The forms of answers.</param>
/// <param name="Plans">For each plan its licence and how to cite it; empty while no data is loaded.</param>
public sealed record ServiceConfig(
    string ApiVersion,
    string AppVersion,
    IReadOnlyList<string> Languages,
    string DefaultLanguage,
    string Encoding,
    ServiceLimits Limits,
    IReadOnlyList<FormatEntry> Formats,
    IReadOnlyList<PlanTerms> Plans
);

/// <summary>Limits of the service.</summary>
/// <param name="PageDefault">Items on a page when a request does not say.</param>
/// <param name="PageMax">Most items on a page; a request for more is refused.</param>
/// <param name="FilterConditions">Most conditions of a filter.</param>
/// <param name="FilterValues">Most values in a list of a filter (<c>in</c>, <c>nin</c>).</param>
/// <param name="SortFields">Most fields that a list is sorted by.</param>
/// <param name="FacetFields">Most fields that facets are counted of.</param>
/// <param name="ParameterLength">Most characters in the value of a query parameter of a collection.</param>
/// <param name="PollSeconds">How often the store is asked for a new release, in seconds.</param>
/// <param name="Rate">How many requests a client may send to an instance of the service; null when there is no such limit. Each instance counts
/// for itself: where several answer, a client may send more, and <c>RateLimit</c> tells of the one that answered. Health probes, this document and
/// answers that are kept ready are not counted; a comparison of releases that is not kept ready takes three times as many as come back while it is
/// made.</param>
/// <param name="TargetBytes">Longest path with query, in bytes.</param>
/// <param name="BodyBytes">Most bytes of a body, which only messages to <c>/mcp</c> have.</param>
/// <param name="HeaderBytes">Most bytes of header fields.</param>
/// <param name="HeaderCount">Most header fields.</param>
/// <param name="HeadSeconds">How long a client may take to send request line and header fields, in seconds; then the connection is closed with
/// 408.</param>
/// <param name="IdleSeconds">How long a connection is kept for another request, in seconds.</param>
/// <param name="ReadingRate">The slowest reader that an answer is sent to, in bytes a second, judged over <c>readingSeconds</c>.</param>
/// <param name="ReadingSeconds">How long a client may take none or too little of an answer before the connection is closed, in seconds.</param>
/// <param name="Connections">Most connections at a time; one more is closed at once.</param>
/// <param name="CacheBytes">What the service keeps of answers that are ready to be sent again, in bytes at most.</param>
public sealed record ServiceLimits(
    int PageDefault,
    int PageMax,
    int FilterConditions,
    int FilterValues,
    int SortFields,
    int FacetFields,
    int ParameterLength,
    int PollSeconds,
    RateQuota? Rate,
    int TargetBytes,
    int BodyBytes,
    int HeaderBytes,
    int HeaderCount,
    int HeadSeconds,
    int IdleSeconds,
    int ReadingRate,
    int ReadingSeconds,
    int Connections,
    long CacheBytes
);

/// <summary>How many requests a client may send: all at once, and then as many as come back evenly.</summary>
/// <param name="Requests">Number of requests.</param>
/// <param name="Seconds">In how many seconds a client that has used up its requests has all of them again.</param>
public sealed record RateQuota(int Requests, int Seconds);

/// <summary>A form of answers.</summary>
/// <param name="Extension">The extension that asks for it.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record FormatEntry(string Extension, string MediaType);

/// <summary>On what terms a plan's data may be used.</summary>
/// <param name="Id">Id of the plan.</param>
/// <param name="Latest">Its latest release.</param>
/// <param name="License">Licence of what this service adds.</param>
/// <param name="TextRights">Rights statement for the text itself.</param>
/// <param name="Citation">How to cite the latest release.</param>
public sealed record PlanTerms(string Id, ReleaseVersion Latest, License License, Label TextRights, Label Citation);

internal static class Config
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapMethods("/config", Verbs.Read, Get).Named("getConfig", "Limits, forms, licences and citations").WithTags("Service");

    private static ServiceAnswer<ServiceConfig> Get(HttpContext context, Snapshots snapshots, IOptions<ApiOptions> options)
    {
        var address = Address.Of(context);
        return new(
            new(
                "v1",
                typeof(Config).Assembly.GetName().Version?.ToString(3) ?? "0.0.0",
                ["zh-CN", "en"],
                "zh-CN",
                "UTF-8",
                Limits(options.Value),
                [.. Format.All.Select(format => new FormatEntry(format.Extension, format.MediaType))],
                [.. snapshots.Latest.Select(snapshot => Terms(snapshot.Release, address))]
            ),
            Wire.Json.ServiceConfig,
            snapshots.Latest is [] ? CacheRule.Never : CacheRule.Moving
        ); // without a plan it is not the whole answer
    }

    private static ServiceLimits Limits(ApiOptions options) =>
        new(
            ListQuery.DefaultLimit,
            ListQuery.MaxLimit,
            Filter.MaxConditions,
            Filter.MaxValues,
            Sort.MaxKeys,
            FacetQuery.MaxFields,
            ListQuery.MaxLength,
            options.PollSeconds,
            options.RateLimitRequests > 0 ? new(options.RateLimitRequests, options.RateLimitSeconds) : null,
            RequestLimits.TargetBytes,
            RequestLimits.BodyBytes,
            RequestLimits.HeaderBytes,
            RequestLimits.HeaderCount,
            RequestLimits.HeadSeconds,
            RequestLimits.IdleSeconds,
            RequestLimits.ReadingRate,
            RequestLimits.ReadingSeconds,
            RequestLimits.Connections,
            options.CacheMegabytes * 1024L * 1024
        );

    /// <summary>The terms of a release.</summary>
    internal static PlanTerms Terms(ReleaseEntry release, Address address)
    {
        var (about, issued) = (release.About, release.TitleBlock);
        var href = address.Href($"/v1/plans/{release.Plan}@{release.Version}");
        return new(
            release.Plan,
            release.Version,
            about.License,
            about.TextRights,
            new(
                WrittenCitations.Gbt7714(Citations.Of(about, issued, release.Version, CitedPart.Whole, href, accessed: null)),
                $"{about.Title.En}: open data, release {release.Version}. Issued {issued.Issued:yyyy-MM-dd} ({issued.DocumentNumber}). {href}"
            )
        );
    }
}
