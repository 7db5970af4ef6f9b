using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Tests.Contracts;

namespace Nantong.OpenData.Api.Tests.Fuzz;

/// <summary>Makes requests of what the OpenAPI document says, and breaks it in places: the same seed, the same requests.</summary>
/// <param name="contract">The document.</param>
/// <param name="seed">What chance begins with.</param>
/// <param name="below">What the paths of the operations contain that are asked: all contain a slash.</param>
internal sealed partial class FuzzGrammar(PublishedContract contract, int seed, string below = "/")
{
    private static readonly string[] Operators =
    [
        "eq",
        "ne",
        "gt",
        "gte",
        "lt",
        "lte",
        "in",
        "nin",
        "contains",
        "startswith",
        "isnull",
        "EQ",
        "like",
        "",
    ];
    private static readonly string[] Methods = ["HEAD", "HEAD", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH", "TRACE", "BREW", "get"];
    private static readonly string[] Extensions = [.. Format.All.Select(format => format.Extension)];

    /// <summary>Ids that lead somewhere, by what they are ids of.</summary>
    private static readonly Dictionary<string, string[]> Ids = new()
    {
        ["plan"] =
        [
            "urbanization-14fyp",
            "urbanization-14fyp",
            "urbanization-14fyp@1",
            "urbanization-14fyp@1.0",
            "urbanization-14fyp@1.0.0",
            "urbanization-14fyp@1.1.0",
            "nobody",
            "urbanization-14fyp@7",
        ],
        ["path"] = ["ch5", "ch5/s5/p2", "ch5.s5.p2", "col4", "col4/i2", "table1", "table1.note", "pre", "notice"],
        ["id"] =
        [
            "urbanization-rate",
            "green-travel-share",
            "built-up-green-coverage",
            "ch5.s5.p2.c1",
            "haian",
            "city-region",
            "e-0001",
            "target-in-text.ch2.s3.p1.c1",
        ],
        ["number"] = ["4", "col4", "1", "7"],
        ["version"] = ["1.0.0", "1.0.1", "1.1.0"],
        ["name"] = ["indicators.csv", "manifest.json", "SHA256SUMS", "plan.md"],
        ["from"] = ["1.0.0", "1.0.1"],
        ["to"] = ["1.1.0", "1.0.1"],
        ["codelist"] = ["version-rules"],
        ["task"] = ["first-call"],
        ["code"] = ["not-found"],
        ["key"] = [SampleKey.Id],
    };

    private readonly Random chance = new(seed);
    private readonly PublishedOperation[] operations =
    [
        .. contract.Operations.Where(operation => operation.Path.Contains(below, StringComparison.Ordinal)),
    ];

    /// <summary>Some requests.</summary>
    public IEnumerable<FuzzRequest> Take(int count) => Enumerable.Range(0, count).Select(Next);

    private FuzzRequest Next(int number)
    {
        var operation = Pick(operations);
        var target = OneIn(40) ? Pick(Hostile.Targets) : TargetOf(operation);
        return new FuzzRequest(number, OneIn(12) ? Pick(Methods) : "GET", target, HeadersOf(operation));
    }

    private string TargetOf(PublishedOperation operation)
    {
        var path = Name().Replace(operation.Path, match => OneIn(6) ? Word() : Pick(Ids[match.Groups[1].Value]));
        if (OneIn(8))
            path += "." + Pick(Extensions);
        if (OneIn(40))
            path += Word();
        var parts = new List<string>();
        string[] fields =
        [
            .. (
                operation.Parameters.FirstOrDefault(parameter => (string?)parameter["name"] is "filter")?["schema"]?["properties"] as JsonObject ?? []
            ).Select(field => field.Key.Split('[')[0]),
        ];
        foreach (var parameter in operation.Parameters.Where(parameter => (string?)parameter["in"] is "query"))
        {
            var name = (string)parameter["name"]!;
            if (name is "filter" && OneIn(12))
                parts.Add($"filter={Condition(parameter["schema"]!["properties"]!.AsObject()).Replace("=", "%3D", StringComparison.Ordinal)}");
            else if (name is "filter")
                parts.AddRange(
                    Enumerable.Range(0, OneIn(3) ? chance.Next(1, 4) : 0).Select(_ => Condition(parameter["schema"]!["properties"]!.AsObject()))
                );
            else if (OneIn(parameter["required"] is null ? 8 : 1))
                parts.Add($"{name}={(OneIn(3) ? Word() : Value(name, parameter["schema"]!, fields))}");
        }

        if (OneIn(15))
            parts.Add($"{Word()}={Word()}");
        if (OneIn(30) && parts is [var first, ..])
            parts.Add(first);
        return parts is [] ? path : $"{path}?{string.Join('&', parts)}";
    }

    private string Condition(JsonObject fields)
    {
        var field = fields.ElementAt(chance.Next(fields.Count));
        var name =
            OneIn(10) ? Word()
            : OneIn(10) ? field.Key.Replace('.', '_')
            : field.Key;
        var value = OneIn(3)
            ? Word()
            : (string?)field.Value!["type"] switch
            {
                "number" => $"{chance.Next(-5, 120)}",
                "boolean" => Pick(["true", "false"]),
                _ => Uri.EscapeDataString((string?)field.Value["examples"]?[0] ?? "2025-12-31"),
            };
        return name.EndsWith(']') || OneIn(2) ? $"{name}={value}" : $"{name}[{Pick(Operators)}]={value}";
    }

    private string Value(string name, JsonNode schema, string[] fields) =>
        (name, schema["enum"], (string?)schema["type"]) switch
        {
            (_, JsonArray words, _) => (string)words[chance.Next(words.Count)]!,
            (_, _, "integer") => $"{chance.Next((int?)schema["minimum"] ?? 2015, ((int?)schema["maximum"] ?? 2035) + 1)}",
            (_, _, "boolean") => Pick(["true", "false"]),
            ("fields" or "sort", _, _) when fields is not [] && OneIn(2) => $"{Pick(fields)}{(name is "sort" ? Pick(["", ":desc"]) : "")}",
            ("fields" or "sort", _, _) => Pick(["id", "id,name", "seq", "id:desc", "target.value", "name.zh"]),
            ("q", _, _) => Pick(["%E6%88%B7%E7%B1%8D", "5G", "PM2.5", "%E7%BB%BF%E5%8C%96%20-%E5%9F%8E%E5%B8%82", "%22%E5%9F%8E%E5%B8%82%22"]),
            ("quote", _, _) => Pick(["%E5%9F%8E%E9%95%87%E5%8C%96", "%E5%8F%8A%E6%97%B6%E6%80%BB%E7%BB%93%E5%92%8C%E6%8A%A5%E9%81%93"]),
            ("target", _, _) => Pick(["ch5.s5.p2", "ch1~1", "urbanization-rate.target", "indicators"]),
            ("from", _, _) => Pick(Ids["from"]),
            ("asOf" or "since" or "modified_since" or "accessed", _, _) => Pick(["2999-12-31", "2026-01-05", "2026-01-05T00:00:00Z"]),
            ("value", _, _) => Pick(["74.5", "true", "0"]),
            _ => Word(),
        };

    private List<(string Name, string Value)> HeadersOf(PublishedOperation operation)
    {
        var headers = new List<(string Name, string Value)>();
        if (operation.AnswerOf(206) is not null && OneIn(2))
            headers.Add(("Range", Pick(Hostile.Ranges)));
        for (var count = OneIn(2) ? chance.Next(1, 4) : 0; count > 0; count--)
        {
            var (name, values) = Pick(Hostile.Headers);
            headers.Add((name, Pick(values)));
        }

        if (OneIn(300))
            headers.AddRange(Enumerable.Range(0, 150).Select(n => ($"X-Many-{n}", "a")));
        if (!OneIn(500) && !headers.Exists(header => header.Name is "Host"))
            headers.Insert(0, ("Host", "127.0.0.1"));
        return headers;
    }

    /// <summary>A hostile word, or bytes that mean nothing.</summary>
    private string Word()
    {
        if (!OneIn(5))
            return Pick(HostileWords.All);
        var bytes = new byte[chance.Next(1, 24)];
        chance.NextBytes(bytes);
        return string.Concat(bytes.Select(value => $"%{value:X2}"));
    }

    private bool OneIn(int count) => chance.Next(count) is 0;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[chance.Next(choices.Count)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
