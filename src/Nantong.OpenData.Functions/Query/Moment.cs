using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage;

namespace Nantong.OpenData.Functions.Query;

/// <summary>Moments in queries: dates, and date-times as RFC 3339 writes them.</summary>
internal static class Moment
{
    /// <summary>Name of the parameter that looks back to a moment.</summary>
    public const string AsOf = "asOf";

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a moment.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="text">Its value.</param>
    /// <param name="ofDay">The time, in UTC, that a date without one stands for.</param>
    /// <param name="rule">What may stand there.</param>
    public static Parsed<DateTimeOffset> Parse(string parameter, string text, TimeOnly ofDay, string rule)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day, ofDay, TimeSpan.Zero);

        var written = text.Replace(' ', '+'); // what becomes of a plus sign that a caller did not escape
        var hasOffset = written.Length > 16 && (written.EndsWith('Z') || written.AsSpan(16).ContainsAny('+', '-'));
        return hasOffset && DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : new Unreadable(parameter, text, rule);
    }

    /// <summary>The newest release under a pin that readers got at a moment; one that was withdrawn since then is still the one that is meant.</summary>
    /// <param name="releases">The releases of the plan, newest first.</param>
    /// <param name="pin">The pin.</param>
    /// <param name="moment">The moment.</param>
    /// <returns>The release; null when there was none.</returns>
    public static ReleaseEntry? Find(IReadOnlyList<ReleaseEntry> releases, VersionPin pin, DateTimeOffset moment) => releases.FirstOrDefault(release =>
        pin.Covers(release.Version) && release.PublishedAt <= moment
        && !(release is { Status: ReleaseStatus.Withdrawn, Note.Since: var since } && since <= moment));
}
