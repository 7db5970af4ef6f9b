using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Accounts for every digit of the source outside the indicator table: each is in a commitment, in its deadline, or excluded with a
/// reason.</summary>
public static class Coverage
{
    /// <summary>Number of runs of digits outside the indicator table.</summary>
    public static int Count(SourceText source, IEnumerable<Node> nodes) => Runs(source, nodes).Count();

    /// <summary>The digits that are in neither list, each with its line: for an editor to settle.</summary>
    public static IEnumerable<Unreadable> Unknown(SourceText source, IReadOnlyList<Node> nodes, CommitmentReading reading)
    {
        IReadOnlyList<SourceRange> known =
        [
            .. reading.Commitments.Select(commitment => commitment.Anchor.Source),
            .. reading.Commitments.Select(commitment => commitment.Deadline?.Anchor.Source).OfType<SourceRange>(),
            .. reading.Exclusions.Select(exclusion => exclusion.Anchor.Source),
        ];
        foreach (var run in Runs(source, nodes))
        {
            if (known.Any(range => range.CharStart <= run.Start && run.End <= range.CharEnd))
                continue;
            var line = source.LineOf(run.Start);
            var behind = Math.Min(run.End + 8, source.Lines[line - 1].End);
            var before = Math.Max(run.Start - 8, source.Lines[line - 1].Start);
            yield return SourceText.At(
                line,
                source[new SourceSpan(before, behind)],
                $"'{source[run]}' as a quantity with a unit, a date, or a name that the rules know"
            );
        }
    }

    /// <summary>True for the nodes of the indicator table, whose numbers are data already.</summary>
    internal static bool IsTable(Node node) => node.Type is NodeType.Table or NodeType.TableRow or NodeType.TableNote;

    private static IEnumerable<SourceSpan> Runs(SourceText source, IEnumerable<Node> nodes) =>
        nodes
            .Where(node => !IsTable(node))
            .SelectMany(node =>
                Digits
                    .Run()
                    .Matches(node.Source.Verbatim)
                    .Select(match => new SourceSpan(node.Source.CharStart + match.Index, node.Source.CharStart + match.Index + match.Length))
            );
}
