using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Api.Formats;

/// <summary>How records become bytes on the wire: Chinese as such, null keys present, numbers as numbers.</summary>
internal static class Wire
{
    /// <summary>The JSON contracts. The default instance would write Chinese as <c>\uXXXX</c>.</summary>
    /// <remarks>Relaxed escaping is safe here: answers are never embedded in HTML, and <c>nosniff</c> keeps browsers from guessing.</remarks>
    public static ApiJson Json { get; } =
        new(new JsonSerializerOptions(ApiJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Gives the framework, and with it the OpenAPI document, the same contracts.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.TypeInfoResolverChain.Insert(0, ApiJson.Default);
        options.NumberHandling = Json.Options.NumberHandling;
        options.RespectNullableAnnotations = Json.Options.RespectNullableAnnotations;
        options.RespectRequiredConstructorParameters = Json.Options.RespectRequiredConstructorParameters;
    }

    /// <summary>One JSON object with the members of two: an answer is its resource, then what is said about it.</summary>
    public static byte[] Join<TResource, TAbout>(
        TResource resource,
        JsonTypeInfo<TResource> resourceJson,
        TAbout about,
        JsonTypeInfo<TAbout> aboutJson
    )
    {
        var head = JsonSerializer.SerializeToUtf8Bytes(resource, resourceJson);
        return Join(head, about, aboutJson);
    }

    /// <summary>One JSON object with the members of one that is already written, then those of another.</summary>
    public static byte[] Join<TAbout>(ReadOnlySpan<byte> head, TAbout about, JsonTypeInfo<TAbout> aboutJson)
    {
        var tail = JsonSerializer.SerializeToUtf8Bytes(about, aboutJson).AsSpan();
        return [.. head[..^1], (byte)',', .. tail[1..]];
    }
}
