using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Source;

/// <summary>Compares what the errata assume with what the source says: a source that was mended upstream must not be mended again.</summary>
internal static class ErrataCheck
{
    /// <summary>Looks for each erratum in its node, as often as it expects.</summary>
    /// <returns>The errata that the source does not bear out.</returns>
    public static IEnumerable<Unreadable> Check(IReadOnlyList<Node> nodes, IReadOnlyList<Erratum> errata) =>
        errata.Select(erratum => Check(nodes, erratum)).OfType<Unreadable>();

    private static Unreadable? Check(IReadOnlyList<Node> nodes, Erratum erratum)
    {
        if (erratum.Verbatim.Length == 0)
            return new Unreadable($"errata.json {erratum.Id}", "", "the characters that the source prints");
        if (nodes.FirstOrDefault(node => node.Id == erratum.Target) is not { } node)
            return new Unreadable($"errata.json {erratum.Id}", erratum.Target, "the id of a node of this plan");

        var times = node.Source.Verbatim.AsSpan().Count(erratum.Verbatim);
        return times == erratum.Expect
            ? null
            : SourceText.At(
                node.Source.Lines[0],
                $"'{erratum.Verbatim}' {times} times",
                $"{erratum.Expect} times, as erratum {erratum.Id} in errata.json expects"
            );
    }
}
