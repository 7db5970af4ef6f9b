using System.Text.Json;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Search;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>What differs between two releases.</summary>
/// <param name="Changes">The changes, kind of record by kind of record, each in the order of the later release, removed records last.</param>
/// <param name="Summary">The changes counted.</param>
public sealed record ReleaseDiff(IReadOnlyList<Change> Changes, ChangeSummary Summary);

/// <summary>Changes counted, for readers whose own rules for versions differ from ours.</summary>
/// <param name="Total">All changes.</param>
/// <param name="Breaking">Changes that need a major version.</param>
/// <param name="SourceChanged">Changes that the source made.</param>
/// <param name="ValuesChanged">Numbers that differ.</param>
/// <param name="Typographic">Changes in width, spaces or marks alone.</param>
public sealed record ChangeSummary(int Total, int Breaking, int SourceChanged, int ValuesChanged, int Typographic);

/// <summary>Compares two releases of a plan, whichever is the earlier.</summary>
public static partial class PlanDiff
{
    /// <summary>All changes that turn one release into the other, in records and observations.</summary>
    /// <remarks>Observations are read from both sides, one after the other, where their hashes differ.</remarks>
    public static async Task<ReleaseDiff> CompareAsync(ReleaseContent from, ReleaseContent to, CancellationToken cancellationToken = default) =>
        Compare(from, to, await ObservationDiff.CompareAsync(from, to, cancellationToken));

    /// <summary>All changes that turn one release into the other.</summary>
    /// <param name="from">The release before.</param>
    /// <param name="to">The release after.</param>
    /// <param name="observed">What differs in their observations, of which the contents hold none; null when nothing does.</param>
    /// <remarks>
    /// Members that follow from others (hashes, offsets, neighbours) are told of only when nothing else explains them, so that one inserted character
    /// is one change.
    /// <see cref="JsonPatch"/> has every byte.
    /// </remarks>
    public static ReleaseDiff Compare(ReleaseContent from, ReleaseContent to, ObservationDifferences? observed = null)
    {
        var nodes = new NodeMap(from, to);
        List<(RecordKind Kind, Change Change)> all = [];
        foreach (var kind in to.Sets.Concat(from.Sets).Select(set => set.Kind).Where(kind => !kind.IsDigest).DistinctBy(kind => kind.Set))
        {
            var (before, after) = (from.Get(kind), to.Get(kind));
            all.AddRange(CompareSets(before, after, nodes).Select(change => (kind, change)));
            if (before.Parts() is { } partsBefore && after.Parts() is { } partsAfter)
                all.AddRange(CompareSets(partsBefore, partsAfter, nodes).Select(change => (kind.Parts!, change)));
        }

        observed ??= ObservationDifferences.None;
        all.AddRange(CompareSets(observed.Before, observed.After, nodes).Select(change => (RecordKinds.Observation, change)));
        List<Change> changes = [.. all.Select(entry => entry.Change), .. observed.Many.Select(Counted)];
        return new ReleaseDiff(
            changes,
            new ChangeSummary(
                changes.Count,
                changes.Count(change => change.Severity is Bump.Major),
                changes.Count(change => change.Kind is ChangeKind.SourceAmendment),
                all.Count(entry => entry.Change is { Op: ChangeOp.Modified, Path: not "" } && RecordKind.Covers(entry.Kind.Values, entry.Change.Path))
                    + observed.Many.Sum(many => many.Values),
                changes.Count(change => change.Kind is ChangeKind.Typographic)
            )
        );
    }

    /// <summary>Many observations that came, went or changed, as one change.</summary>
    private static Change Counted(ObservationCount many)
    {
        var path = many.Op is ChangeOp.Modified ? "/value" : "";
        var rule = VersionRules.Of(many.Op, many.Kind, RecordKinds.Observation, path);
        var count = JsonSerializer.SerializeToElement(many, ChangeJson.Line.ObservationCount);
        return new Change(
            many.Op,
            many.Kind,
            new ChangeTarget(RecordKinds.ObservationPart.Type, many.Indicator),
            "",
            many.Op is ChangeOp.Removed ? count : null,
            many.Op is ChangeOp.Removed ? null : count,
            rule.Bump,
            rule.Id,
            null,
            null,
            []
        );
    }

    private static IEnumerable<Change> CompareSets(RecordSet from, RecordSet to, NodeMap nodes)
    {
        var kind = to.Kind;
        HashSet<(string, ChangeOp)> forms = [];
        foreach (var pair in RecordPairs.Of(from, to, nodes))
        {
            if (pair is not ({ } before, { } after))
            {
                yield return Whole(kind, pair, nodes);
                continue;
            }

            var (id, formerId) = (to.IdOf(after), from.IdOf(before));
            var previousId = formerId == id ? null : formerId;
            var draft = new Draft(kind, id, previousId, RecordSet.Find(before, kind.Node), RecordSet.Find(after, kind.Node), nodes);
            if (previousId is not null)
                yield return draft.Write(
                    kind.IsNamedByNode || kind.IsCounted ? ChangeOp.Moved : ChangeOp.Renamed,
                    new(kind.Id, JsonText(formerId), JsonText(id), false)
                );

            var differences = JsonDiff.Compare(before, after).Where(difference => !IsLeftOut(kind, difference, nodes)).ToList();
            foreach (var difference in differences.Where(IsForm))
            {
                var form = difference with { Path = Positions().Replace(difference.Path, "/*") };
                if (forms.Add((form.Path, OpOf(form))))
                    yield return new Draft(kind, null, null, null, null, nodes).Write(OpOf(form), form with { From = null, To = null });
            }

            foreach (var difference in Told(kind, [.. differences.Where(difference => !IsForm(difference))], previousId is not null, nodes))
                yield return draft.Write(OpOf(difference), difference);
        }
    }

    /// <summary>A record that came or went.</summary>
    private static Change Whole(RecordKind kind, RecordPair pair, NodeMap nodes)
    {
        var record = (pair.To ?? pair.From)!.Value;
        var difference = new JsonDifference("", pair.From, pair.To, false);
        return new Draft(kind, RecordSet.Find(record, kind.Id), null, null, null, nodes).Write(OpOf(difference), difference);
    }

    private static bool IsLeftOut(RecordKind kind, JsonDifference difference, NodeMap nodes) =>
        difference.Path == kind.Id
        || RecordKind.Covers(kind.Elsewhere, difference.Path)
        || (kind.Parts is { } parts && RecordKind.Covers(["/" + parts.Set], difference.Path))
        || (RecordKind.Covers(kind.References, difference.Path) && IsSameNode(difference, nodes));

    /// <summary>True when both references name the same node: <c>ch5.s4.p3/after</c> and where that paragraph stands now.</summary>
    private static bool IsSameNode(JsonDifference difference, NodeMap nodes)
    {
        if (difference is not { From.ValueKind: JsonValueKind.String, To.ValueKind: JsonValueKind.String })
            return false;
        var (before, after) = (difference.From.Value.GetString()!.Split('/', 2), difference.To.Value.GetString()!.Split('/', 2));
        return nodes.After(before[0]) == after[0] && before[1..].SequenceEqual(after[1..]);
    }

    /// <summary>True when the form of a record differs: a member came or went, or has another type of value.</summary>
    private static bool IsForm(JsonDifference difference) =>
        difference.IsMember
        || (difference is { From: { } from, To: { } to } && TypeOf(from) is { } before && TypeOf(to) is { } after && before != after);

    private static JsonValueKind? TypeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null, // no value yet, of any type
            JsonValueKind.False => JsonValueKind.True,
            var kind => kind,
        };

    private static IEnumerable<JsonDifference> Told(RecordKind kind, List<JsonDifference> differences, bool moved, NodeMap nodes)
    {
        var own = differences.Where(difference => !IsPlace(difference) && !Follows(difference)).ToList();
        if (moved || own is not [])
            return own;
        var follows = differences.Where(difference => !IsPlace(difference)).ToList();
        if (follows is not [])
            return follows;
        return nodes.SourceChanged || !nodes.Steady ? [] : differences;

        bool IsPlace(JsonDifference difference) => RecordKind.Covers(kind.Places, difference.Path);
        bool Follows(JsonDifference difference) => RecordKind.Covers(kind.Follows, difference.Path);
    }

    private static ChangeOp OpOf(JsonDifference difference) =>
        difference switch
        {
            { From: null } => ChangeOp.Added,
            { To: null } => ChangeOp.Removed,
            _ => ChangeOp.Modified,
        };

    private static JsonElement JsonText(string text) => JsonSerializer.SerializeToElement(text, ChangeJson.Line.String);

    [GeneratedRegex("/[0-9]+(?=/|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Positions();

    /// <summary>What the changes of one record have in common.</summary>
    private sealed record Draft(RecordKind Kind, string? Id, string? PreviousId, string? FormerNode, string? Node, NodeMap Nodes)
    {
        public Change Write(ChangeOp op, JsonDifference difference)
        {
            var why = Why(op, difference);
            var rule = VersionRules.Of(op, why, Kind, difference.Path);
            var reason = why is ChangeKind.SourceAmendment or ChangeKind.Schema ? null : Nodes.ErrataOf(FormerNode, Node);
            var target = new ChangeTarget(Kind.Type, Id);
            var sentences = SentencesOf(difference, why);
            return new Change(op, why, target, difference.Path, difference.From, difference.To, rule.Bump, rule.Id, reason, PreviousId, sentences);
        }

        private ChangeKind Why(ChangeOp op, JsonDifference difference)
        {
            if (Kind.Origin is RecordOrigin.Form || Id is null)
                return ChangeKind.Schema;
            if (op is ChangeOp.Modified && IsTypographic(difference))
                return ChangeKind.Typographic;
            if (Kind.Origin is RecordOrigin.Editors || RecordKind.Covers(Kind.Editorial, difference.Path))
                return ChangeKind.Metadata;
            if (Kind.Origin is RecordOrigin.Publisher)
                return op is ChangeOp.Added && difference.Path is "" ? ChangeKind.NewData : ChangeKind.SourceAmendment;
            var wholeRecord = difference.Path is "" || op is ChangeOp.Moved or ChangeOp.Renamed;
            var amended = wholeRecord ? Nodes.SourceChanged : Nodes.IsAmended(FormerNode, Node);
            return amended ? ChangeKind.SourceAmendment : ChangeKind.TranscriptionFix;
        }

        /// <summary>A unit is a code, not prose: m² for m ² is a correction.</summary>
        private static bool IsTypographic(JsonDifference difference) =>
            difference is { From.ValueKind: JsonValueKind.String, To.ValueKind: JsonValueKind.String }
            && !difference.Path.StartsWith("/unit/", StringComparison.Ordinal)
            && Folding.DifferInTypographyAlone(difference.From.Value.GetString()!, difference.To.Value.GetString()!);

        private IReadOnlyList<SentenceChange> SentencesOf(JsonDifference difference, ChangeKind why) =>
            Kind.Set == RecordKinds.Node.Set
            && difference is { Path: "/text", From.ValueKind: JsonValueKind.String, To.ValueKind: JsonValueKind.String }
                ? SentenceDiff.Compare(Id!, difference.From.Value.GetString()!, difference.To.Value.GetString()!, why)
                : [];
    }
}
