using System.Text.Json.Serialization;

namespace Nantong.OpenData.Plans.Layout;

/// <summary>How the source of a plan is set, as its editors declare it in <c>plan.json</c>. Nothing is read by a form that is not declared
/// here.</summary>
public sealed record PlanLayout
{
    /// <summary>What stands before the plan's title, in order; null or empty for a plan without a notice.</summary>
    public IReadOnlyList<NoticePart>? Notice { get; init; }

    /// <summary>The levels of headings, the highest first.</summary>
    public required IReadOnlyList<LevelLayout> Levels { get; init; }

    /// <summary>The boxes (专栏) in reading order; null where there are none.</summary>
    public IReadOnlyList<BoxLayout>? Boxes { get; init; }

    /// <summary>The tables in reading order; null where there are none.</summary>
    public IReadOnlyList<TableLayout>? Tables { get; init; }

    /// <summary>The patterns of headings that begin an annex behind the last chapter (<c>附件{n}</c>); null where there is none.</summary>
    public IReadOnlyList<string>? Annexes { get; init; }

    /// <summary>The lines that are no part of the plan's text; null where there are none.</summary>
    public IReadOnlyList<IgnoredLines>? Ignore { get; init; }

    /// <summary>Whether an editor has looked at every sentence that a page break cuts. A plan with proposed joins is not published.</summary>
    public required JoinReview Joins { get; init; }
}

/// <summary>One kind of line in a notice.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticePart>))]
public enum NoticePart
{
    /// <summary>Title of the notice.</summary>
    [JsonStringEnumMemberName("title")]
    Title,

    /// <summary>Document number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>Whom it is addressed to.</summary>
    [JsonStringEnumMemberName("addressees")]
    Addressees,

    /// <summary>Its text, one paragraph or more.</summary>
    [JsonStringEnumMemberName("text")]
    Text,

    /// <summary>Who issued it.</summary>
    [JsonStringEnumMemberName("issuer")]
    Issuer,

    /// <summary>Date of issue.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>Remark on publicity, in brackets.</summary>
    [JsonStringEnumMemberName("publicity")]
    Publicity,
}

/// <summary>Whether the joins were looked at.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoinReview>))]
public enum JoinReview
{
    /// <summary>The program's guess: to be looked at.</summary>
    [JsonStringEnumMemberName("propose")]
    Propose,

    /// <summary>An editor has looked at each; their number stands in <c>expect.joins</c>.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,
}

/// <summary>One level of headings.</summary>
/// <param name="Id">The letters of its ids: <c>ch</c> for the first, <c>s</c> for the second, of the editor's choice below.</param>
/// <param name="Pattern">How its headings begin: <c>{zh}、</c>, <c>第{zh}章</c>, <c>{n}．</c>; null where <paramref name="Headings"/> is given.</param>
/// <param name="Headings">The headings of a level that prints no numbers, each by its whole text; null otherwise.</param>
/// <param name="Through">True when its numbers run through the whole plan; otherwise they begin again under each heading above.</param>
/// <param name="Longest">Longest heading in characters; 40 without it.</param>
public sealed record LevelLayout(
    string Id,
    string? Pattern = null,
    IReadOnlyList<string>? Headings = null,
    bool Through = false,
    int? Longest = null
);

/// <summary>Lines that are no part of the plan's text: a table of contents, page headers, an imprint, captions of figures.</summary>
/// <param name="Text">The line, whole; the first one where <paramref name="Until"/> is given.</param>
/// <param name="Reason">Why it is left out.</param>
/// <param name="Until">The last line of a passage; null where each line is meant alone.</param>
/// <param name="Times">How often it stands there; once without it.</param>
public sealed record IgnoredLines(string Text, string Reason, string? Until = null, int? Times = null);
