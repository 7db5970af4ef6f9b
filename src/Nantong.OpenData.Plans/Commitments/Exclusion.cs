using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Commitments;

/// <summary>Why digits in the text are no quantity.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExclusionReason>))]
public enum ExclusionReason
{
    /// <summary>Number of an official document: 〔2021〕70号.</summary>
    [JsonStringEnumMemberName("document-number")]
    DocumentNumber,

    /// <summary>A date or year that is no deadline of a commitment.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>Number of a box, table, figure or annex: 专栏1.</summary>
    [JsonStringEnumMemberName("caption-number")]
    CaptionNumber,

    /// <summary>Number at the head of a list item: 1. or （1）.</summary>
    [JsonStringEnumMemberName("list-number")]
    ListNumber,

    /// <summary>Part of a name: “1+8”, “263”, 360工程, 500强.</summary>
    [JsonStringEnumMemberName("name")]
    Name,

    /// <summary>Digits tied to Latin letters: 5G, IPv6, PM2.5, P3, G15.</summary>
    [JsonStringEnumMemberName("technical-name")]
    TechnicalName,

    /// <summary>Which one in a series: 第3批, 2号线, 第14届.</summary>
    [JsonStringEnumMemberName("ordinal")]
    Ordinal,

    /// <summary>Name of a census: 第7次全国人口普查.</summary>
    [JsonStringEnumMemberName("census-name")]
    CensusName,

    /// <summary>An age that says whom a sentence is about: 3岁以下婴幼儿.</summary>
    [JsonStringEnumMemberName("age-group")]
    AgeGroup,

    /// <summary>The area, distance or size that a statement holds for: 100平方公里内, 对50户以上.</summary>
    [JsonStringEnumMemberName("scope")]
    Scope,

    /// <summary>A length of time that something is to take: 利用3—5年时间.</summary>
    [JsonStringEnumMemberName("duration")]
    Duration,

    /// <summary>How many things a statement is about, which sets none of them: 31个断面比例居第1位, 围绕6大产业.</summary>
    [JsonStringEnumMemberName("count")]
    Count,

    /// <summary>Digits of a heading, which states no quantity of its own.</summary>
    [JsonStringEnumMemberName("heading")]
    Heading,
}

/// <summary>Digits of the text that are no commitment, with the reason.</summary>
/// <param name="Id">Id of its node with its number there: <c>ch7.s4.p3.x1</c>. Listed in reading order.</param>
/// <param name="Reason">Why.</param>
/// <param name="Raw">The name, date or number that the digits belong to, as printed.</param>
/// <param name="Digits">How many runs of digits it holds.</param>
/// <param name="Anchor">Where it stands.</param>
public sealed record Exclusion(string Id, ExclusionReason Reason, string Raw, int Digits, Anchor Anchor);
