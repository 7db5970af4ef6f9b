using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Representations;

/// <summary>What every answer about a plan says besides its resource.</summary>
/// <param name="Release">The release that the answer comes from.</param>
/// <param name="Permalink">The same resource at exactly this release: an address whose answer never changes, except where a release has a life after
/// its publication: its aggregates, and the list of releases.</param>
/// <param name="Authority">Who speaks here, and who does not.</param>
/// <param name="License">Licence of what this service adds to the text.</param>
/// <param name="Links">Addresses of what belongs to the resource, by relation.</param>
/// <param name="Warnings">What a reader should know before relying on the answer; empty when there is nothing.</param>
public sealed record AnswerMetadata(
    ReleaseLink Release,
    string Permalink,
    Authority Authority,
    License License,
    IReadOnlyDictionary<string, string> Links,
    IReadOnlyList<Warning> Warnings
);

/// <summary>What an answer about a plan says besides its resource where no more is wanted; the rest stands at the release's address.</summary>
/// <param name="Release">The release that the answer comes from.</param>
/// <param name="Permalink">The same resource at exactly this release.</param>
/// <param name="Authority">That nobody official speaks here.</param>
/// <param name="Warnings">What a reader should know before relying on the answer; empty when there is nothing.</param>
internal sealed record LeanMetadata(ReleaseLink Release, string Permalink, LeanAuthority Authority, IReadOnlyList<Warning> Warnings);

/// <summary>Who does not speak here.</summary>
/// <param name="Official">Always false: this service is not the government's voice.</param>
internal sealed record LeanAuthority(bool Official = false);

/// <summary>The release that an answer comes from.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Href">The plan at exactly this release.</param>
/// <remarks>Its status is not told here, because that changes while this must not: see the list of releases.</remarks>
public sealed record ReleaseLink(ReleaseVersion Version, string Href);

/// <summary>What answers about the service itself say besides their resource.</summary>
/// <param name="Authority">Who speaks here, and who does not.</param>
/// <param name="Links">Addresses of what belongs to the resource, by relation.</param>
/// <param name="Warnings">What a reader should know before relying on the answer; empty when there is nothing.</param>
public sealed record ServiceMetadata(ServiceAuthority Authority, IReadOnlyDictionary<string, string> Links, IReadOnlyList<Warning> Warnings);

/// <summary>Who speaks in an answer that is about no single plan.</summary>
/// <param name="Official">Always false: this service is not the government's voice.</param>
/// <param name="Statement">That fact as a sentence.</param>
public sealed record ServiceAuthority(bool Official, Label Statement)
{
    /// <summary>The only one there is.</summary>
    internal static ServiceAuthority Instance { get; } =
        new(
            false,
            new(
                "本服务为非官方数据服务；每个规划的权威文本及文号见该规划的 authority。",
                "This is an unofficial data service; the authentic text and document number of each plan stand in that plan's authority."
            )
        );
}

/// <summary>Something to know before relying on an answer.</summary>
/// <param name="Code">Stable code, for programs.</param>
/// <param name="Message">What it is, for people; in the language that was asked for where it exists in both.</param>
/// <param name="Parameter">Name of the parameter that it is about; null when it is about none.</param>
/// <param name="Values">Which of its values; empty when it is about none.</param>
public sealed record Warning(string Code, string Message, string? Parameter, IReadOnlyList<string> Values)
{
    internal Warning(string code, string message)
        : this(code, message, null, []) { }

    /// <summary>What may have been meant, as it would stand in the query: <c>category.id=city-function</c>; empty when nothing is near.</summary>
    public IReadOnlyList<string> DidYouMean { get; init; } = [];
}
