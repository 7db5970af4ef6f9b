using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans;

/// <summary>Reads the files that editors write beside a source: <c>plan.json</c>, <c>errata.json</c> and <c>places.json</c>.</summary>
internal static class Curation
{
    /// <summary>Reads <c>plan.json</c>.</summary>
    public static Parsed<PlanDescription> ReadDescription(ReadOnlyMemory<byte> json) => EditedJson.Read("plan.json", json, CurationJson.Default.PlanDescription);

    /// <summary>Reads <c>errata.json</c>: an array, empty when no defect is known.</summary>
    public static Parsed<IReadOnlyList<Erratum>> ReadErrata(ReadOnlyMemory<byte> json) => EditedJson.Read("errata.json", json, CurationJson.Default.IReadOnlyListErratum);

    /// <summary>Reads <c>places.json</c>; a plan without the file has no places.</summary>
    public static Parsed<Gazetteer> ReadGazetteer(ReadOnlyMemory<byte> json) => json.IsEmpty ? Gazetteer.Empty : EditedJson.Read("places.json", json, CurationJson.Default.Gazetteer);
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PlanDescription))]
[JsonSerializable(typeof(IReadOnlyList<Erratum>))]
[JsonSerializable(typeof(Gazetteer))]
internal sealed partial class CurationJson : JsonSerializerContext;
