using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Corrections;
using Nantong.OpenData.Plans.Inputs;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Source;

namespace Nantong.OpenData.Plans;

/// <summary>Reads the files that editors write beside a source: <c>plan.json</c>, <c>errata.json</c>, <c>places.json</c> and
/// <c>commitments.json</c>.</summary>
internal static class Curation
{
    /// <summary>Reads <c>plan.json</c>.</summary>
    public static Parsed<PlanDescription> ReadDescription(ReadOnlyMemory<byte> json) =>
        EditedJson.Read(PlanFile.Description, json, CurationJson.Default.PlanDescription, CurationRules.Of);

    /// <summary>Reads <c>errata.json</c>: an array, empty when no defect is known.</summary>
    public static Parsed<IReadOnlyList<Erratum>> ReadErrata(ReadOnlyMemory<byte> json) =>
        EditedJson.Read(PlanFile.Errata, json, CurationJson.Default.IReadOnlyListErratum, CurationRules.Of);

    /// <summary>Reads <c>places.json</c>; a plan without the file has no places.</summary>
    public static Parsed<Gazetteer> ReadGazetteer(ReadOnlyMemory<byte> json) =>
        json.IsEmpty ? Gazetteer.Empty : EditedJson.Read(PlanFile.Places, json, CurationJson.Default.Gazetteer, CurationRules.Of);

    /// <summary>Reads <c>commitments.json</c>: an array; a plan without the file has no corrections.</summary>
    public static Parsed<IReadOnlyList<Correction>> ReadCorrections(ReadOnlyMemory<byte> json) =>
        json.IsEmpty
            ? new List<Correction>()
            : EditedJson.Read(PlanFile.Commitments, json, CurationJson.Default.IReadOnlyListCorrection, CurationRules.Of);
}

[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PlanDescription))]
[JsonSerializable(typeof(IReadOnlyList<Erratum>))]
[JsonSerializable(typeof(Gazetteer))]
[JsonSerializable(typeof(IReadOnlyList<Correction>))]
internal sealed partial class CurationJson : JsonSerializerContext;
