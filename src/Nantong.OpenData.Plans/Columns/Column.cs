using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Columns;

/// <summary>How a column (专栏) is set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ColumnKind>))]
public enum ColumnKind
{
    /// <summary>Paragraphs that each begin with the name of a project.</summary>
    [JsonStringEnumMemberName("items")]
    Items,

    /// <summary>Paragraphs of prose, one as a rule.</summary>
    [JsonStringEnumMemberName("prose")]
    Prose,

    /// <summary>A table: the first cell of a row is the heading of an item.</summary>
    [JsonStringEnumMemberName("table")]
    Table,

    /// <summary>Lines, each an item of its own.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>Headings on lines of their own, each with the paragraph below it.</summary>
    [JsonStringEnumMemberName("headed")]
    Headed,
}

/// <summary>A boxed project column (专栏) of the plan.</summary>
/// <param name="Id">Node id: <c>col4</c>.</param>
/// <param name="Number">The printed number, from 1.</param>
/// <param name="Title">The printed title.</param>
/// <param name="Kind">How it is set.</param>
/// <param name="Anchor">Where it stands in the reading order: the node it follows, as <c>ch5.s4.p3/after</c>.</param>
/// <param name="Section">Id of the section that it stands in.</param>
/// <param name="Heads">The column heads of a table; empty otherwise.</param>
/// <param name="Items">Its items in reading order; prose has one, without a heading.</param>
public sealed record Column(
    string Id,
    int Number,
    string Title,
    ColumnKind Kind,
    string Anchor,
    string Section,
    IReadOnlyList<string> Heads,
    IReadOnlyList<ColumnItem> Items
)
{
    /// <summary>What the column is about, in English: an editorial translation of its title, never official; null where there is none.</summary>
    public string? TitleEn { get; init; }
}

/// <summary>One item of a column.</summary>
/// <param name="Id">Node id: <c>col4.i2</c>.</param>
/// <param name="Number">Position in the column, from 1.</param>
/// <param name="Heading">The project's name or the table's first cell; null in prose.</param>
/// <param name="Text">The item's text with applied errata; for a table of two columns its second cell, for a wider one the row.</param>
public sealed record ColumnItem(string Id, int Number, string? Heading, string Text)
{
    /// <summary>What the item is about, in English: an editorial translation, never official; null where there is none.</summary>
    public string? HeadingEn { get; init; }
}
