using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>Holds a row of an indicator table against its unit, its heads and the note under the table: what contradicts them is refused, what only
/// deserves a look is told.</summary>
/// <param name="about">What <c>plan.json</c> says.</param>
/// <param name="layout">How the table is declared.</param>
/// <param name="node">The table, with its heads.</param>
/// <param name="note">The note under it; null where there is none.</param>
/// <param name="report">Takes what is found.</param>
internal sealed partial class RowCheck(PlanDescription about, TableLayout layout, Node node, Node? note, ReadingReport report)
{
    private const string Brackets = "〔〕［］[]【】□";

    /// <summary>Checks a row that was read.</summary>
    public void Check(IndicatorRow row, IndicatorCuration curation, Baseline baseline, Target target)
    {
        foreach (var role in new[] { ColumnRole.Baseline, ColumnRole.Target })
            CheckUnit(row, row[role], curation);
        CheckGrowth(row);
        CheckBaseline(row, baseline);
        CheckTarget(row, target);
        if (target.Cumulative && target.Raw.Any(character => Brackets.Contains(character, StringComparison.Ordinal)))
            CheckNote(row, target);
        if (curation.Unit.Ucum is "%" && (baseline.Value is < 0 or > 100 || target.Value is < 0 or > 100))
            Warn(row, $"{baseline.Raw}, {target.Raw}", "shares from 0 to 100 %: look whether a digit is wrong");
        if (curation.Name is { } name && name != row.Name)
            Fault(row, row.Name, $"the name that plan.json gives indicator {Text(curation.Seq)} ({curation.Id}): {name}");
    }

    /// <summary>A cell in per cent in a row of another unit is another measure; so is one in 万 where the unit says 万 already.</summary>
    private void CheckUnit(IndicatorRow row, string? printed, IndicatorCuration curation)
    {
        if (printed is null || Cell.Find(printed) is not { } cell)
            return;
        if (cell is { Percent: true, IsGrowth: false } && curation.Unit.Ucum is not "%")
            Fault(row, printed, $"a number in the unit of the row: {curation.Unit.Label ?? "none"}");
        var unit = row.Unit ?? "";
        if (cell.Scale is { } scale && (unit.StartsWith('万') || (unit.StartsWith('亿') && scale is not "万")))
            Fault(row, printed, $"a number in the unit of the row, {unit}: that unit counts in {unit[..1]} already");
    }

    private void CheckGrowth(IndicatorRow row)
    {
        if (row[ColumnRole.Growth] is not { } printed || Cell.Find(printed, layout.Cumulative) is not { IsEmpty: false } cell)
            return;
        if (cell.Words is not null)
            Warn(row, printed, "a rate of growth: the words are published as printed, the rate as missing");
        else if (cell.Cumulative)
            Warn(row, printed, "a rate of growth a year: a number in brackets is a sum, and published as printed");
        else if (!cell.Percent && !HeadOfGrowth().Contains('%', StringComparison.Ordinal) && !HeadOfGrowth().Contains('％', StringComparison.Ordinal))
            Warn(row, printed, "a rate of growth with %, in the cell or in the head: it is published as one in per cent");
    }

    private void CheckBaseline(IndicatorRow row, Baseline baseline)
    {
        if (baseline.Value is not null && baseline.Year != about.Years.Baseline)
            Warn(
                row,
                baseline.Raw,
                string.Create(CultureInfo.InvariantCulture, $"a baseline for {about.Years.Baseline}: it is published as one for {baseline.Year}")
            );
        switch (Cell.Find(baseline.Raw))
        {
            case { Words: not null }:
                Warn(row, baseline.Raw, "a number: the words are published as printed, the value as missing");
                break;
            case { Cumulative: true }:
                Warn(row, baseline.Raw, "a level of the base year: the mark of a sum is not published with the value");
                break;
        }
    }

    private void CheckTarget(IndicatorRow row, Target target)
    {
        if (target.Year != about.Years.Target)
            Warn(
                row,
                target.Raw,
                string.Create(CultureInfo.InvariantCulture, $"a target for {about.Years.Target}: it is published as one for {target.Year}")
            );
        if (target.Kind is TargetKind.Qualitative && NoTarget().IsMatch(target.Raw))
            Warn(row, target.Raw, "words that set a target: these say that there is none, or not yet");
    }

    /// <summary>The note has to say that the brackets mark a sum, and to print the same brackets.</summary>
    private void CheckNote(IndicatorRow row, Target target)
    {
        if (note is null)
        {
            Warn(row, target.Raw, "a note under the table that says what the brackets mean, as layout.tables in plan.json declares it");
            return;
        }

        if (!Sum().IsMatch(note.Text))
            report.Fault(
                note.Source.Lines[0],
                note.Text,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"a note that says that brackets mark a sum (累计, 合计, 总量): line {row.Node.Source.Lines[0]} prints {target.Raw}"
                )
            );
        var used = note.Text.Where(character => Brackets.Contains(character, StringComparison.Ordinal)).Select(Kind).Distinct().ToList();
        var cell = target.Raw.Where(character => Brackets.Contains(character, StringComparison.Ordinal)).Select(Kind).Distinct().ToList();
        if (used.Count > 0 && cell.Exists(kind => !used.Contains(kind)) && !used.Contains('□'))
            report.Fault(
                note.Source.Lines[0],
                note.Text,
                string.Create(CultureInfo.InvariantCulture, $"the brackets of line {row.Node.Source.Lines[0]}: {target.Raw}")
            );
    }

    /// <summary>The opening bracket of a pair; □ stands for any.</summary>
    private static char Kind(char bracket) =>
        bracket switch
        {
            '〔' or '〕' => '〔',
            '［' or '］' or '[' or ']' => '[',
            '【' or '】' => '【',
            _ => '□',
        };

    private string HeadOfGrowth()
    {
        var heads = node.Source.Verbatim.Split('\n')[^1].Split('\t');
        var at = TableColumn.Of(layout).ToList().FindIndex(column => column.Role is ColumnRole.Growth);
        return heads.ElementAtOrDefault(at) ?? "";
    }

    private void Fault(IndicatorRow row, string found, string rule) => report.Fault(row.Node.Source.Lines[0], found, rule);

    private void Warn(IndicatorRow row, string found, string rule) => report.Warn(row.Node.Source.Lines[0], found, rule);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("累计|累积|合计|总量|总计|总和|之和", RegexOptions.CultureInvariant)]
    private static partial Regex Sum();

    [GeneratedRegex("^(?:未|不(?![断降低减超少])|无(?!重大)|暂|待|另|尚)", RegexOptions.CultureInvariant)]
    private static partial Regex NoTarget();
}
