using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>How a box (专栏) is set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoxForm>))]
public enum BoxForm
{
    /// <summary>Paragraphs that each open with a name.</summary>
    [JsonStringEnumMemberName("items")]
    Items,

    /// <summary>Lines, each an item of its own, with or without a stop at the end.</summary>
    [JsonStringEnumMemberName("list")]
    List,

    /// <summary>Paragraphs of prose.</summary>
    [JsonStringEnumMemberName("prose")]
    Prose,

    /// <summary>A table: column heads, then rows.</summary>
    [JsonStringEnumMemberName("table")]
    Table,

    /// <summary>Headings on lines of their own, each with the paragraph below it.</summary>
    [JsonStringEnumMemberName("headed")]
    Headed,
}

/// <summary>One box (专栏). No mark closes a box, so where it ends is declared: by its form, its number of items, or the words of its last
/// line.</summary>
/// <param name="Caption">How its caption begins: <c>专栏{n}：</c>, <c>专栏{zh} </c>, <c>专栏：</c>.</param>
/// <param name="Layout">How it is set.</param>
/// <param name="N">The number that its caption prints; null where the caption prints none.</param>
/// <param name="Item">How an item opens: <c>{name}工程。</c>, <c>{n}．</c>; <c>{name}工程。</c> for items without it. No other form uses it but a
/// list.</param>
/// <param name="Items">Its number of items; null where its form or <paramref name="Ends"/> tells the end.</param>
/// <param name="Ends">Words of its last line; null where its form or <paramref name="Items"/> tells the end.</param>
/// <param name="Columns">Number of columns of a table; 2 without it.</param>
public sealed record BoxLayout(
    string Caption,
    BoxForm Layout,
    int? N = null,
    string? Item = null,
    int? Items = null,
    string? Ends = null,
    int? Columns = null
);
