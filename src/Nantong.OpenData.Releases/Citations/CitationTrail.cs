using System.Globalization;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files.Markup;
using Nantong.OpenData.Releases.Records;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>Follows citations from one release to another.</summary>
/// <param name="before">The nodes of the release that was cited, in reading order.</param>
/// <param name="after">The nodes of the other one.</param>
/// <param name="indicators">The indicators of the other one by id.</param>
/// <param name="changes">What turns the first into the second.</param>
public sealed class CitationTrail(
    IReadOnlyList<Node> before,
    IReadOnlyList<Node> after,
    Func<string, Indicator?> indicators,
    IReadOnlyList<Change> changes
)
{
    private const string OfNode = "node";
    private const string OfIndicator = "indicator";

    /// <summary>What the records of a data set are called in changes.</summary>
    private static readonly Dictionary<string, string[]> Types = new(
        from kind in RecordKinds.Kept
        let dataset = kind.FindDataset(default)
        where dataset is not null
        select KeyValuePair.Create<string, string[]>(dataset.Name, kind.Parts is { } parts ? [kind.Type, parts.Type] : [kind.Type]),
        StringComparer.Ordinal
    )
    {
        ["text"] = [OfNode],
        ["sections"] = [OfNode],
        ["observations"] = [RecordKinds.Observation.Type],
    };

    /// <summary>What became of a part of the cited release.</summary>
    public CitationFate Follow(CitedPart part) =>
        part.Kind switch
        {
            CitedKind.Release => Settled(part, changes),
            CitedKind.Dataset => Settled(
                part,
                [.. changes.Where(change => Types[part.Target].Contains(change.Target.Type) && IsOf(part.Target, change))]
            ),
            CitedKind.Node => Node(part),
            CitedKind.Sentence => Sentence(part),
            CitedKind.Indicator => Indicator(part.Target, "", _ => true),
            _ => Cell(part),
        };

    private static CitationFate Settled(CitedPart part, IReadOnlyList<Change> found) =>
        new(found is [] ? CitationState.Unchanged : CitationState.Changed, part, found is [], found);

    private CitationFate Node(CitedPart part)
    {
        var (former, now) = (Find(before, part.Target)!, IdAfter(OfNode, part.Target));
        var stays = now is null ? null : Find(after, now);
        var found = NodeChanges(former, stays);
        if (stays is null)
            return new(CitationState.Gone, null, false, found);

        var same = Texts(before, former).SequenceEqual(Texts(after, stays), StringComparer.Ordinal);
        return new(StateOf(part.Target, stays.Id, found is []), CitedPart.Of(stays), same, found);
    }

    private CitationFate Sentence(CitedPart part)
    {
        var tilde = part.Target.IndexOf('~', StringComparison.Ordinal);
        var (id, number) = (part.Target[..tilde], int.Parse(part.Target[(tilde + 1)..], CultureInfo.InvariantCulture));
        var (former, now) = (Find(before, id)!, IdAfter(OfNode, id));
        var stays = now is null ? null : Find(after, now);
        var found = NodeChanges(former, stays);

        if (stays is not null && Same(stays, number, part.Quote!) is { } kept)
            return new(StateOf(part.Target, kept.Target, unchanged: true), kept, true, kept.Target == part.Target ? [] : found);

        var version = stays is null
            ? null
            : SentenceDiff
                .Compare(stays.Id, former.Text, stays.Text, ChangeKind.SourceAmendment)
                .FirstOrDefault(change => change.From == part.Quote && change.To is not null);
        if (version is not null && CitedPart.Sentence(stays!, version.Sentence) is { } changed)
            return new(StateOf(part.Target, changed.Target, unchanged: false), changed, false, found);

        return after.Select(other => Same(other, number, part.Quote!)).FirstOrDefault(same => same is not null) is { } elsewhere
            ? new(StateOf(part.Target, elsewhere.Target, unchanged: true), elsewhere, true, found)
            : new(CitationState.Gone, null, false, found);
    }

    /// <summary>A cell means what its unit says, so that counts too.</summary>
    private CitationFate Cell(CitedPart part)
    {
        var dot = part.Target.IndexOf('.', StringComparison.Ordinal);
        var (id, cell) = (part.Target[..dot], part.Target[(dot + 1)..]);
        return Indicator(
            id,
            $".{cell}",
            change => change.Path.StartsWith($"/{cell}", StringComparison.Ordinal) || change.Path.StartsWith("/unit", StringComparison.Ordinal)
        );
    }

    private CitationFate Indicator(string id, string cell, Func<Change, bool> concerns)
    {
        var now = IdAfter(OfIndicator, id);
        IReadOnlyList<Change> found =
        [
            .. changes.Where(change =>
                change.Target.Type == OfIndicator
                && (
                    IsRemoval(change)
                        ? change.Target.Id == id && now is null
                        : change.Target.Id is not null && change.Target.Id == now && (change.PreviousId is not null || concerns(change))
                )
            ),
        ];
        return now is not null && CitedPart.Find(now + cell, _ => null, indicators) is { } there
            ? new(StateOf(id, now, found is []), there, found.All(change => change.Op is ChangeOp.Moved or ChangeOp.Renamed), found)
            : new(CitationState.Gone, null, false, found);
    }

    private static CitationState StateOf(string former, string now, bool unchanged) =>
        former != now ? CitationState.Moved
        : unchanged ? CitationState.Unchanged
        : CitationState.Changed;

    /// <summary>The sentence of a node that says the same, the nearest one by number; null when none does.</summary>
    private static CitedPart? Same(Node node, int number, string quote) =>
        Sentences
            .Split(node.Text)
            .Index()
            .Where(sentence => node.Text[sentence.Item.Start..sentence.Item.End] == quote)
            .OrderBy(sentence => Math.Abs(sentence.Index + 1 - number))
            .Select(sentence => CitedPart.Sentence(node, sentence.Index + 1))
            .FirstOrDefault();

    /// <summary>The id that a record has in the other release; null when it is gone. An id may be another record's there: who has it now says what it
    /// was called before.</summary>
    private string? IdAfter(string type, string id)
    {
        var own = changes.Where(change => change.Target.Type == type).ToList();
        if (own.Find(change => change.PreviousId == id) is { Target.Id: { } now })
            return now;
        return own.Exists(change => IsRemoval(change) && change.Target.Id == id) ? null : id;
    }

    private IReadOnlyList<Change> NodeChanges(Node former, Node? stays)
    {
        var (gone, kept) = (Ids(before, former), stays is null ? [] : Ids(after, stays));
        return [.. changes.Where(change => change.Target is { Type: OfNode, Id: { } id } && (IsRemoval(change) ? gone : kept).Contains(id))];
    }

    /// <summary>True when a change is of the nodes that a data set is made of; any change is where that is not made of nodes.</summary>
    private bool IsOf(string dataset, Change change)
    {
        if (dataset is not ("sections" or "paragraphs") || change.Target.Id is not { } id)
            return true;
        var type = (IsRemoval(change) ? Find(before, id) : Find(after, id))?.Type;
        return dataset is "paragraphs" ? type is NodeType.Paragraph : type is NodeType.Chapter or NodeType.Section;
    }

    private static bool IsRemoval(Change change) => change is { Op: ChangeOp.Removed, Path: "" };

    private static Node? Find(IReadOnlyList<Node> nodes, string id) => nodes.FirstOrDefault(node => node.Id == id);

    private static HashSet<string> Ids(IReadOnlyList<Node> nodes, Node root) =>
        NodeTree.Below(nodes, root).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Texts(IReadOnlyList<Node> nodes, Node root) => NodeTree.Below(nodes, root).Select(node => node.Text);
}
