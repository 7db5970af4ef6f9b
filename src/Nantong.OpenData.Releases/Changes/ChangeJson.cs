using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>How changes, rules and decisions become JSON: as records do.</summary>
public static class ChangeJson
{
    /// <summary>One value on one line.</summary>
    public static ChangeJsonContext Line { get; } = new(new JsonSerializerOptions(RecordJson.Line.Options));

    /// <summary>Indented by two spaces, with line feeds.</summary>
    public static ChangeJsonContext Indented { get; } = new(new JsonSerializerOptions(RecordJson.Indented.Options));
}

/// <summary>What the serializer knows of changes at build time.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Change))]
[JsonSerializable(typeof(ReleaseDiff))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ChangeOp))]
[JsonSerializable(typeof(ChangeKind))]
[JsonSerializable(typeof(VersionDecision))]
[JsonSerializable(typeof(IReadOnlyList<VersionRule>))]
[JsonSerializable(typeof(SourceRecord))]
[JsonSerializable(typeof(FileRecord))]
[JsonSerializable(typeof(ObservationRecord))]
[JsonSerializable(typeof(ObservationPartRecord))]
[JsonSerializable(typeof(ObservationCount))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Bump))]
public sealed partial class ChangeJsonContext : JsonSerializerContext;
