using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Commitments.Values;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Accounts for every digit of the source outside the indicator table: each is in a commitment, in its deadline, or excluded with a
/// reason.</summary>
public static partial class Coverage
{
    /// <summary>Number of runs of digits outside the indicator table.</summary>
    public static int Count(IEnumerable<Node> nodes) => OfDigits(nodes).Count();

    /// <summary>The digits that are in neither list, each with its line: for an editor to settle.</summary>
    /// <remarks>Of a table that is no table of indicators, every number is told but years and those that count its rows: no rule
    /// reads them.</remarks>
    public static IEnumerable<Unreadable> Unknown(
        SourceText source,
        IReadOnlyList<Node> nodes,
        CommitmentReading reading,
        IReadOnlyList<TableLayout> tables
    )
    {
        var known = Known(reading);
        foreach (var run in OfDigits(nodes))
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

        foreach (var cell in InTables(nodes, tables, known))
            yield return cell;
    }

    /// <summary>The numbers in the rows of tables that are no tables of indicators.</summary>
    private static IEnumerable<Unreadable> InTables(IReadOnlyList<Node> nodes, IReadOnlyList<TableLayout> tables, IReadOnlyList<SourceRange> known)
    {
        foreach (var (at, table) in nodes.Where(node => node.Type is NodeType.Table).Index())
        {
            if (tables.ElementAtOrDefault(at) is not { Role: not TableRole.Indicators } layout)
                continue;
            var columns = TableColumn.Of(layout);
            foreach (var (number, row) in nodes.Where(node => node.Type is NodeType.TableRow && node.Parent == table.Id).Index())
            {
                var offset = row.Source.CharStart;
                foreach (var ((cell, column), place) in row.Source.Verbatim.Split('\t').Zip(columns).Select((pair, place) => (pair, place)))
                {
                    var isNumberOfRow = column.Role is ColumnRole.Seq || (place == 0 && cell == Text(number + 1));
                    var (start, end) = (offset, offset + cell.Length);
                    if (
                        !isNumberOfRow
                        && Amount().IsMatch(cell)
                        && !OfYears().IsMatch(cell)
                        && !known.Any(range => start <= range.CharStart && range.CharEnd <= end)
                    )
                        yield return SourceText.At(
                            row.Source.Lines[0],
                            cell,
                            "a cell without numbers, or its words in commitments.json: a table that is none of indicators is published as text alone"
                        );
                    offset = end + 1;
                }
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Numbers written out in Chinese where a plan usually prints digits, and that no rule reads.</summary>
    public static IEnumerable<Unreadable> Numerals(SourceText source, IEnumerable<Node> nodes, CommitmentReading reading)
    {
        var known = Known(reading);
        return Runs(nodes.Where(node => node.Type is NodeType.Paragraph or NodeType.ColumnItem), WrittenOut())
            .Where(run => !known.Any(range => range.CharStart < run.End && run.Start < range.CharEnd))
            .Select(run => SourceText.At(source.LineOf(run.Start), source[run], "digits: no rule reads a number that is written out so"));
    }

    /// <summary>Where the source is explained: by a commitment, its deadline, or an exclusion.</summary>
    private static IReadOnlyList<SourceRange> Known(CommitmentReading reading) =>
        [
            .. reading.Commitments.Select(commitment => commitment.Anchor.Source),
            .. reading.Commitments.Select(commitment => commitment.Deadline?.Anchor.Source).OfType<SourceRange>(),
            .. reading.Exclusions.Select(exclusion => exclusion.Anchor.Source),
        ];

    /// <summary>True for the nodes of the indicator table, whose numbers are data already.</summary>
    internal static bool IsTable(Node node) => node.Type is NodeType.Table or NodeType.TableRow or NodeType.TableNote;

    private static IEnumerable<SourceSpan> OfDigits(IEnumerable<Node> nodes) => Runs(nodes.Where(node => !IsTable(node)), Digits.Run());

    private static IEnumerable<SourceSpan> Runs(IEnumerable<Node> nodes, Regex pattern) =>
        nodes.SelectMany(node =>
            pattern
                .Matches(node.Source.Verbatim)
                .Select(match => new SourceSpan(node.Source.CharStart + match.Index, node.Source.CharStart + match.Index + match.Length))
        );

    /// <summary>A number that is no part of a name such as 5G or S19.</summary>
    [GeneratedRegex("(?<![A-Za-z0-9.])[0-9]+(?:\\.[0-9]+)?(?![0-9A-Za-z.])", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex("^(?:19|20|21)[0-9]{2}年?(?:[—–~-](?:19|20|21)[0-9]{2}年?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfYears();

    [GeneratedRegex(
        "翻[一二两三四]?番|百分之[一二三四五六七八九十百点]+|[一二两三四五六七八九十]+个百分点|(?<![第一二三四五六七八九十])[二三四五六七八九]?十[一二三四五六七八九]?(?=[个家座所条项处台套]|公里|万|亿)"
            + "|二[〇零○Ｏ0]二[〇零○一二三四五六七八九]年",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WrittenOut();
}
