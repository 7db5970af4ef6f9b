using System.Globalization;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>The indicator tables as data: each printed row with what the editors add to it.</summary>
internal sealed class IndicatorTable
{
    private readonly PlanDescription about;
    private readonly ReadingReport report;
    private readonly List<Indicator> indicators = [];
    private readonly HashSet<int> read = [];
    private TableLayout table = null!;
    private IReadOnlyList<TableColumn> columns = [];
    private Node? note;
    private RowCheck check = null!;
    private int rows;
    private int offset;

    private IndicatorTable(PlanDescription about, ReadingReport report) => (this.about, this.report) = (about, report);

    /// <summary>Reads every row of every table of indicators.</summary>
    /// <param name="nodes">The nodes of the plan.</param>
    /// <param name="about">What <c>plan.json</c> says.</param>
    /// <param name="report">Takes every cell that breaks a rule.</param>
    /// <returns>The indicators in printed order; those that could not be read are left out and told.</returns>
    public static IReadOnlyList<Indicator> Read(IReadOnlyList<Node> nodes, PlanDescription about, ReadingReport report)
    {
        var reader = new IndicatorTable(about, report);
        foreach (var (at, node) in nodes.Where(node => node.Type is NodeType.Table).Index())
        {
            if (about.Layout?.Tables?.ElementAtOrDefault(at) is { Role: TableRole.Indicators } table)
                reader.ReadTable(table, node, nodes);
        }

        foreach (var (at, category) in about.Categories.Index())
        {
            if (reader.indicators is not [] && !reader.indicators.Exists(indicator => indicator.Category.Id == category.Id))
                report.WarnInDescription(
                    string.Create(CultureInfo.InvariantCulture, $"$.categories[{at}]"),
                    category.Name,
                    "a category that a row of the source has"
                );
        }

        foreach (var (at, curation) in about.Indicators.Index())
        {
            if (!reader.read.Contains(curation.Seq))
                report.WarnInDescription(
                    string.Create(CultureInfo.InvariantCulture, $"$.indicators[{at}]"),
                    curation.Id,
                    "an indicator that a table of the source has"
                );
        }

        return reader.indicators;
    }

    private void ReadTable(TableLayout layout, Node node, IReadOnlyList<Node> nodes)
    {
        (table, columns, rows) = (layout, TableColumn.Of(layout), 0);
        note = nodes.FirstOrDefault(below => below.Type is NodeType.TableNote && below.Parent == node.Id);
        check = new RowCheck(about, layout, node, note, report);
        var category = about.Categories.FirstOrDefault(known => known.Id == layout.Category);
        foreach (var row in nodes.Where(below => below.Type is NodeType.TableRow && below.Parent == node.Id))
        {
            rows++;
            category = CategoryOf(row, category);
            if (category is null)
                continue;
            if (IndicatorRow.Find(row, columns) is { } cells)
                ReadRow(cells, category);
            else
                Fault(row, IndicatorRow.NameCell(row, columns), RuleOfName());
        }
    }

    private Category? CategoryOf(Node row, Category? above)
    {
        var at = columns.Select(column => column.Role).ToList().IndexOf(ColumnRole.Category);
        if (at < 0)
            return above;
        var printed = row.Source.Verbatim.Split('\t')[at];
        if (printed.Trim().Length == 0 && above is not null)
            return above;
        var found =
            about.Categories.FirstOrDefault(known => known.Name == printed)
            ?? about.Categories.FirstOrDefault(known => Bare(known.Name) == Bare(printed));
        if (found is null)
            Fault(row, printed, "a category of plan.json: " + string.Join('、', about.Categories.Select(known => known.Name)));
        return found;
    }

    private void ReadRow(IndicatorRow row, Category category)
    {
        if (SeqOf(row) is not { } seq)
            return;
        read.Add(seq);
        if (about.Indicators.FirstOrDefault(known => known.Seq == seq) is not { } curation)
        {
            Fault(
                row.Node,
                IndicatorRow.NameCell(row.Node, columns),
                string.Create(CultureInfo.InvariantCulture, $"an indicator that plan.json gives an id: none has seq {seq}")
            );
            return;
        }

        if (row.Unit != curation.Unit.Raw)
            Fault(row.Node, row.Unit ?? "no unit", $"the unit that plan.json assumes: {curation.Unit.Raw ?? "none"}");
        if (Make(row, category, curation) is { } indicator)
            indicators.Add(indicator);
    }

    /// <summary>The number of a row. The numbers of a later table may go on or begin again at 1; either way they run through here.</summary>
    private int? SeqOf(IndicatorRow row)
    {
        var last = read.Count == 0 ? 0 : read.Max();
        if (row.Seq is null)
            return last + 1;
        if (!int.TryParse(row.Seq, NumberStyles.None, CultureInfo.InvariantCulture, out var printed))
            printed = -1;
        if (rows == 1)
            offset = printed == 1 ? last : 0;
        var seq = printed + offset;
        if (seq == last + 1)
            return seq;

        Fault(row.Node, IndicatorRow.NameCell(row.Node, columns), RuleOfName(last + 1 - offset));
        return seq > last ? seq : null;
    }

    private Indicator? Make(IndicatorRow row, Category category, IndicatorCuration curation)
    {
        if (columns.FirstOrDefault(column => column.Role is ColumnRole.Target) is not { Year: { } targetYear })
            return null;
        if (Take(row.Node, Target.Parse(row[ColumnRole.Target]!, about.Years with { Target = targetYear }, table.Cumulative)) is not { } target)
            return null;
        var baselineYear = columns.FirstOrDefault(column => column.Role is ColumnRole.Baseline)?.Year ?? about.Years.Baseline;
        if (Take(row.Node, Baseline.Parse(row[ColumnRole.Baseline] ?? "", baselineYear, target)) is not { } baseline)
            return null;
        check.Check(row, curation, baseline, target);
        var direction = Direction.Of(curation.Direction, baseline, target);
        if (direction.Value is "unknown" && target.Value is not null)
            report.Warn(row.Node.Source.Lines[0], row.Name, "a direction: neither the row nor plan.json says which way the value is meant to go");
        return new Indicator
        {
            Id = curation.Id,
            Seq = curation.Seq,
            Name = row.Name,
            Label = new Label(row.Name, curation.En),
            ShortLabel = curation.Short ?? new Label(row.Name, curation.En),
            Category = category,
            Unit = new Unit(row.Unit, curation.Unit.Label, curation.Unit.Ucum, curation.Unit.Inferred)
            {
                LabelEn = curation.Unit.Suffix.En.Trim() is { Length: > 0 } english ? english : null,
            },
            Decimals = target.Value is null ? null : Math.Max(DecimalsOf(baseline.Value), DecimalsOf(target.Value)),
            Baseline = baseline,
            Target = target with { Interpretation = direction.Read(target) },
            Direction = direction,
            Attribute = AttributeOf(row),
            Growth = GrowthOf(row),
            Statement = Statement.Write(baseline, target, curation.Unit.Suffix),
            Notes =
            [
                .. target.Cumulative && note is not null
                    ? [new Note(new Label(note.Text, table.NoteEn ?? about.CumulativeNote ?? ""), "source", true)]
                    : (IEnumerable<Note>)[],
                .. curation.Notes.Select(text => new Note(text, "editorial", false)),
            ],
            Source = new IndicatorSource(row.Node.Id, row.Node.Source.Lines[0], row.Node.Source.CharStart, row.Node.Source.CharEnd),
        };
    }

    private string? AttributeOf(IndicatorRow row)
    {
        if (row[ColumnRole.Attribute] is not { } printed)
            return null;
        switch (printed.Trim())
        {
            case "约束性" or "约束":
                return "binding";
            case "预期性" or "预期":
                return "expected";
            case "" or "—" or "-":
                return null;
            default:
                Fault(row.Node, printed, "约束性 or 预期性, or — for neither");
                return null;
        }
    }

    private Growth? GrowthOf(IndicatorRow row)
    {
        if (row[ColumnRole.Growth] is not { } printed)
            return null;
        if (Cell.Find(printed, table.Cumulative) is not { From: null } cell)
        {
            Fault(row.Node, printed, Cell.Rule);
            return null;
        }

        return cell.IsEmpty ? null : new Growth(printed, cell.Value, cell.Operator, cell.Approx, cell.Cumulative);
    }

    private T? Take<T>(Node row, Parsed<T> cell)
        where T : class
    {
        if (cell.Error is { } error)
            Fault(row, error.Found, error.Rule);
        return cell.Value;
    }

    private string RuleOfName(int? seq = null)
    {
        var which = seq is { } number ? string.Create(CultureInfo.InvariantCulture, $"indicator {number}") : "an indicator";
        return columns.Any(column => column.Role is ColumnRole.SeqAndName)
            ? $"{which}, as its number, a full stop and its name"
            : $"{which}, as its number and its name";
    }

    private void Fault(Node row, string found, string rule) => report.Fault(row.Source.Lines[0], found, rule);

    private static int DecimalsOf(decimal? value) => value?.Scale ?? 0;

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
