using System.Globalization;
using System.Text.Json.Nodes;
using Nantong.OpenData.Plans.Indicators;
using Nantong.OpenData.Plans.Layout;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Proposals;

/// <summary>The categories and indicators that the tables of a source print, with ids to be replaced by words.</summary>
internal static class IndicatorProposal
{
    /// <summary>Both lists as <c>plan.json</c> has them.</summary>
    public static (JsonArray Categories, JsonArray Indicators) Of(IReadOnlyList<Node> nodes, PlanLayout layout)
    {
        List<string> categories = [];
        var indicators = new JsonArray();
        foreach (var (at, node) in nodes.Where(node => node.Type is NodeType.Table).Index())
        {
            if (layout.Tables?.ElementAtOrDefault(at) is not { Role: TableRole.Indicators } table)
                continue;
            var columns = TableColumn.Of(table);
            if (table.Category is not null && categories.Count == 0)
                categories.Add("");
            foreach (var row in nodes.Where(row => row.Type is NodeType.TableRow && row.Parent == node.Id))
            {
                if (IndicatorRow.Find(row, columns) is not { } read)
                    continue;
                if (read[ColumnRole.Category] is { Length: > 0 } category && !categories.Contains(category))
                    categories.Add(category);
                indicators.Add((JsonNode)Describe(indicators.Count + 1, read.Name, read.Unit));
            }
        }

        return (
            new JsonArray([
                .. categories.Select(
                    (name, at) =>
                        new JsonObject
                        {
                            ["id"] = string.Create(CultureInfo.InvariantCulture, $"category-{at + 1}"),
                            ["name"] = name,
                            ["label"] = Both(name, ""),
                        }
                ),
            ]),
            indicators
        );
    }

    private static JsonObject Describe(int seq, string name, string? unit) =>
        new()
        {
            ["seq"] = seq,
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"indicator-{seq}"),
            ["name"] = name,
            ["en"] = "",
            ["unit"] = new JsonObject
            {
                ["raw"] = unit,
                ["label"] = unit,
                ["ucum"] = CodeOf(unit),
                ["inferred"] = unit is null,
                ["suffix"] = Both(unit ?? "", unit ?? ""),
            },
            ["notes"] = new JsonArray(),
        };

    /// <summary>The UCUM code of a unit; null where an editor has to choose one.</summary>
    private static string? CodeOf(string? unit) =>
        unit switch
        {
            null => null,
            "%" => "%",
            "公里" => "km",
            "平方公里" => "km2",
            "平方米" => "m2",
            "公顷" => "har",
            "年" => "a",
            _ => null,
        };

    private static JsonObject Both(string zh, string en) => new() { ["zh"] = zh, ["en"] = en };
}
