using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>A release in one JSON document, <c>bundle.json</c>: plan, release, what the editors say about the plan, the notice that issues it, the
/// records kind by kind, and the observed values.</summary>
internal static class Bundle
{
    /// <summary>Its file name.</summary>
    public const string Path = "bundle.json";

    private const int FlushedAt = 1 << 16; // bytes: observations may be hundreds of thousands

    /// <summary>Writes everything of a plan.</summary>
    public static int? Write(ReleaseDraft draft, Stream stream)
    {
        var (plan, options, json) = (draft.Plan, RecordJson.Indented.Options, RecordJson.Indented);
        using (
            var bundle = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Encoder = options.Encoder,
                    Indented = options.WriteIndented,
                    NewLine = options.NewLine,
                }
            )
        )
        {
            bundle.WriteStartObject();
            bundle.WriteString("plan", plan.About.Id);
            bundle.WriteString("release", draft.Version.ToString());
            bundle.WritePropertyName("about");
            JsonSerializer.Serialize(bundle, plan.About, json.PlanDescription);
            bundle.WritePropertyName("titleBlock");
            JsonSerializer.Serialize(bundle, plan.TitleBlock, json.TitleBlock);
            foreach (var kind in draft.Kinds)
                kind.Write(bundle, plan);
            Write(bundle, "observations", plan.Observations, RecordJson.Line.Observation);
            bundle.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return null;
    }

    /// <summary>Writes records as a member.</summary>
    public static void Write<T>(Utf8JsonWriter bundle, string name, IReadOnlyList<T> records, JsonTypeInfo<T> json)
    {
        bundle.WriteStartArray(name);
        foreach (var record in records)
        {
            JsonSerializer.Serialize(bundle, record, json);
            if (bundle.BytesPending > FlushedAt)
                bundle.Flush();
        }

        bundle.WriteEndArray();
    }
}
