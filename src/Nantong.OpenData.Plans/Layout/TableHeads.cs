using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>Compares the column heads that a table prints with the columns that <c>plan.json</c> declares.</summary>
internal static partial class TableHeads
{
    private static readonly (ColumnRole Role, string[] Words)[] Known =
    [
        (ColumnRole.Growth, ["年均", "增速", "增长率", "增幅"]),
        (ColumnRole.Attribute, ["属性", "性质"]),
        (ColumnRole.Seq, ["序号", "编号"]),
        (ColumnRole.Unit, ["单位"]),
        (ColumnRole.Category, ["类别", "类型", "分类", "领域", "方面"]),
        (ColumnRole.Baseline, ["基数", "基期", "基准", "现状", "实际"]),
        (ColumnRole.Target, ["目标", "规划值", "预期值"]),
        (ColumnRole.Name, ["指标", "名称", "项目"]),
    ];

    /// <summary>Tells every head that contradicts its column, and each that says nothing of it.</summary>
    /// <param name="heads">The heads as printed.</param>
    /// <param name="columns">The declared columns.</param>
    /// <param name="line">Line of the heads.</param>
    /// <param name="report">Takes what is found.</param>
    public static void Check(string[] heads, IReadOnlyList<TableColumn> columns, int line, ReadingReport report)
    {
        if (heads.Length != columns.Count)
        {
            report.Fault(line, string.Join('\t', heads), string.Create(CultureInfo.InvariantCulture, $"{columns.Count} column heads parted by tabs"));
            return;
        }

        if (heads.All(head => Said(Spaces().Replace(head, "")).Count == 0 && !Years().IsMatch(head)))
        {
            report.Fault(line, string.Join('\t', heads), "column heads: words such as 指标 单位 属性, and the years of baseline and target");
            return;
        }

        foreach (var (head, column) in heads.Zip(columns))
        {
            if (column.Role is not ColumnRole.Text)
                CheckOne(head, column, line, report);
        }
    }

    private static void CheckOne(string head, TableColumn column, int line, ReadingReport report)
    {
        var text = Spaces().Replace(head, "");
        var years = Years().Matches(text).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).ToList();
        var said = Said(text);
        if (said.Count > 0 && !said.Exists(role => Fits(role, column.Role)))
            report.Fault(line, head, $"the head of a {Word(column.Role)}, as layout.tables in plan.json declares this column");
        else if (column.Year is { } year && years.Count > 0 && (!years.Contains(year) || IsOfTwoYears(text)))
            report.Fault(
                line,
                head,
                string.Create(CultureInfo.InvariantCulture, $"a head for {year}, as layout.tables in plan.json declares this column")
            );
        else if (said.Count == 0 && column.Year is null && years.Count > 0)
            report.Fault(line, head, $"the head of a {Word(column.Role)}, as layout.tables in plan.json declares this column");
        else if (column.Year is { } undated && years.Count == 0)
            report.Warn(
                line,
                head,
                string.Create(CultureInfo.InvariantCulture, $"a head with the year {undated}, as layout.tables in plan.json declares it")
            );
        else if (
            column.Role is ColumnRole.Growth
            && text.Contains("累计", StringComparison.Ordinal)
            && !text.Contains("年均", StringComparison.Ordinal)
        )
            report.Fault(line, head, "the head of a column of growth a year: what grows over several years together is declared as text");
        else if (said.Count == 0 && years.Count == 0)
            report.Warn(line, head, $"a head that says that the column is a {Word(column.Role)}, as layout.tables in plan.json declares it");
    }

    /// <summary>True for a head of two years of which neither is a range's end nor what is compared with: 2019/2020年.</summary>
    private static bool IsOfTwoYears(string head) => TwoYears().IsMatch(head);

    /// <summary>What a head says that its column is; empty for words that say nothing.</summary>
    private static List<ColumnRole> Said(string head) =>
        [.. Known.Where(entry => entry.Words.Any(word => head.Contains(word, StringComparison.Ordinal))).Select(entry => entry.Role)];

    private static bool Fits(ColumnRole said, ColumnRole declared) =>
        said == declared || (said is ColumnRole.Name && declared is ColumnRole.SeqAndName or ColumnRole.Category);

    private static string Word(ColumnRole role) =>
        role switch
        {
            ColumnRole.SeqAndName => "column of numbers and names",
            ColumnRole.Name => "column of names",
            ColumnRole.Seq => "column of numbers",
            ColumnRole.Category => "column of categories",
            ColumnRole.Unit => "column of units",
            ColumnRole.Baseline => "baseline",
            ColumnRole.Target => "target",
            ColumnRole.Growth => "column of growth",
            ColumnRole.Attribute => "column of attributes",
            _ => "text",
        };

    [GeneratedRegex("(?:19|20|21)\\d{2}年?[/、或和及](?:19|20|21)\\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoYears();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?:19|20|21)\\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
