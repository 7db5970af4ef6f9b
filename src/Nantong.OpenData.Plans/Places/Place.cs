using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Places;

/// <summary>What a place is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceType>))]
public enum PlaceType
{
    /// <summary>The prefecture-level city that the plan is for (地级市).</summary>
    [JsonStringEnumMemberName("city")]
    City,

    /// <summary>A district of the city (区).</summary>
    [JsonStringEnumMemberName("district")]
    District,

    /// <summary>A district that has been merged into another.</summary>
    [JsonStringEnumMemberName("former-district")]
    FormerDistrict,

    /// <summary>A county (县).</summary>
    [JsonStringEnumMemberName("county")]
    County,

    /// <summary>A county-level city (县级市).</summary>
    [JsonStringEnumMemberName("county-level-city")]
    CountyLevelCity,

    /// <summary>A town (镇).</summary>
    [JsonStringEnumMemberName("town")]
    Town,

    /// <summary>A subdistrict (街道).</summary>
    [JsonStringEnumMemberName("subdistrict")]
    Subdistrict,

    /// <summary>A park or zone: 开发区, 高新区, 园区, 试验区.</summary>
    [JsonStringEnumMemberName("park")]
    Park,

    /// <summary>A new area or business district: 创新区, 商务区.</summary>
    [JsonStringEnumMemberName("new-area")]
    NewArea,

    /// <summary>A part of the city that planning speaks of and that has no administration of its own: 片区, 副城.</summary>
    [JsonStringEnumMemberName("planning-area")]
    PlanningArea,

    /// <summary>A historic town inside the city (古镇).</summary>
    [JsonStringEnumMemberName("old-town")]
    OldTown,

    /// <summary>A historic street or quarter.</summary>
    [JsonStringEnumMemberName("historic-quarter")]
    HistoricQuarter,

    /// <summary>A port, port area or airport.</summary>
    [JsonStringEnumMemberName("port")]
    Port,

    /// <summary>A bay or a nature park.</summary>
    [JsonStringEnumMemberName("nature")]
    Nature,

    /// <summary>A place, region or river outside the city, or larger than it: 上海, 长三角, 长江.</summary>
    [JsonStringEnumMemberName("outside")]
    Outside,
}

/// <summary>A place that the plan names.</summary>
/// <param name="Id">Stable slug: <c>haian</c>. Never re-used. Curated in <c>places.json</c>.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">Its full name: <c>海安市</c>.</param>
/// <param name="Label">The name in both languages; the English is an editorial translation.</param>
/// <param name="Aliases">Other ways in which the plan prints it: <c>海安</c>.</param>
/// <param name="Within">Id of the place that it lies in or belongs to; null where neither the plan nor the administrative division says so.</param>
/// <param name="WithinBasis"><c>stated</c> when the plan or the place's own name says so, <c>inferred</c> when it is known from the administrative
/// division alone; null where <paramref name="Within"/> is.</param>
/// <param name="Note">What else to know; null when nothing.</param>
/// <param name="Mentions">Every place where the text names it, in reading order.</param>
/// <param name="Nodes">Ids of the nodes that name it, in reading order, each once.</param>
/// <param name="Commitments">Ids of the commitments whose clause names it, in reading order.</param>
public sealed record Place(
    string Id,
    PlaceType Type,
    string Name,
    Label Label,
    IReadOnlyList<string> Aliases,
    string? Within,
    string? WithinBasis,
    Label? Note,
    IReadOnlyList<Anchor> Mentions,
    IReadOnlyList<string> Nodes,
    IReadOnlyList<string> Commitments
)
{
    /// <summary>Its code in the national list of administrative divisions, by which other people's data join; null for what has none, and where it is
    /// not certain.</summary>
    public Division? Division { get; init; }
}

/// <summary>A place in the national list of administrative divisions (GB/T 2260, kept by the Ministry of Civil Affairs).</summary>
/// <param name="Code">The six digits: <c>320613</c>.</param>
/// <param name="Source">The list that has it, and since or until when where that matters.</param>
public sealed record Division(string Code, string Source);

/// <summary>A pattern in which the plan lays the city out: “一主三副多组团”.</summary>
/// <param name="Id">Stable slug: <c>city-region</c>. Curated in <c>places.json</c>.</param>
/// <param name="Name">The pattern as a name: <c>一核四区多园</c>.</param>
/// <param name="Label">The name in both languages.</param>
/// <param name="Members">Its members as the plan lists them; empty when it does not.</param>
/// <param name="Note">What else to know; null when nothing.</param>
/// <param name="Mentions">Every place where the text names the pattern, in reading order.</param>
public sealed record SpatialStructure(
    string Id,
    string Name,
    Label Label,
    IReadOnlyList<StructureMember> Members,
    Label? Note,
    IReadOnlyList<Anchor> Mentions
);

/// <summary>One member of a pattern.</summary>
/// <param name="Name">The member: <c>三副</c>.</param>
/// <param name="Label">The member in both languages.</param>
/// <param name="Places">Ids of the places that make it up; empty when it is made of no named place.</param>
/// <param name="Anchor">The words of the plan that say so.</param>
public sealed record StructureMember(string Name, Label Label, IReadOnlyList<string> Places, Anchor Anchor);
