using System.Globalization;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>Rules of a declared layout that its form does not say.</summary>
internal static class LayoutRules
{
    private static readonly string[] Taken = ["p", "i", "r", "c", "x", "j", "col", "table", "pre", "notice", "note", "annex"];

    /// <summary>The breaches, each with its path, what is found and what is allowed.</summary>
    public static IEnumerable<(string Path, string Found, string Rule)> Of(PlanDescription about)
    {
        if (about.Layout is not { } layout)
        {
            yield return (
                "$",
                "no member 'layout'",
                "an object with a member 'layout', which says how the source is set. A plan.json from before layouts were declared has none: "
                    + "'opendata new' guesses one from the source, and src/plans/GUIDE.md says what it means"
            );
            yield break;
        }

        foreach (var (at, ignored) in (layout.Ignore ?? []).Index())
        {
            if (ignored.Times is < 1)
                yield return ($"$.layout.ignore[{Text(at)}].times", Text(ignored.Times.Value), "how often the source has the line, 1 or more");
        }

        if (about.Issued is not null && (layout.Notice ?? []).Contains(NoticePart.Issuer) && layout.Notice!.Contains(NoticePart.Date))
            yield return ("$.issued", about.Issued.Issuer, "no member 'issued' where layout.notice has the issuer and the date: the notice says it");
        foreach (var breach in OfNotice(layout).Concat(OfLevels(layout)).Concat(OfBoxes(layout, about.Expect)))
            yield return breach;
        foreach (var (at, table) in (layout.Tables ?? []).Index())
        {
            foreach (var breach in OfTable($"$.layout.tables[{Text(at)}]", table, about))
                yield return breach;
        }
    }

    private static IEnumerable<(string Path, string Found, string Rule)> OfNotice(PlanLayout layout)
    {
        var notice = layout.Notice ?? [];
        if (notice.Distinct().Count() < notice.Count)
            yield return ("$.layout.notice", string.Join(", ", notice), "each part of the notice once");
        if (notice.Count > 0 && notice[0] is not NoticePart.Title)
            yield return ("$.layout.notice", string.Join(", ", notice), "a notice that begins with its title");
    }

    private static IEnumerable<(string Path, string Found, string Rule)> OfLevels(PlanLayout layout)
    {
        if (layout.Levels.Count == 0)
            yield return ("$.layout.levels", "[]", "at least one level of headings");
        HashSet<string> ids = new(StringComparer.Ordinal),
            patterns = new(StringComparer.Ordinal);
        foreach (var (at, level) in layout.Levels.Index())
        {
            var path = $"$.layout.levels[{Text(at)}]";
            var named = at switch
            {
                0 => level.Id is "ch",
                1 => level.Id is "s",
                _ => level.Id.Length is > 0 and <= 8 && level.Id.All(char.IsAsciiLetterLower),
            };
            if (!named || Taken.Contains(level.Id) || !ids.Add(level.Id))
                yield return (
                    $"{path}.id",
                    level.Id,
                    "ch for the first level, s for the second, small letters that no other part of an id has for those below"
                );
            if (level.Pattern is null == level.Headings is null)
                yield return (path, level.Id, "either a pattern or the headings themselves");
            if (level.Pattern is { } pattern && (!LinePattern.HasNumber(pattern) || !patterns.Add(pattern)))
                yield return ($"{path}.pattern", pattern, "a pattern with {zh} or {n} in it, of one level only");
        }
    }

    private static IEnumerable<(string Path, string Found, string Rule)> OfBoxes(PlanLayout layout, Expectation expect)
    {
        var boxes = layout.Boxes ?? [];
        if (boxes.Count != expect.Columns.Count)
            yield return ("$.layout.boxes", $"{Text(boxes.Count)} boxes", $"{Text(expect.Columns.Count)} boxes, as expect.columns has");
        foreach (var (at, box) in boxes.Index())
        {
            var path = $"$.layout.boxes[{Text(at)}]";
            if (LinePattern.HasNumber(box.Caption) != box.N is not null)
                yield return (path, box.Caption, "a caption with {n} or {zh} and its number n, or neither");
            if (box is { Layout: BoxForm.Headed, Items: null, Ends: null } or { Layout: BoxForm.List, Items: null, Ends: null, Item: null })
                yield return (
                    path,
                    box.Layout.ToString().ToLowerInvariant(),
                    "an end: the number of its items, or the words of its last line as 'ends'"
                );
            if (box.Columns is < 1)
                yield return ($"{path}.columns", Text(box.Columns.Value), "1 column or more");
        }
    }

    private static IEnumerable<(string Path, string Found, string Rule)> OfTable(string path, TableLayout table, PlanDescription about)
    {
        if (LinePattern.HasNumber(table.Caption) != table.N is not null)
            yield return (path, table.Caption, "a caption with {n} or {zh} and its number n, or neither");
        foreach (var (at, declared) in table.Columns.Index())
        {
            var column = TableColumn.Find(declared);
            if (column is null)
                yield return ($"{path}.columns[{Text(at)}]", declared, TableColumn.Rule);
            if (table.Role is not TableRole.Indicators)
                continue;
            if (column is { Role: ColumnRole.Target, Year: { } target } && target != about.Years.Target)
                yield return ($"{path}.columns[{Text(at)}]", declared, $"the target year that $.years gives: {Text(about.Years.Target)}");
            if (column is { Role: ColumnRole.Baseline, Year: { } baseline } && baseline != about.Years.Baseline)
                yield return ($"{path}.columns[{Text(at)}]", declared, $"the base year that $.years gives: {Text(about.Years.Baseline)}");
        }

        if (table.Role is not TableRole.Indicators)
            yield break;
        var columns = TableColumn.Of(table);
        if (
            columns.Count(column => column.Role is ColumnRole.Name or ColumnRole.SeqAndName) != 1
            || columns.Count(column => column.Role is ColumnRole.Target) != 1
        )
            yield return ($"{path}.columns", string.Join(", ", table.Columns), "one column of names and one of targets in a table of indicators");
        if (
            columns.Where(column => column.Role is not ColumnRole.Text).GroupBy(column => column.Role).FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
            yield return ($"{path}.columns", string.Join(", ", table.Columns), $"one column of {twice.Key.ToString().ToLowerInvariant()} only");
        if (!columns.Any(column => column.Role is ColumnRole.Category) && about.Categories.All(category => category.Id != table.Category))
            yield return (
                $"{path}.category",
                table.Category ?? "none",
                "the id of a category of plan.json, where the table has no column of categories"
            );
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
