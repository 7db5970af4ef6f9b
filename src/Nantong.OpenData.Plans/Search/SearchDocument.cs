using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Search;

/// <summary>What can be searched.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SearchScope>))]
public enum SearchScope
{
    /// <summary>The nodes of the text but those of the columns.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>The indicators, by name, label, category, unit, statement and notes.</summary>
    [JsonStringEnumMemberName("indicators")]
    Indicators,

    /// <summary>The columns (专栏) and their items.</summary>
    [JsonStringEnumMemberName("columns")]
    Columns,

    /// <summary>The commitments, by subject, quantity and deadline.</summary>
    [JsonStringEnumMemberName("commitments")]
    Commitments,

    /// <summary>The places, by name, alias and label.</summary>
    [JsonStringEnumMemberName("places")]
    Places,
}

/// <summary>A record as search sees it.</summary>
/// <param name="Scope">What it belongs to.</param>
/// <param name="Id">Its id.</param>
/// <param name="Node">What kind of node it is; null for a record that is none.</param>
/// <param name="Title">What to call it in a list.</param>
/// <param name="Chapters">Ids of the chapters, or other nodes at the top, that it stands in.</param>
/// <param name="Order">Position in the reading order of the node that it stands in.</param>
/// <param name="Fields">What of it is searched.</param>
public sealed record SearchDocument(
    SearchScope Scope,
    string Id,
    NodeType? Node,
    string Title,
    IReadOnlyList<string> Chapters,
    int Order,
    IReadOnlyList<SearchField> Fields
);

/// <summary>A member of a record that is searched.</summary>
/// <param name="Member">Its path in the record: <c>text</c>, <c>label.en</c>.</param>
/// <param name="Text">What it says.</param>
/// <param name="NameEnd">Number of characters at its beginning that name the record: all of a heading, the lead of a paragraph. They weigh
/// more.</param>
public sealed record SearchField(string Member, string Text, int NameEnd);
