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

        if (heads.All(head => Says(Spaces().Replace(head, "")) is null))
        {
            report.Fault(line, string.Join('\t', heads), "column heads: words such as 指标 单位 属性, and the years of baseline and target");
            return;
        }

        foreach (var (head, column) in heads.Zip(columns))
        {
            if (column.Role is ColumnRole.Text) continue;
            var text = Spaces().Replace(head, "");
            if (column.Year is { } year && Years().Matches(text) is { Count: > 0 } years)
            {
                if (!years.Any(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) == year))
                    report.Fault(line, head, string.Create(CultureInfo.InvariantCulture, $"a head for {year}, as layout.tables in plan.json declares this column"));
                else if (Says(text) is { } other && other != column.Role && other is ColumnRole.Baseline or ColumnRole.Target or ColumnRole.Growth)
                    report.Fault(line, head, $"the head of a {Word(column.Role)}, as layout.tables in plan.json declares this column");
                continue;
            }

            if (Says(text) is not { } said)
                report.Warn(line, head, $"a head that says that the column is {Word(column.Role)}, as layout.tables in plan.json declares it");
            else if (!Fits(said, column.Role))
                report.Fault(line, head, $"the head of a column of {Word(column.Role)}, as layout.tables in plan.json declares it");
            else if (column.Year is { } undated)
                report.Warn(line, head, string.Create(CultureInfo.InvariantCulture, $"a head with the year {undated}, as layout.tables in plan.json declares it"));
        }
    }

    /// <summary>What a head says that its column is; null for words that say nothing.</summary>
    private static ColumnRole? Says(string head)
    {
        foreach (var (role, words) in Known)
        {
            if (words.Any(word => head.Contains(word, StringComparison.Ordinal))) return role;
        }

        return Years().IsMatch(head) ? ColumnRole.Target : null;
    }

    private static bool Fits(ColumnRole said, ColumnRole declared) => said == declared || (said is ColumnRole.Name && declared is ColumnRole.SeqAndName or ColumnRole.Category);

    private static string Word(ColumnRole role) => role switch
    {
        ColumnRole.SeqAndName => "numbers and names",
        ColumnRole.Name => "names",
        ColumnRole.Seq => "numbers",
        ColumnRole.Category => "categories",
        ColumnRole.Unit => "units",
        ColumnRole.Baseline => "baseline",
        ColumnRole.Target => "target",
        ColumnRole.Growth => "growth",
        ColumnRole.Attribute => "attributes",
        _ => "text",
    };

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?:19|20|21)\\d{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
