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
    private readonly PlanYears years;

    private CorrectedFacts(IReadOnlyList<Node> nodes, CommitmentReading read, PlanYears years)
    {
        this.years = years;
        this.nodes = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        (commitments, exclusions) = ([.. read.Commitments], [.. read.Exclusions]);
    }

    /// <summary>Applies every correction.</summary>
    /// <param name="nodes">The nodes of the plan.</param>
    /// <param name="read">What the rules read.</param>
    /// <param name="corrections">The corrections.</param>
    /// <param name="years">The years of the plan.</param>
    /// <param name="report">Takes each that the source does not bear out.</param>
    public static CommitmentReading Of(
        IReadOnlyList<Node> nodes,
        CommitmentReading read,
        IReadOnlyList<Correction> corrections,
        PlanYears years,
        ReadingReport report
    )
    {
        if (corrections.Count == 0)
            return read;
        var facts = new CorrectedFacts(nodes, read, years);
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
        var (span, times) = Find(correction.Words, node);
        if (times != 1)
            return ($"'{correction.Words}' {times} times in {node.Id}", "words that stand once in the text of the node");

        var (deadline, fault) = DeadlineOf(correction, node);
        if (fault is not null)
            return fault;

        var inside = commitments.FindAll(commitment => IsInside(commitment.Anchor));
        switch (correction.Action)
        {
            case CorrectionAction.Change when inside is [var one] && Changed(one, correction, deadline) with { Correction = one.Correction } == one:
                return (correction.Words, "a change of what the rules read: subject, kind, value, unit, operator, measure, modality or deadline");
            case CorrectionAction.Change when inside is [var one]:
                commitments[commitments.IndexOf(one)] = Changed(one, correction, deadline);
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
                commitments.Add(Added(node, span, correction, deadline));
                return null;
        }

        bool IsInside(Anchor anchor) =>
            anchor.Node == node.Id && anchor is { CharStart: { } from, CharEnd: { } to } && span.Contains(new TextSpan(from, to));
    }

    /// <summary>The deadline that a correction gives, or what is wrong with it.</summary>
    private (Deadline? Deadline, (string Found, string Rule)? Fault) DeadlineOf(Correction correction, Node own)
    {
        if (correction.Deadline is not { } given)
            return (null, null);
        if (nodes.GetValueOrDefault(given.Node ?? own.Id) is not { } node)
            return (null, (given.Node!, "the id of a node of this plan"));
        var (span, times) = Find(given.Words, node);
        if (times != 1)
            return (null, ($"'{given.Words}' {times} times in {node.Id}", "a deadline in words that stand once in the text of its node"));
        return Periods.Find(Digits.Fold(node.Text), years).FirstOrDefault(period => period.Span == span) is { } period
            ? (CommitmentReader.DeadlineOf(period, span, node, new Anchors(node)), null)
            : (null, (given.Words, "the whole of a date or period: 到2025年, “十四五”期间"));
    }

    /// <summary>Where words first stand in a node, and how often.</summary>
    private static (TextSpan Span, int Times) Find(string words, Node node)
    {
        var start = node.Text.IndexOf(words, StringComparison.Ordinal);
        return (new TextSpan(start, start + words.Length), node.Text.AsSpan().Count(words));
    }

    private static Commitment Changed(Commitment commitment, Correction correction, Deadline? deadline) =>
        commitment with
        {
            Subject = correction.Subject ?? commitment.Subject,
            Kind = correction.Kind ?? commitment.Kind,
            Value = correction.Value ?? commitment.Value,
            Unit = correction.Unit ?? commitment.Unit,
            Operator = correction.Operator ?? commitment.Operator,
            Measure = correction.Measure ?? commitment.Measure,
            Modality =
                correction.Modality is { } modality && !modality.SequenceEqual(commitment.Modality, StringComparer.Ordinal)
                    ? modality
                    : commitment.Modality,
            Deadline = deadline ?? commitment.Deadline,
            Correction = correction.Reason,
        };

    private Commitment Added(Node node, TextSpan span, Correction correction, Deadline? deadline) =>
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
            Modality = correction.Modality ?? [],
            Deadline = deadline,
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
