using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Subjects;

namespace Nantong.OpenData.Api.Representations;

/// <summary>A resource of a release as an answer: negotiated, tagged, cacheable, and saying where it comes from.</summary>
/// <remarks>The same bytes go out under the moving address and the pinned one, so a cached answer serves both.</remarks>
internal sealed class Representation<T>(T resource, JsonTypeInfo<T> json, PinnedRelease release) : IResult, IEndpointMetadataProvider
{
    /// <summary>Relations besides <c>self</c>, <c>plan</c>, <c>license</c> and those to other versions.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>Relations to other versions, where these are not the same address at other releases; null where they are.</summary>
    public IReadOnlyDictionary<string, string>? Versions { get; init; }

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Writes the resource in a form other than JSON; null when it has none.</summary>
    public Func<Format, byte[]>? Write { get; init; }

    /// <summary>What its page says; what its JSON says, in the words of a page, where nothing else is made for people.</summary>
    public Func<PageView, PageContent>? Page { get; init; }

    /// <summary>True when the resource may change although its release does not. Then its tag alone says whether it did: no date is sent.</summary>
    public bool Moves { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context) => ExecuteAsync(context, references: null);

    /// <summary>Answers, and lists the records that belong to the resource.</summary>
    public Task ExecuteAsync(HttpContext context, References? references)
    {
        var (offered, wish) = (Offer.Of(context), release.Address.RequestedFormat());
        if (Negotiation.Choose(offered, wish) is not { } format)
            return Problems.NotAcceptable(offered, wish).ExecuteAsync(context);

        var about = About(context.GetEndpoint()?.Metadata.GetMetadata<OfHistory>() is not null);
        LinkHeader.Announce(
            context.Response,
            Versions is null ? about.Links.Where(link => !VersionLinks.Are(link.Key)).Concat(release.ServedVersions()) : about.Links
        );
        if (format == Format.Html)
            return ShowAsync(context, about, references, offered, wish);

        ContentLanguage.Announce(context.Response, release.Address, about.Warnings);
        if (format == Format.Csv)
            context.Response.Headers.ContentDisposition = CsvForm.NameOf(release);
        var body = Write is not null && format != Format.Json ? Write(format) : Json(about, references, context);
        var delivery = release.Deliver(Delivery.TagOf(body), format.ContentType, ReleaseDelivery.ExtensionOf(format, offered), Moves);
        return (delivery with { VariesByAccept = !wish.InAddress }).SendAsync(context, body);
    }

    private Task ShowAsync(HttpContext context, AnswerMetadata about, References? references, IReadOnlyList<Format> offered, RequestedFormat wish)
    {
        var view = new PageView(release.Address, release);
        var content = Page?.Invoke(view) ?? RecordPage.Of(view, Wire.Join(Head(references), about, Wire.Json.AnswerMetadata));
        return PageAnswer.SendAsync(
            context,
            new Frame(
                view,
                content,
                [.. offered.Where(other => other != Format.Html)],
                [.. about.Warnings.Where(warning => !Frame.SaysItself(warning))]
            ),
            body =>
                release.Deliver(Delivery.TagOf(body), Format.Html.ContentType, "", Moves) with
                {
                    CacheControl = CacheRule.Moving, // banner and navigation tell of other releases, which come
                    ContentLocation = null,
                    VariesByAccept = !wish.InAddress,
                }
        );
    }

    /// <summary>The answer as JSON, with as much of the resource and besides it as is wanted.</summary>
    private byte[] Json(AnswerMetadata about, References? references, HttpContext context)
    {
        var query = release.Address.Query;
        var wanted =
            context.GetEndpoint()?.Metadata.GetMetadata<RecordMetadata>()?.Of.Fields is { } fields
            && query.TryGetValue(QueryParameter.FieldsOfRecord.Name, out var names)
            && Projection.Parse(names, fields).Try(out var projection, out _)
                ? projection
                : null;
        var isLean = query.GetValueOrDefault(QueryParameter.Envelope.Name) is QueryParameter.NoEnvelope;
        var head = wanted is not null ? wanted.Cut(JsonSerializer.SerializeToElement(resource, json)) : Head(isLean ? null : references);
        return isLean
            ? Wire.Join(head, new LeanMetadata(about.Release, about.Permalink, new(), about.Warnings), Wire.Json.LeanMetadata)
            : Wire.Join(head, about, Wire.Json.AnswerMetadata);
    }

    private byte[] Head(References? references) =>
        references is null
            ? JsonSerializer.SerializeToUtf8Bytes(resource, json)
            : Wire.Join(resource, json, new CrossReferences(references), Wire.Json.CrossReferences);

    private AnswerMetadata About(bool ofHistory)
    {
        var entry = release.Entry;
        Dictionary<string, string> links = new()
        {
            ["self"] = release.Permalink,
            ["plan"] = release.Href(),
            ["license"] = entry.About.License.Url,
        };
        foreach (var (relation, href) in (Versions ?? release.SettledVersions()).Concat(Links))
            links[relation] = href;
        return new(
            new(entry.Version, release.Href()),
            release.Permalink,
            entry.About.Authority,
            entry.About.License,
            links,
            [.. Deprecations.WarnOfDamage(release, ofHistory), .. Deprecations.Warn(entry, release.History, release.Address.Language), .. Warnings]
        );
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Answers.Declare(builder, typeof(T), typeof(AnswerMetadata), "Last-Modified", "Content-Location", "Link", "Vary");
}
