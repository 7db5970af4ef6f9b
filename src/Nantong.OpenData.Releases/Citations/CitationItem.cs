using System.Text.Json.Serialization;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>A citation as data: an item of CSL-JSON, from which every style is written. Members without a value are absent, as that format wants
/// it.</summary>
/// <param name="Id">Its key: plan, version and target.</param>
/// <param name="Type"><c>report</c> for text, <c>dataset</c> for data.</param>
/// <param name="Title">Title of the part that is cited, or of the whole.</param>
/// <param name="Author">Who issued the plan.</param>
/// <param name="Issued">When.</param>
/// <param name="Version">Version of the release.</param>
/// <param name="Publisher">Who publishes the data: not the issuer.</param>
/// <param name="Number">The plan's document number.</param>
/// <param name="Url">Address of what is cited, at exactly this release.</param>
/// <param name="Language">Language of it, as a BCP 47 tag.</param>
/// <param name="Note">Who issued the document, who publishes the data, and that this is not official.</param>
public sealed record CitationItem(
    string Id,
    string Type,
    string Title,
    IReadOnlyList<CitationName> Author,
    CitationDate Issued,
    string Version,
    string Publisher,
    string Number,
    [property: JsonPropertyName("URL")] string Url,
    string Language,
    string Note
)
{
    /// <summary>Title of the plan, when a part of it is cited.</summary>
    [JsonPropertyName("container-title")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ContainerTitle { get; init; }

    /// <summary>When the citing person read it, as the request said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CitationDate? Accessed { get; init; }

    /// <summary>The title in English, an editorial translation: not part of CSL-JSON.</summary>
    [JsonIgnore]
    public string English { get; init; } = "";

    /// <summary>The title of the plan in English, when a part of it is cited.</summary>
    [JsonIgnore]
    public string? ContainerEnglish { get; init; }
}

/// <summary>A name that is not to be taken apart.</summary>
/// <param name="Literal">The name.</param>
public sealed record CitationName(string Literal);

/// <summary>A date as CSL-JSON writes it.</summary>
/// <param name="DateParts">One list of year, month and day.</param>
public sealed record CitationDate([property: JsonPropertyName("date-parts")] IReadOnlyList<IReadOnlyList<int>> DateParts)
{
    /// <summary>The date itself.</summary>
    [JsonIgnore]
    public DateOnly Day => new(DateParts[0][0], DateParts[0][1], DateParts[0][2]);

    /// <summary>Writes a date.</summary>
    public static CitationDate Of(DateOnly day) =>
        new([
            [day.Year, day.Month, day.Day],
        ]);
}
