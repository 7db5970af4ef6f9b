using System.Globalization;
using Nantong.OpenData.Plans.Commitments.Subjects;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>What the digits of a plan are: commitments, and what is none of them, with the reason.</summary>
/// <param name="Commitments">The commitments in reading order.</param>
/// <param name="Exclusions">The names, dates and other digits that are no commitment, in reading order.</param>
public sealed record CommitmentReading(IReadOnlyList<Commitment> Commitments, IReadOnlyList<Exclusion> Exclusions);

/// <summary>Reads the commitments of body text and columns (专栏), and accounts for every other digit outside table 1.</summary>
public static class CommitmentReader
{
    /// <summary>Reads every node in order.</summary>
    /// <param name="nodes">The nodes in reading order; those of the indicator table are passed over.</param>
    /// <param name="indicators">The indicators that a commitment may be linked to.</param>
    /// <param name="years">The years of the plan.</param>
    public static CommitmentReading Read(IReadOnlyList<Node> nodes, IReadOnlyList<Indicator> indicators, PlanYears years)
    {
        var byId = nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        List<Commitment> commitments = [];
        List<Exclusion> exclusions = [];
        DashList? list = null;
        foreach (var node in nodes.Where(node => !Coverage.IsTable(node)))
        {
            var anchors = new Anchors(node);
            var inherited = list?.Holds(node) is true ? list : null;
            var passage = PassageReader.Read(node.Text, years, CommitmentKinds.LooksBack(HeadingsAbove(node, byId)), inherited?.Period);
            if (inherited is null)
                list = passage.Opening is { } opening ? new DashList(node.Parent, opening, DeadlineOf(opening, opening.Span, node, anchors)) : null;
            var states = node.Type is NodeType.Paragraph or NodeType.ColumnItem;
            foreach (var (index, promise) in (states ? passage.Promises : []).Index())
                commitments.Add(Make(promise, Id(node, "c", index), node, anchors, byId, indicators, inherited?.Deadline));
            foreach (var (index, exclusion) in ExclusionReader.Read(node, anchors, passage, states).Index())
                exclusions.Add(exclusion with { Id = Id(node, "x", index) });
        }

        return new CommitmentReading(commitments, exclusions);
    }

    private static Commitment Make(
        Promise promise,
        string id,
        Node node,
        Anchors anchors,
        Dictionary<string, Node> byId,
        IReadOnlyList<Indicator> indicators,
        Deadline? inherited
    )
    {
        return new Commitment
        {
            Id = id,
            Kind = promise.Kind,
            Subject = promise.Subject,
            Value = promise.Quantity?.Value,
            From = promise.Quantity?.From,
            To = promise.Quantity?.To,
            Unit = promise.Quantity?.Unit,
            Operator = promise.Operator,
            Modality = promise.Modality,
            Measure = promise.Measure,
            ChangeFrom = promise.ChangeFrom,
            Deadline = promise switch
            {
                { Deadline: { } period, DeadlineSpan: { } span } => DeadlineOf(period, span, node, anchors),
                { Deadline: not null } => inherited,
                _ => null,
            },
            Anchor = anchors.Of(promise.Span),
            Indicator = IndicatorLinks.Find(promise.Subject, promise.Quantity?.Unit, indicators)?.Id,
            Section = NodeHolders.SectionOf(node, byId),
            Column = NodeHolders.ColumnOf(node, byId),
        };
    }

    /// <summary>A period as the deadline that it sets.</summary>
    internal static Deadline DeadlineOf(PeriodMention period, TextSpan span, Node node, Anchors anchors) =>
        new(span.Of(node.Text), period.From, period.To, anchors.Of(span));

    /// <summary>An id that counts within its node, so that one more elsewhere renames nothing here; it ends in a digit, since letters behind a last
    /// dot ask for a form.</summary>
    internal static string Id(Node node, string letter, int index) => string.Create(CultureInfo.InvariantCulture, $"{node.Id}.{letter}{index + 1}");

    private static IEnumerable<string> HeadingsAbove(Node node, Dictionary<string, Node> byId) =>
        NodeHolders.Above(node, byId).Select(holder => holder.Heading).OfType<string>();

    /// <summary>A paragraph that a date opens, and the dash list (——…) behind it in the same section, for which the date holds too.</summary>
    private sealed record DashList(string? Parent, PeriodMention Period, Deadline Deadline)
    {
        public bool Holds(Node node) => node.Parent == Parent && node.Text.StartsWith("——", StringComparison.Ordinal);
    }
}
