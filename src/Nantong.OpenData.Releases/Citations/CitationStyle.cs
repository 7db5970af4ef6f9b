using System.Text.Json.Serialization;

namespace Nantong.OpenData.Releases.Citations;

/// <summary>A way to write a citation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CitationStyle>))]
public enum CitationStyle
{
    /// <summary>GB/T 7714—2015, numeric order.</summary>
    [JsonStringEnumMemberName("gbt7714")]
    Gbt7714,

    /// <summary>APA, 7th edition.</summary>
    [JsonStringEnumMemberName("apa")]
    Apa,

    /// <summary>BibTeX.</summary>
    [JsonStringEnumMemberName("bibtex")]
    Bibtex,

    /// <summary>RIS.</summary>
    [JsonStringEnumMemberName("ris")]
    Ris,

    /// <summary>CSL-JSON.</summary>
    [JsonStringEnumMemberName("csl")]
    Csl,

    /// <summary>A sentence in Chinese.</summary>
    [JsonStringEnumMemberName("plain")]
    Plain,
}
