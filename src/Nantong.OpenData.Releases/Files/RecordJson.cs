using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Observations;
using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Quality;
using Nantong.OpenData.Plans.Source;
using Nantong.OpenData.Plans.Text;
using Nantong.OpenData.Releases.Aggregates;

namespace Nantong.OpenData.Releases.Files;

/// <summary>How records become JSON: in files, in table rows and under hashes alike. Every key is written, Chinese stands as such.</summary>
public static class RecordJson
{
    /// <summary>One record on one line, without a line feed: what is hashed and stored.</summary>
    public static RecordJsonContext Line { get; } = new(Options(indented: false));

    /// <summary>Indented by two spaces, with line feeds: for files that people open.</summary>
    public static RecordJsonContext Indented { get; } = new(Options(indented: true));

    /// <summary>A record as the bytes of one line.</summary>
    public static byte[] ToBytes<T>(T record, JsonTypeInfo<T> json) => JsonSerializer.SerializeToUtf8Bytes(record, json);

    /// <summary>Reads a record back.</summary>
    /// <exception cref="JsonException">The text is not such a record.</exception>
    public static T Read<T>(string text, JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(text, json) ?? throw new JsonException("null where a record was expected");

    /// <summary>The code that JSON writes for a value of an enumeration: <c>column-item</c>.</summary>
    public static string Code<T>(T value, JsonTypeInfo<T> json)
        where T : struct, Enum => JsonSerializer.SerializeToElement(value, json).GetString()!;

    /// <summary>The value of an enumeration that a code stands for.</summary>
    /// <exception cref="JsonException">There is no such code.</exception>
    public static T FromCode<T>(string code, JsonTypeInfo<T> json)
        where T : struct, Enum => JsonSerializer.Deserialize($"\"{JsonEncodedText.Encode(code)}\"", json);

    private static JsonSerializerOptions Options(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // files and rows are not HTML; no reader should meet \u escapes
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            WriteIndented = indented,
            NewLine = "\n",
        };
}

/// <summary>The records of a release, known to the serializer at build time.</summary>
/// <remarks>Without the generated writers, which the encoder of <see cref="RecordJson"/> rules out: they would only make programs larger.</remarks>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Indicator))]
[JsonSerializable(typeof(Column))]
[JsonSerializable(typeof(Commitment))]
[JsonSerializable(typeof(Exclusion))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(SpatialStructure))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(Erratum))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(TidyValue))]
[JsonSerializable(typeof(EvaluationResult))]
[JsonSerializable(typeof(QuantityMeasure))]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(ReleaseHead))]
[JsonSerializable(typeof(Aggregate))]
[JsonSerializable(typeof(ReleaseReference))]
[JsonSerializable(typeof(ReleaseStatus))]
[JsonSerializable(typeof(PlanDescription))]
[JsonSerializable(typeof(TitleBlock))]
[JsonSerializable(typeof(Document<Indicator>))]
[JsonSerializable(typeof(Document<Column>))]
[JsonSerializable(typeof(Document<Commitment>))]
[JsonSerializable(typeof(Document<Exclusion>))]
[JsonSerializable(typeof(Document<Place>))]
[JsonSerializable(typeof(Document<SpatialStructure>))]
[JsonSerializable(typeof(Document<Finding>))]
[JsonSerializable(typeof(Document<Erratum>))]
[JsonSerializable(typeof(Document<Observation>))]
[JsonSerializable(typeof(Document<TidyValue>))]
[JsonSerializable(typeof(Document<Node>))]
public sealed partial class RecordJsonContext : JsonSerializerContext;
