using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>What a column of a table holds.</summary>
internal enum ColumnRole
{
    Category,
    Seq,
    Name,
    SeqAndName,
    Unit,
    Baseline,
    Target,
    Growth,
    Attribute,
    Text,
}

/// <summary>A column as <c>plan.json</c> declares it: <c>category</c>, <c>seq</c>, <c>name</c>, <c>name(unit)</c>, <c>seq.name</c>,
/// <c>seq.name(unit)</c>, <c>unit</c>, <c>baseline:2020</c>, <c>target:2025</c>, <c>growth</c>, <c>attribute</c>, or <c>text</c> for one that is no
/// data.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Year">The year that a baseline or target is for; null for any other column.</param>
/// <param name="HasUnit">True when the cell ends with the unit in brackets.</param>
internal sealed partial record TableColumn(ColumnRole Role, int? Year, bool HasUnit)
{
    /// <summary>The rule that a declared column breaks, as a noun phrase.</summary>
    public const string Rule =
        "one of category, seq, name, name(unit), seq.name, seq.name(unit), unit, baseline:YEAR, target:YEAR, growth, attribute, text";

    /// <summary>Reads a declared column; null when it is none.</summary>
    public static TableColumn? Find(string declared)
    {
        if (Dated().Match(declared) is { Success: true } dated)
        {
            var year = int.Parse(dated.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            return new(dated.Groups[1].Value is "baseline" ? ColumnRole.Baseline : ColumnRole.Target, year, false);
        }

        return declared switch
        {
            "category" => new(ColumnRole.Category, null, false),
            "seq" => new(ColumnRole.Seq, null, false),
            "name" => new(ColumnRole.Name, null, false),
            "name(unit)" => new(ColumnRole.Name, null, true),
            "seq.name" => new(ColumnRole.SeqAndName, null, false),
            "seq.name(unit)" => new(ColumnRole.SeqAndName, null, true),
            "unit" => new(ColumnRole.Unit, null, false),
            "growth" => new(ColumnRole.Growth, null, false),
            "attribute" => new(ColumnRole.Attribute, null, false),
            "text" => new(ColumnRole.Text, null, false),
            _ => null,
        };
    }

    /// <summary>The columns of a table; those that cannot be read are text, which the rules of <c>plan.json</c> have refused before.</summary>
    public static IReadOnlyList<TableColumn> Of(TableLayout table) =>
        [.. table.Columns.Select(declared => Find(declared) ?? new TableColumn(ColumnRole.Text, null, false))];

    [GeneratedRegex("^(baseline|target):(\\d{4})$", RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}
