using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Files.Delimited;

namespace Nantong.OpenData.Releases.Files;

/// <summary>What the values of a column are, in every tabular format.</summary>
public enum DataType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with the decimal places that it is printed with.</summary>
    Decimal,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A day: <c>2025-12-31</c>.</summary>
    Date,
}

/// <summary>One column of a dataset: what CSV heads, sheets, Table Schema and CSVW say about it.</summary>
/// <param name="Name">Its id: the JSON path of the field in snake case, joined by underscores.</param>
/// <param name="Label">Its heading in Chinese, and in English what it holds.</param>
/// <param name="Type">What its values are.</param>
public sealed record DataColumn(string Name, Label Label, DataType Type)
{
    /// <summary>True when the column is part of what tells one row from all others; it is never empty then.</summary>
    public bool IsKey { get; init; }

    /// <summary>True when a cell holds a list, its entries parted by <see cref="Separator"/>.</summary>
    public bool IsList { get; init; }

    /// <summary>What parts the entries of a list in one cell.</summary>
    public const string Separator = " | ";

    /// <summary>Name of the column that holds the unit of this one's numbers in the same row; null for what has no unit.</summary>
    public string? UnitIn { get; init; }

    /// <summary>Name of the column that says why this one is empty in the same row; null where an empty value says nothing but that there is
    /// none.</summary>
    public string? ReasonIn { get; init; }

    /// <summary>The codes that may stand in it, with their meaning; null where it holds none.</summary>
    public IReadOnlyList<CodeLabel>? Codes { get; init; }

    /// <summary>The records whose ids stand in it; null where it names none.</summary>
    public NamedRecords? Names { get; init; }
}

/// <summary>A value of a column, as every format prints it.</summary>
/// <param name="Type">What it is.</param>
/// <param name="Text">Its one spelling: <c>2.50</c>, <c>true</c>, <c>2025-12-31</c>; null when there is none.</param>
public readonly record struct Cell(DataType Type, string? Text)
{
    /// <summary>The value as a number; null for what is none.</summary>
    public decimal? Number =>
        Text is not null && Type is DataType.Integer or DataType.Decimal
            ? decimal.Parse(Text!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The value as a day; null for what is none.</summary>
    public DateOnly? Day => Text is not null && Type is DataType.Date ? DateOnly.ParseExact(Text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}

/// <summary>A column with the way to its value.</summary>
/// <typeparam name="T">What a row shows.</typeparam>
internal sealed record Field<T>(DataColumn Column, Func<T, string?> Value)
{
    public Field(string name, string zh, string en, Func<T, string?> value)
        : this(new DataColumn(name, new Label(zh, en), DataType.String), value) { }

    public Field(string name, string zh, string en, Func<T, int?> value)
        : this(new DataColumn(name, new Label(zh, en), DataType.Integer), row => value(row)?.ToString(CultureInfo.InvariantCulture)) { }

    public Field(string name, string zh, string en, Func<T, decimal?> value)
        : this(new DataColumn(name, new Label(zh, en), DataType.Decimal), row => value(row)?.ToString(CultureInfo.InvariantCulture)) { }

    public Field(string name, string zh, string en, Func<T, bool?> value)
        : this(
            new DataColumn(name, new Label(zh, en), DataType.Boolean),
            row =>
                value(row) switch
                {
                    null => null,
                    true => "true",
                    false => "false",
                }
        ) { }

    public Field(string name, string zh, string en, Func<T, DateOnly?> value)
        : this(new DataColumn(name, new Label(zh, en), DataType.Date), row => value(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { }

    /// <summary>A list in one cell, its entries parted by <c> | </c>; empty for none.</summary>
    public Field(string name, string zh, string en, Func<T, IReadOnlyList<string>> value)
        : this(
            new DataColumn(name, new Label(zh, en), DataType.String) { IsList = true },
            row => value(row) is [_, ..] entries ? string.Join(DataColumn.Separator, entries) : null
        ) { }

    public Field<T> Key() => this with { Column = Column with { IsKey = true } };

    /// <summary>The unit of the numbers stands in another column of the row.</summary>
    public Field<T> In(string unitColumn) => this with { Column = Column with { UnitIn = unitColumn } };

    /// <summary>What stands in it are codes.</summary>
    public Field<T> Coded(IReadOnlyList<CodeLabel> codes) => this with { Column = Column with { Codes = codes } };

    /// <summary>What stands in it are ids of records that have names.</summary>
    public Field<T> Naming(NamedRecords records) => this with { Column = Column with { Names = records } };

    /// <summary>Another column of the row says why there is no value.</summary>
    public Field<T> Or(string reasonColumn) => this with { Column = Column with { ReasonIn = reasonColumn } };
}
