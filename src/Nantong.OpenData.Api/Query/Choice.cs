using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>Words from a closed list, comma separated in one parameter.</summary>
internal static class Choice
{
    /// <summary>Reads the words of a parameter; all that are allowed when it is absent.</summary>
    public static Parsed<string[]> Parse(IReadOnlyDictionary<string, string> query, string parameter, IReadOnlyList<string> allowed)
    {
        if (!query.TryGetValue(parameter, out var text))
            return allowed.ToArray();
        string[] words = [.. text.Split(',').Distinct(StringComparer.Ordinal)];
        return Array.Find(words, word => !allowed.Contains(word)) is { } stranger
            ? new Unreadable(parameter, stranger, "one or more of the allowed words, comma separated")
            : words;
    }
}
