using System.Text.Json.Nodes;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Releases.Files.Statistical;

/// <summary><c>indicators.jsonstat.json</c>: baselines and targets as a JSON-stat 2.0 dataset of indicators by years, with units, decimals and why a
/// value is missing.</summary>
internal static class JsonStatFile
{
    public const string Path = "indicators.jsonstat.json";

    public static JsonObject Describe(ReleaseDraft draft)
    {
        var (about, indicators) = (draft.Plan.About, draft.Plan.Indicators);
        return new JsonObject
        {
            ["version"] = "2.0",
            ["class"] = "dataset",
            ["label"] = $"{about.Title.Zh}：主要指标",
            ["source"] = about.Authority.OfficialSource.Zh,
            ["note"] = Texts([
                about.Authority.Statement.Zh,
                about.Authority.Statement.En,
                $"{about.License.Name} ({about.License.Scope}): {about.License.Url}",
                .. indicators.SelectMany(Notes),
            ]),
            ["id"] = Texts(["indicator", "time"]),
            ["size"] = new JsonArray(indicators.Count, 2),
            ["role"] = new JsonObject { ["time"] = Texts(["time"]), ["metric"] = Texts(["indicator"]) },
            ["dimension"] = new JsonObject { ["indicator"] = Dimension(indicators), ["time"] = Dimension(about.Years) },
            ["value"] = new JsonArray([.. indicators.SelectMany(row => new[] { Number(row.Baseline.Value), Number(row.Target.Value) })]),
            ["status"] = new JsonArray([
                .. indicators.SelectMany(row => new JsonNode[] { row.Baseline.Status, row.Target.Value is null ? "M" : "A" }),
            ]),
            ["extension"] = new JsonObject
            {
                ["plan"] = about.Id,
                ["release"] = draft.Version.ToString(),
                ["official"] = about.Authority.Official,
                ["targetOperator"] = PerIndicator(indicators, row => RecordJson.Code(row.Target.Operator, RecordJson.Line.TargetOperator)),
                ["targetRaw"] = PerIndicator(indicators, row => row.Target.Raw),
                ["missingReason"] = PerIndicator(indicators, row => row.Baseline.MissingReason ?? row.Target.MissingReason),
            },
        };
    }

    private static JsonObject Dimension(IReadOnlyList<Indicator> indicators) =>
        new()
        {
            ["label"] = "指标",
            ["category"] = new JsonObject
            {
                ["index"] = Texts(indicators.Select(row => row.Id)),
                ["label"] = PerIndicator(indicators, row => row.Name),
                ["unit"] = new JsonObject(indicators.Select(row => KeyValuePair.Create<string, JsonNode?>(row.Id, Unit(row)))),
            },
        };

    private static JsonObject Dimension(PlanYears years) =>
        new()
        {
            ["label"] = "年份",
            ["category"] = new JsonObject
            {
                ["index"] = Texts([Year(years.Baseline), Year(years.Target)]),
                ["label"] = new JsonObject
                {
                    [Year(years.Baseline)] = $"{Year(years.Baseline)}年基数",
                    [Year(years.Target)] = $"{Year(years.Target)}年目标",
                },
            },
        };

    /// <summary>The unit as readers show it: <c>label</c> is what JSON-stat 2.0 knows, and what it is for; of what has no unit nothing is
    /// said.</summary>
    private static JsonObject Unit(Indicator row)
    {
        var unit = new JsonObject();
        if ((row.Unit.Label ?? row.Unit.Ucum) is { } label)
            unit["label"] = label;
        if (row.Unit.Ucum is { } code)
            unit["code"] = code;
        if (row.Decimals is { } decimals)
            unit["decimals"] = decimals;
        return unit;
    }

    private static JsonObject PerIndicator(IReadOnlyList<Indicator> indicators, Func<Indicator, string?> value) =>
        new(
            indicators
                .Where(row => value(row) is not null)
                .Select(row => KeyValuePair.Create<string, JsonNode?>(row.Id, JsonValue.Create(value(row))))
        );

    private static IEnumerable<string> Notes(Indicator row) => row.Notes.Where(note => note.Mandatory).Select(note => $"{row.Name}：{note.Text.Zh}");

    private static JsonNode? Number(decimal? value) => value is { } number ? JsonValue.Create(number) : null;

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
