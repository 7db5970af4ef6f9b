using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>One of the plan's indicators: a row of table 1 as data.</summary>
public sealed record Indicator
{
    /// <summary>Stable slug: <c>built-up-green-coverage</c>. Never re-used. Curated in <c>plan.json</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The printed number, from 1.</summary>
    public required int Seq { get; init; }

    /// <summary>The printed name, without number and unit.</summary>
    public required string Name { get; init; }

    /// <summary>The name in both languages; the English is an editorial translation.</summary>
    public required Label Label { get; init; }

    /// <summary>A short name for charts and narrow columns, at most 12 Chinese or 32 Latin characters; both languages are editorial.</summary>
    public Label ShortLabel
    {
        get => field ?? Label;
        init;
    }

    /// <summary>The category that the table groups it under.</summary>
    public required Category Category { get; init; }

    /// <summary>The unit as printed and as a code.</summary>
    public required Unit Unit { get; init; }

    /// <summary>Largest number of decimal places printed in the row; null for a milestone.</summary>
    public required int? Decimals { get; init; }

    /// <summary>The value of the base year.</summary>
    public required Baseline Baseline { get; init; }

    /// <summary>The value that the plan sets for the target year.</summary>
    public required Target Target { get; init; }

    /// <summary>Which way the value is meant to go: inferred, never printed.</summary>
    public required Direction Direction { get; init; }

    /// <summary>How the target binds, where the table has a column for it (属性): <c>binding</c> (约束性) or <c>expected</c> (预期性); null where it has
    /// none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Attribute { get; init; }

    /// <summary>The yearly growth that the table sets beside the target (年均); null where it sets none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Growth? Growth { get; init; }

    /// <summary>The row as a sentence.</summary>
    public required Label Statement { get; init; }

    /// <summary>Notes of the source and of the editors.</summary>
    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Where the row stands.</summary>
    public required IndicatorSource Source { get; init; }
}

/// <summary>A yearly growth that a table sets.</summary>
/// <param name="Raw">The cell as printed: <c>6.5左右</c>, <c>[3.2]</c>.</param>
/// <param name="Value">The rate in per cent, or the sum where it is cumulative; null for words.</param>
/// <param name="Operator">The printed operator; <c>none</c> for a bare number.</param>
/// <param name="Approx">True when the cell prints 左右 (about).</param>
/// <param name="Cumulative">True when the cell stands in brackets: a sum over the years of the plan.</param>
public sealed record Growth(string Raw, decimal? Value, TargetOperator Operator, bool Approx, bool Cumulative);

/// <summary>A group of indicators in table 1.</summary>
/// <param name="Id">Stable slug: <c>city-function</c>. Curated in <c>plan.json</c>.</param>
/// <param name="Name">The printed name: <c>城市功能</c>.</param>
/// <param name="Label">The name in both languages.</param>
public sealed record Category(string Id, string Name, Label Label);

/// <summary>A unit of measure.</summary>
/// <param name="Raw">The unit as printed between brackets, spaces included (<c>m ² </c>); null when none is printed.</param>
/// <param name="Label">The unit to show (<c>m²</c>); null for a milestone and for a ratio.</param>
/// <param name="Ucum">UCUM code (<c>%</c>, <c>m2</c>, <c>{item}</c>, <c>1</c> for a ratio); null for a milestone.</param>
/// <param name="Inferred">True when the plan prints no unit and the code is our reading.</param>
public sealed record Unit(string? Raw, string? Label, string? Ucum, bool Inferred)
{
    /// <summary>The unit of the value in English, 万 and 亿 multiplied out: editorial, never official. Null for a milestone and for a ratio.</summary>
    public string? LabelEn
    {
        get => field ?? UnitNames.Of(Ucum);
        init => field = value == UnitNames.Of(Ucum) ? null : value;
    }
}

/// <summary>A note on an indicator.</summary>
/// <param name="Text">The note.</param>
/// <param name="Kind"><c>source</c> when the plan prints it, <c>editorial</c> when it is ours.</param>
/// <param name="Mandatory">True when the number must not be shown without it.</param>
public sealed record Note(Label Text, string Kind, bool Mandatory);

/// <summary>Where an indicator stands in the source.</summary>
/// <param name="Node">Id of the table row: <c>table1.r13</c>.</param>
/// <param name="Line">Line in the source, from 1.</param>
/// <param name="CharStart">First character in the source, from 0.</param>
/// <param name="CharEnd">One past the last character.</param>
public sealed record IndicatorSource(string Node, int Line, int CharStart, int CharEnd);
