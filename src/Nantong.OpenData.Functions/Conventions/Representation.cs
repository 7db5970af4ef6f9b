using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Nantong.OpenData.Functions.Formats;

namespace Nantong.OpenData.Functions.Conventions;

/// <summary>A resource of a release as an answer: negotiated, tagged, cacheable, and saying where it comes from.</summary>
/// <remarks>The same bytes go out under the moving address and the pinned one, so a cached answer serves both.</remarks>
internal sealed class Representation<T>(T resource, JsonTypeInfo<T> json, PinnedRelease release) : IResult, IEndpointMetadataProvider
{
    /// <summary>Relations besides <c>self</c>, <c>plan</c>, <c>latest</c> and <c>license</c>.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>What a reader should know.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Writes the resource in a form other than JSON; null when it has none.</summary>
    public Func<Format, string>? Write { get; init; }

    /// <summary>When the resource last changed, where that is not when its release was published.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>True when the resource may change although its release does not.</summary>
    public bool Moves { get; init; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext context)
    {
        var (offered, wish) = (Offer.Of(context), release.Address.Wish(context));
        if (Negotiation.Choose(offered, wish) is not { } format) return Problems.NotAcceptable(offered).ExecuteAsync(context);

        var about = About();
        LinkHeader.Announce(context.Response, about.Links);
        var body = Write is not null && format != Format.Json ? Encoding.UTF8.GetBytes(Write(format)) : Wire.Join(resource, json, about, Wire.Json.AnswerMetadata);
        return new Delivery(Delivery.TagOf(body), format.ContentType, release.Exact && !Moves ? CacheRule.Immutable : CacheRule.Moving)
        {
            LastModified = LastModified ?? release.Snapshot.Release.PublishedAt,
            ContentLocation = release.Root + release.Below + (offered.Count > 1 ? $".{format.Extension}" : "") + release.Address.Selection,
            VariesByAccept = !wish.InAddress,
        }.SendAsync(context, body);
    }

    private AnswerMetadata About()
    {
        var entry = release.Snapshot.Release;
        return new(
            new(entry.Version, release.Href(), entry.Status),
            release.Permalink,
            entry.About.Authority,
            entry.About.License,
            new Dictionary<string, string>([
                new("self", release.Permalink),
                new("latest", release.LatestHref(release.Below)),
                new("plan", release.Href()),
                new("license", entry.About.License.Url),
                .. Links]),
            Warnings);
    }

    /// <inheritdoc />
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        Answers.Declare(builder, typeof(T), typeof(AnswerMetadata));
}
