using System.Globalization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>Table 1 as data: each printed row with what the editors add to it.</summary>
internal static partial class IndicatorTable
{
    /// <summary>Reads every row.</summary>
    /// <returns>The indicators in printed order, or the first cell that breaks a rule.</returns>
    public static Parsed<IReadOnlyList<Indicator>> Read(IReadOnlyList<Node> nodes, PlanDescription about)
    {
        var note = nodes.FirstOrDefault(node => node.Type is NodeType.TableNote)?.Text;
        Category? category = null;
        List<Indicator> indicators = [];
        foreach (var row in nodes.Where(node => node.Type is NodeType.TableRow))
        {
            var cells = row.Source.Verbatim.Split('\t');
            if (cells[0].Length > 0) category = about.Categories.FirstOrDefault(known => known.Name == cells[0]);
            if (category is null) return Error(row, cells[0], "a category of plan.json: " + string.Join('、', about.Categories.Select(known => known.Name)));
            if (!ReadRow(row, cells, indicators.Count + 1, category, note, about).Try(out var indicator, out var error)) return error;
            indicators.Add(indicator);
        }

        return indicators;
    }

    private static Parsed<Indicator> ReadRow(Node row, string[] cells, int seq, Category category, string? note, PlanDescription about)
    {
        if (NumberedName().Match(cells[1]) is not { Success: true } name || name.Groups[1].Value != seq.ToString(CultureInfo.InvariantCulture))
            return Error(row, cells[1], string.Create(CultureInfo.InvariantCulture, $"indicator {seq}, as its number, a full stop and its name"));
        if (about.Indicators.FirstOrDefault(known => known.Seq == seq) is not { } curation)
            return Error(row, cells[1], string.Create(CultureInfo.InvariantCulture, $"an indicator that plan.json gives an id: none has seq {seq}"));

        var unit = name.Groups[3].Success ? name.Groups[3].Value : null;
        if (unit != curation.Unit.Raw) return Error(row, unit ?? "no unit", $"the unit that plan.json assumes: {curation.Unit.Raw ?? "none"}");
        if (!Target.Parse(cells[3], about.Years).Try(out var target, out var bad)) return Error(row, bad.Found, bad.Rule);
        if (!Baseline.Parse(cells[2], about.Years.Baseline, target).Try(out var baseline, out bad)) return Error(row, bad.Found, bad.Rule);
        if (Direction.Infer(name.Groups[2].Value, baseline, target) is not { } direction) return Error(row, cells[2], "a baseline, unless the target is 建成 or a cumulative 下降率");

        return new Indicator
        {
            Id = curation.Id,
            Seq = seq,
            Name = name.Groups[2].Value,
            Label = new Label(name.Groups[2].Value, curation.En),
            ShortLabel = curation.Short ?? new Label(name.Groups[2].Value, curation.En),
            Category = category,
            Unit = new Unit(unit, curation.Unit.Label, curation.Unit.Ucum, curation.Unit.Inferred),
            Decimals = target.Value is null ? null : Math.Max(DecimalsOf(baseline.Value), DecimalsOf(target.Value)),
            Baseline = baseline,
            Target = target with { Interpretation = direction.Read(target) },
            Direction = direction,
            Statement = Statement.Write(baseline, target, curation.Unit.Suffix),
            Notes =
            [
                .. target.Cumulative && note is not null ? [new Note(new Label(note, about.CumulativeNote), "source", true)] : (IEnumerable<Note>)[],
                .. curation.Notes.Select(text => new Note(text, "editorial", false)),
            ],
            Source = new IndicatorSource(row.Id, row.Source.Lines[0], row.Source.CharStart, row.Source.CharEnd),
        };
    }

    private static int DecimalsOf(decimal? value) => value?.Scale ?? 0;

    private static Unreadable Error(Node row, string found, string rule) => SourceText.At(row.Source.Lines[0], found, rule);

    /// <summary>Number, name, and the unit in full-width brackets, which may be absent (rows 2, 10, 17).</summary>
    [GeneratedRegex("^(\\d{1,3})\\.(.+?)(?:（([^（）]*)）)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedName();
}
