using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ProtocolTool = ModelContextProtocol.Protocol.Tool;

namespace Nantong.OpenData.Api.Assistants;

/// <summary>The tools as clients are told of them.</summary>
internal static class ToolSchemas
{
    /// <summary>An answer, or a refusal: RFC 9457, as the HTTP interface sends it.</summary>
    private static readonly JsonElement Output = JsonElement.Parse(
        """
        {
          "type": "object",
          "properties": {
            "release": { "type": ["string", "null"], "description": "版本。 The release that the answer comes from; null where it is of none." },
            "source": { "type": "string", "description": "永久地址。 Address of the answer, at exactly that release where it is of one." },
            "official": { "type": "boolean", "description": "总是 false。 Always false: this is not the government's voice." },
            "citation": { "type": ["string", "null"], "description": "引用。 How to cite it (GB/T 7714); null where the answer is of no release." },
            "next": { "type": ["object", "null"], "description": "下一页的参数。 Arguments to add for what follows; null at the end." },
            "text": { "type": "string", "description": "Markdown, or a part of it." },
            "answer": { "type": "object", "description": "The answer of the HTTP interface, as /openapi/v1.json describes it." },
            "type": { "type": "string", "description": "Of a refusal: address of a page that explains it." },
            "title": { "type": "string", "description": "Of a refusal: its kind." },
            "status": { "type": "integer", "description": "Of a refusal: the HTTP status." },
            "code": { "type": "string", "description": "Of a refusal: its stable code." },
            "detail": { "type": "string", "description": "Of a refusal: what is wrong." },
            "errors": { "type": "array", "items": { "type": "object" }, "description": "Of a refusal: each argument that broke a rule." },
            "remedy": { "type": "string", "description": "Of a refusal: what to do about it." }
          },
          "anyOf": [
            { "required": ["release", "source", "official", "citation", "next", "answer"] },
            { "required": ["type", "title", "status", "code", "detail", "errors", "remedy"] }
          ]
        }
        """
    );

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProtocolTool> All { get; } =
    [
        .. ToolList.All.Select(tool => new ProtocolTool
        {
            Name = tool.Name,
            Title = tool.Title,
            Description = tool.Description,
            InputSchema = Input(tool),
            OutputSchema = Output,
            Annotations = new ToolAnnotations
            {
                Title = tool.Title,
                ReadOnlyHint = true,
                DestructiveHint = false,
                IdempotentHint = true,
                OpenWorldHint = false,
            },
        }),
    ];

    private static JsonElement Input(Tool tool)
    {
        JsonObject properties = [];
        foreach (var argument in tool.All)
            properties[argument.Name] = argument.Schema();
        var required = tool.All.Where(argument => argument.Required).Select(argument => (JsonNode)JsonValue.Create(argument.Name));
        JsonObject schema = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. required]),
            ["additionalProperties"] = false,
        };
        return JsonElement.Parse(schema.ToJsonString());
    }
}
