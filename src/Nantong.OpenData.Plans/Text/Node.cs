using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Text;

/// <summary>What a node of the text is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NodeType>))]
public enum NodeType
{
    /// <summary>The cover notice that issues the plan; its heading is the notice's title.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice,

    /// <summary>One line of the notice: document number, addressees, text, issuer, date, publicity.</summary>
    [JsonStringEnumMemberName("notice-line")]
    NoticeLine,

    /// <summary>The preamble; its heading is the plan's title.</summary>
    [JsonStringEnumMemberName("preamble")]
    Preamble,

    /// <summary>A chapter (一、).</summary>
    [JsonStringEnumMemberName("chapter")]
    Chapter,

    /// <summary>A section of a chapter (（一）).</summary>
    [JsonStringEnumMemberName("section")]
    Section,

    /// <summary>A body paragraph, whole across page breaks.</summary>
    [JsonStringEnumMemberName("paragraph")]
    Paragraph,

    /// <summary>The indicator table: caption and column heads.</summary>
    [JsonStringEnumMemberName("table")]
    Table,

    /// <summary>One row of the indicator table.</summary>
    [JsonStringEnumMemberName("table-row")]
    TableRow,

    /// <summary>The note under the indicator table.</summary>
    [JsonStringEnumMemberName("table-note")]
    TableNote,

    /// <summary>A boxed project column (专栏): its title, and its column heads where it is a table.</summary>
    [JsonStringEnumMemberName("column")]
    Column,

    /// <summary>One item of a column.</summary>
    [JsonStringEnumMemberName("column-item")]
    ColumnItem,
}

/// <summary>One node of the plan's text: a place that can be addressed, read and cited.</summary>
/// <remarks>Offsets count Unicode code points; the source has none outside the Basic Multilingual Plane, so they are UTF-16 units too.</remarks>
public sealed record Node
{
    /// <summary>Dotted id, unique within the plan: <c>ch5.s5.p2</c>, <c>col4.i2</c>, <c>table1.r13</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the node below <c>/text</c>: <c>/ch5/s5/p2</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Akoma Ntoso element id: <c>chp_5__sec_5__para_2</c>.</summary>
    public required string Eid { get; init; }

    /// <summary>What the node is.</summary>
    public required NodeType Type { get; init; }

    /// <summary>Position in the reading order of the source, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The number as printed (<c>五</c>, <c>（五）</c>, <c>(二)</c>, <c>专栏4</c>, <c>表1</c>); null when none is printed.</summary>
    public string? Number { get; init; }

    /// <summary>The heading as printed, without its number; null for nodes without one.</summary>
    public string? Heading { get; init; }

    /// <summary>What the node is about, in English: an editorial translation of its heading, never official; null where there is none.</summary>
    public string? HeadingEn { get; init; }

    /// <summary>The opening sentence that serves as a run-in heading (<c>强化污染防治攻坚。</c>); null when the paragraph has none.</summary>
    public string? Lead { get; init; }

    /// <summary>The node's own text with page breaks joined and applied errata replaced; children are not repeated here.</summary>
    public required string Text { get; init; }

    /// <summary>Where the text stands in the source, and what was done to it.</summary>
    public required NodeSource Source { get; init; }

    /// <summary>SHA-256 of <c>text</c> in UTF-8, as lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Id of the node that holds this one; null at the top level.</summary>
    public string? Parent { get; init; }

    /// <summary>Id of the node before this one in reading order; null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>Id of the node after this one in reading order; null for the last.</summary>
    public string? Next { get; init; }

    /// <summary>The nodes directly below this one, when an answer carries them; null where it does not.</summary>
    public IReadOnlyList<Node>? Children { get; init; }
}

/// <summary>The verbatim layer of one node.</summary>
/// <param name="Verbatim">The characters of the source, unchanged, line feeds included.</param>
/// <param name="Lines">First and last line in the source, from 1.</param>
/// <param name="CharStart">First character in the source, from 0.</param>
/// <param name="CharEnd">One past the last character in the source.</param>
/// <param name="Joins">Page breaks that were closed to make the text whole.</param>
/// <param name="Normalizations">Errata that were applied to make the text.</param>
public sealed record NodeSource(
    string Verbatim,
    IReadOnlyList<int> Lines,
    int CharStart,
    int CharEnd,
    IReadOnlyList<Join> Joins,
    IReadOnlyList<Normalization> Normalizations
);

/// <summary>A sentence cut by a page break and made whole.</summary>
/// <param name="At">Where in the node's text the two halves meet.</param>
/// <param name="Kind">Always <c>page-break</c>.</param>
/// <param name="Line">Line of the source that the break cuts off, from 1.</param>
public sealed record Join(int At, string Kind, int Line);

/// <summary>A listed erratum applied to the text.</summary>
/// <param name="At">Where the replacement begins in the node's text.</param>
/// <param name="From">The characters of the source.</param>
/// <param name="To">The characters of the text.</param>
/// <param name="Erratum">Id of the erratum.</param>
public sealed record Normalization(int At, string From, string To, string Erratum);
