using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Lists;

/// <summary>What was sent with a record because <c>include=</c> asked for it.</summary>
/// <param name="References">The other records that belong to it; null when not asked for.</param>
/// <param name="Commitments">The commitments that belong to it, whole; null when not asked for.</param>
/// <param name="Nodes">The nodes of the text that it stands in, whole; null when not asked for.</param>
public sealed record Included(References? References = null, IReadOnlyList<Commitment>? Commitments = null, IReadOnlyList<Node>? Nodes = null);

/// <summary>Something that can be sent with a record besides its fields.</summary>
/// <param name="Name">Its name in <c>include=</c>.</param>
/// <param name="Description">What it is, without a full stop.</param>
/// <param name="Add">Adds it to what is sent.</param>
internal sealed record Expansion<T>(string Name, string Description, Func<Included, PinnedRelease, T, Included> Add);
