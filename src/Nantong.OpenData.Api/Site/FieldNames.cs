using System.Collections.Frozen;
using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Site;

/// <summary>What the fields of answers are called where people read them.</summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, string> Chinese = new Dictionary<string, string>
    {
        ["id"] = "编号",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a field: in Chinese as listed here, in English its own words with spaces between them.</summary>
    public static string Of(string name, Language language) =>
        language == Language.Chinese && Chinese.TryGetValue(name, out var known) ? known : Words(name);

    private static string Words(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsAsciiLetterUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));
}
