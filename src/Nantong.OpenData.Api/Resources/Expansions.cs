using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Api.Resources;

/// <summary>What <c>include=</c> can add to the records of collections.</summary>
internal static class Expansions
{
    /// <summary>Ids and addresses of the other records that belong to a record, as the record alone is answered with.</summary>
    public static Expansion<T> References<T>(Func<PinnedRelease, T, References> find) =>
        new(
            "references",
            "ids and addresses of the other records that belong to it",
            (included, release, record) => included with { References = find(release, record) }
        );

    /// <summary>The commitments that belong to a record, whole.</summary>
    public static Expansion<T> Commitments<T>(Func<T, Commitment, bool> belongs) =>
        Commitments<T>((_, record, commitment) => belongs(record, commitment));

    /// <summary>The commitments that belong to a record, whole, where it takes the release to tell which.</summary>
    public static Expansion<T> Commitments<T>(Func<PinnedRelease, T, Commitment, bool> belongs) =>
        new(
            "commitments",
            "the commitments that belong to it, whole",
            (included, release, record) =>
                included with
                {
                    Commitments = [.. release.Snapshot.Commitments.Where(commitment => belongs(release, record, commitment))],
                }
        );

    /// <summary>The nodes of the text that a record stands in, whole, in reading order.</summary>
    public static Expansion<T> Nodes<T>(Func<T, IEnumerable<string>> ids) =>
        new(
            "nodes",
            "the nodes of the text that it stands in, whole",
            (included, release, record) =>
                included with
                {
                    Nodes = [.. ids(record).Distinct().Select(release.Snapshot.FindNode).OfType<Node>().OrderBy(node => node.Order)],
                }
        );
}
