using System.Globalization;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Commitments.Subjects;
using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Corrections;

/// <summary>Applies the corrections of editors to what the rules read. Ids that are there stay; one that is added takes the next number of its
/// node.</summary>
internal sealed class CorrectedFacts
{
    private readonly Dictionary<string, Node> nodes;
    private readonly List<Commitment> commitments;
    private readonly List<Exclusion> exclusions;

    private CorrectedFacts(IReadOnlyList<Node> nodes, CommitmentReading read)
    {
        this.nodes = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        (commitments, exclusions) = ([.. read.Commitments], [.. read.Exclusions]);
    }

    /// <summary>Applies every correction.</summary>
    /// <param name="nodes">The nodes of the plan.</param>
    /// <param name="read">What the rules read.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="report">Takes each that the source does not bear out.</param>
    public static CommitmentReading Of(IReadOnlyList<Node> nodes, CommitmentReading read, IReadOnlyList<Correction> corrections, ReadingReport report)
    {
        if (corrections.Count == 0)
            return read;
        var facts = new CorrectedFacts(nodes, read);
        foreach (var (at, correction) in corrections.Index())
        {
            if (facts.Apply(correction) is var (found, rule))
                report.FaultIn(PlanFile.Commitments, string.Create(CultureInfo.InvariantCulture, $"$[{at}]"), found, rule);
        }

        return new CommitmentReading(
            [.. facts.commitments.OrderBy(commitment => commitment.Anchor.Source.CharStart)],
            [.. facts.exclusions.OrderBy(exclusion => exclusion.Anchor.Source.CharStart)]
        );
    }

    private (string Found, string Rule)? Apply(Correction correction)
    {
        if (!nodes.TryGetValue(correction.Node, out var node))
            return (correction.Node, "the id of a node of this plan");
        var (start, times) = (node.Text.IndexOf(correction.Words, StringComparison.Ordinal), node.Text.AsSpan().Count(correction.Words));
        if (times != 1)
            return ($"'{correction.Words}' {times} times in {node.Id}", "words that stand once in the text of the node");

        var span = new TextSpan(start, start + correction.Words.Length);
        var inside = commitments.FindAll(commitment => IsInside(commitment.Anchor));
        switch (correction.Action)
        {
            case CorrectionAction.Change when inside is [var one] && Changed(one, correction) with { Correction = one.Correction } == one:
                return (correction.Words, "a change of what the rules read: subject, kind, value, unit, operator or measure");
            case CorrectionAction.Change when inside is [var one]:
                commitments[commitments.IndexOf(one)] = Changed(one, correction);
                return null;
            case CorrectionAction.Change:
                return ($"{inside.Count} commitments in '{correction.Words}'", "words that hold one commitment");
            case CorrectionAction.Exclude when inside.Count > 1:
                return ($"{inside.Count} commitments in '{correction.Words}'", "words that hold one commitment: exclude each by itself");
            case CorrectionAction.Exclude:
                foreach (var commitment in inside)
                    commitments.Remove(commitment);
                exclusions.RemoveAll(known => IsInside(known.Anchor));
                exclusions.Add(
                    new Exclusion(
                        NextId(node, "x", exclusions.Select(known => known.Id)),
                        correction.As!.Value,
                        correction.Words,
                        Digits.Run().Count(correction.Words),
                        new Anchors(node).Of(span)
                    )
                );
                return null;
            default:
                if (inside.Count > 0)
                    return ($"{inside[0].Id} in '{correction.Words}'", "words that hold no commitment yet: change that one");
                commitments.Add(Added(node, span, correction));
                return null;
        }

        bool IsInside(Anchor anchor) =>
            anchor.Node == node.Id && anchor is { CharStart: { } from, CharEnd: { } to } && span.Contains(new TextSpan(from, to));
    }

    private static Commitment Changed(Commitment commitment, Correction correction) =>
        commitment with
        {
            Subject = correction.Subject ?? commitment.Subject,
            Kind = correction.Kind ?? commitment.Kind,
            Value = correction.Value ?? commitment.Value,
            Unit = correction.Unit ?? commitment.Unit,
            Operator = correction.Operator ?? commitment.Operator,
            Measure = correction.Measure ?? commitment.Measure,
            Correction = correction.Reason,
        };

    private Commitment Added(Node node, TextSpan span, Correction correction) =>
        new()
        {
            Id = NextId(node, "c", commitments.Select(known => known.Id)),
            Kind = correction.Kind!.Value,
            Subject = correction.Subject!,
            Value = correction.Value,
            From = null,
            To = null,
            Unit = correction.Unit,
            Operator = correction.Operator ?? QuantityOperator.None,
            Measure = correction.Measure ?? QuantityMeasure.Level,
            Correction = correction.Reason,
            Modality = [],
            Deadline = null,
            Anchor = new Anchors(node).Of(span),
            Indicator = null,
            Section = NodeHolders.SectionOf(node, nodes),
            Column = NodeHolders.ColumnOf(node, nodes),
        };

    private static string NextId(Node node, string letter, IEnumerable<string> known)
    {
        var begins = $"{node.Id}.{letter}";
        var last = known
            .Where(id => id.StartsWith(begins, StringComparison.Ordinal))
            .Select(id => int.TryParse(id.AsSpan(begins.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();
        return CommitmentReader.Id(node, letter, last);
    }
}
