using System.Text.Json;
using System.Text.Json.Nodes;

namespace Nantong.OpenData.Releases.Files.Packages;

/// <summary>What the descriptors of datasets have in common: words for types and columns, and how they are written.</summary>
internal static class Descriptors
{
    /// <summary>The name of a type in XML Schema and in Table Schema; the two differ in what they call a decimal number.</summary>
    public static string TypeName(DataType type, string number) =>
        type switch
        {
            DataType.Integer => "integer",
            DataType.Decimal => number,
            DataType.Boolean => "boolean",
            DataType.Date => "date",
            _ => "string",
        };

    /// <summary>A column in a sentence, with where its unit and the reason of an empty cell stand.</summary>
    public static string Sentence(DataColumn column) =>
        column.Label.En
        + (column.UnitIn is { } unit ? $"; unit in column {unit}" : "")
        + (column.ReasonIn is { } reason ? $"; when empty, column {reason} says why" : "");

    /// <summary>A text with its language, as JSON-LD writes it.</summary>
    public static JsonObject Text(string value, string language) => new() { ["@value"] = value, ["@language"] = language };

    /// <summary>Writes a descriptor as a file.</summary>
    public static int? Write(Stream stream, JsonObject descriptor)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = RecordJson.Indented.Options.Encoder,
        };
        using (var json = new Utf8JsonWriter(stream, options))
            descriptor.WriteTo(json);
        stream.WriteByte((byte)'\n');
        return null;
    }
}
