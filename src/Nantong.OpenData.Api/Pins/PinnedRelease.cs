using Nantong.OpenData.Api.Requests;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;
using Nantong.OpenData.Storage.Verifying;

namespace Nantong.OpenData.Api.Pins;

/// <summary>The release that a request is answered from, and how the request named it.</summary>
/// <param name="entry">The release.</param>
/// <param name="history">The releases of its plan that readers may know of, newest first, seen at the same moment.</param>
/// <param name="snapshot">The release in memory; null when it was withdrawn.</param>
/// <param name="movedAt">When anything of its plan last moved that readers see, by the store's clock.</param>
/// <param name="pin">How the request named it.</param>
/// <param name="address">The address of the request.</param>
internal sealed class PinnedRelease(
    ReleaseEntry entry,
    IReadOnlyList<ReleaseEntry> history,
    Snapshot? snapshot,
    DateTimeOffset? movedAt,
    VersionPin pin,
    Address address
)
{
    /// <summary>What is known of the release.</summary>
    public ReleaseEntry Entry => entry;

    /// <summary>The releases of its plan that readers may know of, newest first.</summary>
    public IReadOnlyList<ReleaseEntry> History => history;

    /// <summary>The release in memory.</summary>
    /// <exception cref="InvalidOperationException">It was withdrawn: only routes marked <see cref="OfHistory"/> get as far as this, and they must not
    /// ask.</exception>
    public Snapshot Snapshot =>
        snapshot ?? throw new InvalidOperationException($"{entry.Plan}@{entry.Version} was withdrawn; its content is not served.");

    /// <summary>False for a release that was withdrawn: what is in it is not served.</summary>
    public bool HasContent => snapshot is not null;

    /// <summary>The newer release that was meant and is damaged; null when nothing was passed over.</summary>
    public ReleaseVersion? PassedOver { get; init; }

    /// <summary>True when the request asked for what readers got at some moment.</summary>
    public bool LooksBack { get; init; }

    /// <summary>What is damaged in the list of the plan's releases, seen at the same moment; empty when nothing is.</summary>
    public IReadOnlyList<ReleaseDoubt> Doubts { get; init; } = [];

    /// <summary>The address of the request.</summary>
    public Address Address => address;

    /// <summary>True when the request named exactly one release, so that its answer can never change.</summary>
    public bool Exact => pin.Exact is not null;

    /// <summary>Releases above this one that the address means, too, and that were withdrawn: whoever saw them there must be told. None at
    /// another moment than now.</summary>
    public IEnumerable<ReleaseEntry> WithdrawnAbove()
    {
        ReleaseEntry[] meant = [.. history.Where(known => pin.Covers(known.Version))];
        return meant.FirstOrDefault(known => known.Status is not ReleaseStatus.Withdrawn)?.Version == entry.Version
            ? meant.TakeWhile(known => known.Status is ReleaseStatus.Withdrawn)
            : [];
    }

    /// <summary>Path of the plan at exactly this release.</summary>
    public string Root { get; } = $"/v1/plans/{entry.Plan}@{entry.Version}";

    /// <summary>What follows the plan in the path of the request.</summary>
    public string Below { get; private set; } =
        address.Path.Split('/', 5) is [_, _, _, _, var below] ? new PathString($"/{below}".TrimEnd('/')).ToUriComponent() : "";

    /// <summary>The request's resource at exactly this release.</summary>
    public string Permalink => address.Href(Root + Below + address.Selection);

    /// <summary>When the answer last changed: at the exact address of a release with its publication; elsewhere, and once its status has changed,
    /// with the plan.</summary>
    /// <remarks>
    /// A moving address must never get an older date: when the newest release is withdrawn, it shows one that was published before.
    /// The date of a status is its author's, who may set it back: the plan's is the store's, and moves with every change of a status.
    /// </remarks>
    public DateTimeOffset? LastModified => Exact && entry.Note is null ? entry.PublishedAt : movedAt;

    /// <summary>An absolute link below the plan at exactly this release.</summary>
    public string Href(string below = "") => address.Href(Root + below);

    /// <summary>An absolute link below the plan, at another release.</summary>
    public string HrefAt(ReleaseVersion version, string below = "") => address.Href($"/v1/plans/{entry.Plan}@{version}{below}");

    /// <summary>An absolute link below the plan, at whatever its latest release is.</summary>
    public string LatestHref(string below) => address.Href($"/v1/plans/{entry.Plan}{below}");

    /// <summary>Says how the resource is spelled, where requests may spell it in several ways: links and caches know one.</summary>
    public PinnedRelease Spelled(string below)
    {
        Below = below;
        return this;
    }

    /// <summary>Gives a handler the release that was found for the request.</summary>
    public static ValueTask<PinnedRelease> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.GetRequired<PinnedRelease>());
}
