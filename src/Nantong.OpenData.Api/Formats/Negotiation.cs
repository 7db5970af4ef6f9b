using Microsoft.Net.Http.Headers;

namespace Nantong.OpenData.Api.Formats;

/// <summary>What a request says about the form it wants.</summary>
/// <param name="Extension">The extension of the path; null when it has none. Wins over the others.</param>
/// <param name="Parameter">The query parameter <c>format</c>; null when absent. Wins over the header.</param>
/// <param name="Accept">The header <c>Accept</c>; null when absent.</param>
internal sealed record RequestedFormat(string? Extension, string? Parameter, string? Accept)
{
    /// <summary>True when the address alone decides, so that caches need not look at <c>Accept</c>.</summary>
    public bool InAddress => (Extension ?? Parameter) is not null;
}

/// <summary>Chooses the form of an answer: extension, then <c>format=</c>, then <c>Accept</c>.</summary>
internal static class Negotiation
{
    /// <summary>The offered form that fits the wish best; null when none does.</summary>
    /// <remarks>
    /// Among equal quality values a form that is named beats one that a wildcard lets in (<c>text/html,*/*</c> means HTML), then the offer's order
    /// decides (RFC 9110, 12.5.1). An unreadable <c>Accept</c> counts as absent.
    /// </remarks>
    public static Format? Choose(IReadOnlyList<Format> offered, RequestedFormat wish)
    {
        if ((wish.Extension ?? wish.Parameter) is { } name)
            return offered.FirstOrDefault(format => format.Extension == name);
        if (string.IsNullOrWhiteSpace(wish.Accept))
            return offered[0];
        if (!MediaTypeHeaderValue.TryParseList([wish.Accept], out var ranges))
            return offered[0];

        var best = offered.Select(format => (Format: format, Rank: RankOf(format, ranges))).MaxBy(choice => choice.Rank);
        return best.Rank.Quality > 0 ? best.Format : null;
    }

    /// <summary>The quality that the most specific matching range gives to a form, and how specific that range is; 0 when no range matches.</summary>
    private static (double Quality, int Closeness) RankOf(Format format, IEnumerable<MediaTypeHeaderValue> ranges) =>
        ranges
            .Where(range => range.MatchesMediaType(format.MediaType))
            .Select(range =>
                (
                    range.Quality ?? 1,
                    range.MatchesAllTypes ? 0
                    : range.MatchesAllSubTypes ? 1
                    : 2
                )
            )
            .DefaultIfEmpty()
            .MaxBy(rank => rank.Item2);
}
