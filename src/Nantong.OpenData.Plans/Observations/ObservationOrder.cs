namespace Nantong.OpenData.Plans.Observations;

/// <summary>The one order of observations: by indicator as printed, then by key, so that files, pages and stored rows follow each other
/// alike.</summary>
public static class ObservationOrder
{
    private const char Between = '|'; // sorts behind every letter, digit and hyphen

    /// <summary>What tells the observations of one indicator apart: <c>nantong|2021</c>. They stand in the order of these, character by
    /// character.</summary>
    public static string KeyOf(Observation row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Area}{Between}{row.Year:D4}");

    /// <summary>Puts observations into their order.</summary>
    /// <param name="rows">The observations, each of one of the indicators.</param>
    /// <param name="indicators">Ids of the indicators, in printed order.</param>
    public static IReadOnlyList<Observation> Sort(IEnumerable<Observation> rows, IEnumerable<string> indicators)
    {
        var places = indicators.Index().ToDictionary(id => id.Item, id => id.Index, StringComparer.Ordinal);
        List<Observation> sorted = [.. rows];
        sorted.Sort(
            (one, other) => places[one.Indicator].CompareTo(places[other.Indicator]) is var order and not 0 ? order : CompareKeys(one, other)
        );
        return sorted;
    }

    /// <summary>Compares two observations by their keys, without writing these.</summary>
    public static int CompareKeys(Observation one, Observation other)
    {
        ReadOnlySpan<char> a = one.Area,
            b = other.Area;
        var same = a.CommonPrefixLength(b);
        return same == a.Length && same == b.Length ? one.Year.CompareTo(other.Year) : At(a, same).CompareTo(At(b, same));
    }

    private static char At(ReadOnlySpan<char> area, int place) => place < area.Length ? area[place] : Between;
}
