using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Places;

/// <summary>Finds the names of a gazetteer in a text.</summary>
/// <remarks>
/// Where names overlap the longest has the characters, wherever it begins: 通州湾示范区 is not 通州区, 海安市 is one mention and not two, and 放大通州湾新出海口 names the
/// 通州湾新出海口 and no 大通州湾.
/// </remarks>
internal sealed class Mentions
{
    private readonly IReadOnlyList<(string Id, string Text, string? In)> names;

    /// <summary>Prepares the names.</summary>
    public Mentions(Gazetteer gazetteer) =>
        names = [
            .. gazetteer
                .Places.SelectMany(place => place.Aliases.Select(alias => (place.Id, alias.Text, alias.In)).Prepend((place.Id, place.Name, null)))
                .OrderByDescending(name => name.Item2.Length)
                .ThenByDescending(name => name.Item3 is not null),
        ];

    /// <summary>The mentions in order; none overlaps another.</summary>
    public IEnumerable<(string Id, TextSpan Span)> In(string text)
    {
        List<(string Id, TextSpan Span)> found = [];
        foreach (var (id, name, phrase) in names)
        {
            foreach (var span in Occurrences.Of(name, text))
            {
                if (!found.Exists(other => other.Span.Overlaps(span)) && StandsIn(phrase, name, text, span.Start))
                    found.Add((id, span));
            }
        }

        return found.OrderBy(mention => mention.Span.Start);
    }

    private static bool StandsIn(string? phrase, string name, string text, int at)
    {
        if (phrase is null)
            return true;
        var start = at - phrase.IndexOf(name, StringComparison.Ordinal);
        return start >= 0 && string.CompareOrdinal(text, start, phrase, 0, phrase.Length) == 0;
    }
}
