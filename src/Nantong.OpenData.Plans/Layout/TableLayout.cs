using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>What the rows of a table are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TableRole>))]
public enum TableRole
{
    /// <summary>Indicators.</summary>
    [JsonStringEnumMemberName("indicators")]
    Indicators,

    /// <summary>Projects: published as text.</summary>
    [JsonStringEnumMemberName("projects")]
    Projects,

    /// <summary>Anything else: published as text.</summary>
    [JsonStringEnumMemberName("plain")]
    Plain,
}

/// <summary>One table.</summary>
/// <param name="Caption">How its caption begins: <c>表{n}：</c>, <c>附表：</c>.</param>
/// <param name="Role">What its rows are.</param>
/// <param name="Columns">What its columns are, in order: see <see cref="TableColumn"/>.</param>
/// <param name="N">The number that its caption prints; null where the caption prints none.</param>
/// <param name="Note">How the note under it begins (<c>注：</c>); null for a table without one.</param>
/// <param name="Cumulative">The brackets that mark a number as a sum over the years of the plan: <c>[]</c>, <c>〔〕</c>. Any form without it.</param>
/// <param name="NoteEn">The note in English; the plan's <c>cumulativeNote</c> without it.</param>
/// <param name="Category">Id of the category of every row, for a table without a column of categories.</param>
public sealed record TableLayout(
    string Caption,
    TableRole Role,
    IReadOnlyList<string> Columns,
    int? N = null,
    string? Note = null,
    string? Cumulative = null,
    string? NoteEn = null,
    string? Category = null
);
