using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Layout;

namespace Nantong.OpenData.Plans;

/// <summary>What the editors say about a plan in <c>plan.json</c>: ids, labels, units, rights, and the counts that the source must have.</summary>
public sealed record PlanDescription
{
    /// <summary>Id of the plan, a lower-case ASCII slug: <c>urbanization-14fyp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title in both languages.</summary>
    public required Label Title { get; init; }

    /// <summary>What the plan is, in a sentence or two.</summary>
    public required Label Description { get; init; }

    /// <summary>Language of the text, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>First and last year that the plan covers.</summary>
    public required PlanYears Years { get; init; }

    /// <summary>Who speaks here, and who does not.</summary>
    public required Authority Authority { get; init; }

    /// <summary>Licence of what we add: curation and metadata.</summary>
    public required License License { get; init; }

    /// <summary>Rights statement for the text itself.</summary>
    public required Label TextRights { get; init; }

    /// <summary>The categories of the indicator table.</summary>
    public required IReadOnlyList<Category> Categories { get; init; }

    /// <summary>What the editors add to each indicator.</summary>
    public required IReadOnlyList<IndicatorCuration> Indicators { get; init; }

    /// <summary>The note under the table on cumulative numbers, in English: an editorial translation. Null where no table has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CumulativeNote { get; init; }

    /// <summary>Words under which catalogues list the plan; null where the parts of its title serve: see <see cref="Plans.Keywords"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Label>? Keywords { get; init; }

    /// <summary>How the source is set; null in a release, which keeps what was read and not how.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PlanLayout? Layout { get; init; }

    /// <summary>Who issued the plan and when, where no notice says so; null in a release, whose title block says it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IssuedBy? Issued { get; init; }

    /// <summary>Id of the place in <c>places.json</c> that the stated baselines are for; null in a release, whose observations name it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Area { get; init; }

    /// <summary>Headings in English by the id of their node: editorial translations, never official. Null when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Headings { get; init; }

    /// <summary>Subjects of commitments in English by their words: editorial translations, never official. Null when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Subjects { get; init; }

    /// <summary>What the source must hold; a source that differs is refused.</summary>
    public required Expectation Expect { get; init; }

    /// <summary>Where the JSON Schema of the file is, for editors that complete while somebody types; null in a release.</summary>
    [JsonPropertyName("$schema")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Schema { get; init; }

    /// <summary>The description as a release keeps it: without what only the reading of the source needs.</summary>
    internal PlanDescription AsPublished() =>
        this with
        {
            Schema = null,
            Layout = null,
            Issued = null,
            Area = null,
            Indicators = [.. Indicators.Select(indicator => indicator with { Direction = null, Name = null })],
        };

    /// <summary>True for what may be an id, of a plan or of a record that its editors name: small letters, digits and hyphens between them, at most
    /// 64.</summary>
    public static bool IsId(string id) =>
        id.Length is > 0 and <= 64
        && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-')
        && id[0] != '-'
        && id[^1] != '-';
}

/// <summary>Who issued a plan that has no notice.</summary>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Date">Date of issue.</param>
public sealed record IssuedBy(string Issuer, DateOnly Date);

/// <summary>The years that a plan covers.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
/// <param name="Baseline">Base year of the indicators.</param>
/// <param name="Target">Target year of the indicators.</param>
public sealed record PlanYears(int From, int To, int Baseline, int Target);

/// <summary>Who speaks in an answer of this service.</summary>
/// <param name="Official">Always false: this service is not the government's voice.</param>
/// <param name="Statement">That fact as a sentence.</param>
/// <param name="OfficialSource">Where the authentic text comes from.</param>
/// <param name="DocumentNumber">Its document number.</param>
public sealed record Authority(bool Official, Label Statement, Label OfficialSource, string DocumentNumber);

/// <summary>A licence.</summary>
/// <param name="Id">SPDX id.</param>
/// <param name="Name">Name of the licence.</param>
/// <param name="Url">Where its text is.</param>
/// <param name="Scope">What it covers.</param>
public sealed record License(string Id, string Name, string Url, string Scope);

/// <summary>What the editors add to one indicator.</summary>
/// <param name="Seq">The printed number.</param>
/// <param name="Id">Stable slug.</param>
/// <param name="En">The name in English.</param>
/// <param name="Unit">The unit to show and its code, and whether the plan prints one.</param>
/// <param name="Notes">Editorial notes; empty when there are none.</param>
/// <param name="Short">A short name: at most 12 Chinese and 32 Latin characters; the full one when null.</param>
/// <param name="Direction">Which way the value is meant to go, where an editor says so; null where it follows from what the row prints, and in a
/// release.</param>
/// <param name="Name">The printed name, so that rows that change places are noticed; null where nobody wrote it, and in a release.</param>
public sealed record IndicatorCuration(
    int Seq,
    string Id,
    string En,
    UnitCuration Unit,
    IReadOnlyList<Label> Notes,
    Label? Short = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DeclaredDirection? Direction = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null
);

/// <summary>A direction that an editor declares.</summary>
/// <param name="Value">One of the directions of an indicator: <c>increase</c>, <c>rate-of-decline</c>.</param>
/// <param name="Rule">What it follows from.</param>
public sealed record DeclaredDirection(string Value, string Rule);

/// <summary>What the editors say about a unit.</summary>
/// <param name="Raw">The unit that the source must print; null when it prints none.</param>
/// <param name="Label">The unit to show.</param>
/// <param name="Ucum">Its UCUM code.</param>
/// <param name="Inferred">True when it is our reading.</param>
/// <param name="Suffix">What follows a number in a sentence; empty strings where nothing does.</param>
public sealed record UnitCuration(string? Raw, string? Label, string? Ucum, bool Inferred, Label Suffix);

/// <summary>What the source must hold.</summary>
/// <param name="Sections">Number of sections of each chapter, in order.</param>
/// <param name="Paragraphs">Number of body paragraphs.</param>
/// <param name="Columns">Kind and number of items of each column (专栏), in order.</param>
/// <param name="Indicators">Number of indicators.</param>
/// <param name="Joins">Number of sentences cut by a page break.</param>
public sealed record Expectation(IReadOnlyList<int> Sections, int Paragraphs, IReadOnlyList<ExpectedColumn> Columns, int Indicators, int Joins);

/// <summary>What one column (专栏) must hold.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Items">Its number of items.</param>
public sealed record ExpectedColumn(Columns.ColumnKind Kind, int Items);
