using System.Collections.Frozen;

namespace Nantong.OpenData.Plans.Indicators;

/// <summary>What the codes of units are called in English: editorial, for readers who know neither the Chinese measure words nor UCUM.</summary>
internal static class UnitNames
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["%"] = "%",
        ["[ppth]"] = "‰",
        ["km2"] = "km²",
        ["m2"] = "m²",
        ["m3"] = "m³",
        ["har"] = "hectares",
        ["km"] = "km",
        ["m"] = "m",
        ["cm"] = "cm",
        ["mm"] = "mm",
        ["a"] = "years",
        ["mo"] = "months",
        ["wk"] = "weeks",
        ["d"] = "days",
        ["h"] = "hours",
        ["min"] = "minutes",
        ["Cel"] = "°C",
        ["deg"] = "degrees",
        ["dB"] = "dB",
        ["t"] = "tonnes",
        ["kg"] = "kg",
        ["g"] = "g",
        ["mg"] = "mg",
        ["ug"] = "µg",
        ["L"] = "litres",
        ["kW"] = "kW",
        ["MW"] = "MW",
        ["GW"] = "GW",
        ["kV"] = "kV",
        ["kW.h"] = "kWh",
        ["Mbit/s"] = "Mbit/s",
        ["km/h"] = "km/h",
        ["t.km"] = "tonne-kilometres",
        ["[nmi_i]"] = "nautical miles",
        ["t{coal_equivalent}"] = "tonnes of coal equivalent",
        ["10*-4"] = "per 10,000",
        ["10*-5"] = "per 100,000",
        ["10*-6"] = "per million",
        ["{person}"] = "persons",
        ["{person}.km"] = "passenger-kilometres",
        ["{person_times}"] = "visits or trips, each person each time",
        ["{household_times}"] = "household visits",
        ["{CNY}"] = "yuan",
        ["{USD}"] = "US dollars",
        ["{mu}"] = "mu",
        ["{jin}"] = "jin",
        ["{TEU}"] = "TEU",
        ["{fold}"] = "times",
        ["{aircraft}"] = "aircraft",
        ["{head}"] = "head",
        ["{class}"] = "class",
        ["{level}"] = "level",
        ["{rank}"] = "rank",
        ["{titles}"] = "titles in a row",
        ["{score}"] = "points",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a code; null where there is no code, and for a bare ratio.</summary>
    public static string? Of(string? ucum)
    {
        if (ucum is null or "1")
            return null;
        if (Known.TryGetValue(ucum, out var known))
            return known;
        var parts = ucum.Split('/');
        return string.Join(" per ", parts.Select((part, at) => at == 0 ? Of(part, many: true) : Of(part, many: false)));
    }

    /// <summary>One part of a code: an annotation in braces is its words, anything else is left as it is.</summary>
    private static string Of(string part, bool many)
    {
        if (many && Known.TryGetValue(part, out var known))
            return known;
        if (part is not ['{', .. var word, '}'])
            return part;
        var words = word.Replace('_', ' ');
        if (!many || words.EndsWith('s'))
            return words;
        return words.EndsWith('y') ? $"{words[..^1]}ies"
            : words.EndsWith("ch", StringComparison.Ordinal) || words.EndsWith('x') ? $"{words}es"
            : $"{words}s";
    }
}
