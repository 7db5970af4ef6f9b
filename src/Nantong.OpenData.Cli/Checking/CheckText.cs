using System.Globalization;
using Nantong.OpenData.Cli.Terminal;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Cli.Checking;

/// <summary>A check as lines for a person: what was read first, what is wrong last, where a terminal shows it.</summary>
internal static class CheckText
{
    /// <summary>Writes the report.</summary>
    public static void Show(Screen screen, CheckReport report)
    {
        screen.Line($"{report.Plan ?? "?"}: {report.Title ?? "plan.json cannot be read"}");
        ShowOutline(screen, report);
        Section(screen, "Indicators as read", report.Indicators.Select(Line));
        Section(
            screen,
            "Boxes as read",
            report.Boxes.Select(box =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{box.Id} {box.Kind.ToString().ToLowerInvariant()}, {box.Items.Count} items: "
                        + $"{string.Join(" | ", box.Items.Select(item => item.Heading ?? Begin(item.Text)))}"
                )
            )
        );
        Section(
            screen,
            "Rows of other tables",
            report.Tables.Select(row => string.Create(CultureInfo.InvariantCulture, $"line {row.Line} ({row.Id}): {string.Join(" | ", row.Cells)}"))
        );
        Section(
            screen,
            "Joins: sentences that go on behind a page break",
            report.Joins.Select(join => string.Create(CultureInfo.InvariantCulture, $"line {join.Line} ({join.Node}): {join.Before} ¦ {join.Behind}"))
        );
        Section(
            screen,
            "Ignored lines",
            report.Ignored.Select(line => string.Create(CultureInfo.InvariantCulture, $"line {line.Line}: {line.Text} ({line.Reason})"))
        );
        Section(screen, "Commitments", report.Commitments.Select(Line));
        Section(
            screen,
            "Digits that are no commitment",
            report.Exclusions.Select(exclusion => $"{exclusion.Id} {exclusion.Reason}: {exclusion.Raw}")
        );
        Section(
            screen,
            "Places",
            report.Places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Id} {place.Name}: {place.Mentions} mentions"))
        );
        ShowFound(screen, "Warnings: to be looked at", report.Warnings, report.WarningCount);
        ShowFound(screen, "Faults: with these it cannot be published", report.Faults, report.FaultCount);
        screen.Line();
        screen.Line(
            report.Publishable
                ? $"It could be published; {Count(report.WarningCount, "warning")}."
                : $"It cannot be published: {Count(report.FaultCount, "fault")}, {Count(report.WarningCount, "warning")}."
        );
    }

    private static void ShowOutline(Screen screen, CheckReport report)
    {
        var counts = report.Counts;
        Section(
            screen,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Outline: {Count(counts.Sections.Count, "chapter")} with {Sections(counts.Sections)} sections, {counts.Paragraphs} "
                    + $"paragraphs, {counts.Boxes} boxes, {counts.Indicators} indicators, {counts.Joins} joins"
            ),
            report.Outline.Select(node =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{new string(' ', node.Depth * 2)}{node.Id} {node.Number} {node.Heading} (line {node.Line}, {node.Below} below)"
                )
            )
        );
    }

    private static string Line(Indicator indicator)
    {
        var target = indicator.Target;
        var value = target switch
        {
            { From: { } from, To: { } to } => $"{Text(from)} to {Text(to)}",
            { Rate: { } rate } => $"{target.Operator} {Text(rate)}% a year",
            { Value: { } number } => $"{target.Operator} {Text(number)}{(target.Approx ? " about" : "")}{(target.Cumulative ? " cumulative" : "")}",
            _ => target.Raw,
        };
        var more = (indicator.Attribute, indicator.Growth) switch
        {
            (null, null) => "",
            var (attribute, growth) => $" | {attribute ?? "no attribute"} | growth {growth?.Raw ?? "none"}",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{indicator.Seq} {indicator.Id}: {indicator.Name} | {indicator.Category.Name} | {Unit(indicator.Unit)} | {indicator.Baseline.Year}: "
                + $"{Baseline(indicator.Baseline)} | {target.Year}: {target.Raw} = {target.Kind} {value} | {indicator.Direction.Value}: "
                + $"{indicator.Direction.Rule}{more}"
        );
    }

    private static string Unit(Unit unit) =>
        unit switch
        {
            { Raw: { } printed } => printed,
            { Label: { } label } => $"{label}, inferred",
            _ => "no unit",
        };

    private static string Baseline(Baseline baseline) =>
        baseline.Value is { } value && Text(value) != baseline.Raw ? $"{baseline.Raw} = {Text(value)}" : baseline.Raw;

    private static string Line(Commitment commitment) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{commitment.Id} {commitment.Kind}: {commitment.Subject} | {commitment.Anchor.Quote.Exact} | {commitment.Operator} "
                + $"{Value(commitment)} {commitment.Unit?.Ucum} | {commitment.Deadline?.Raw ?? "no date"}"
        );

    private static string Value(Commitment commitment) =>
        commitment is { From: { } from, To: { } to } ? $"{Text(from)} to {Text(to)}"
        : commitment.Value is { } value ? Text(value)
        : "no number";

    private static void ShowFound(Screen screen, string heading, IReadOnlyList<Unreadable> shown, int all) =>
        Section(
            screen,
            heading,
            [
                .. shown.Select(found => found.ToString()),
                .. all > shown.Count ? [string.Create(CultureInfo.InvariantCulture, $"and {all - shown.Count} more")] : Array.Empty<string>(),
            ]
        );

    private static void Section(Screen screen, string heading, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
            return;
        screen.Line();
        screen.Line(heading);
        foreach (var line in all)
            screen.Line($"  {line}");
    }

    private static string Sections(IReadOnlyList<int> counts) => counts.Count == 0 ? "no" : string.Join(", ", counts);

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Begin(string text) => text.Length > 12 ? text[..12] + "…" : text;
}
