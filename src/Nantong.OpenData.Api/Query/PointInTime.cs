using System.Globalization;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Query;

/// <summary>Moments in queries: dates, and date-times as RFC 3339 writes them.</summary>
internal static class PointInTime
{
    /// <summary>Name of the parameter that looks back to a moment.</summary>
    public const string AsOf = "asOf";

    /// <summary>What a moment stands for that is written no finer than to a day, a minute or a second.</summary>
    public enum Side
    {
        /// <summary>Its beginning.</summary>
        Beginning,

        /// <summary>Its end: what happened within it had happened then.</summary>
        End,
    }

    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Reads a moment.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="text">Its value.</param>
    /// <param name="side">Which side a day, minute or second stands for; days are those of UTC.</param>
    /// <param name="rule">What may stand there.</param>
    public static Parsed<DateTimeOffset> Parse(string parameter, string text, Side side, string rule)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Of(new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero), TimeSpan.FromDays(1), side);

        var written = text.Replace(' ', '+'); // what becomes of a plus sign that a caller did not escape
        var hasOffset = written.Length > 16 && (written.EndsWith('Z') || written.AsSpan(16).ContainsAny('+', '-'));
        return hasOffset && DateTimeOffset.TryParseExact(written, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Of(moment, FinestOf(written), side)
            : new Unreadable(parameter, text, rule);
    }

    /// <summary>The last instant of the second that a moment is written to: an HTTP date has no finer one.</summary>
    public static DateTimeOffset EndOfSecond(DateTimeOffset moment) => Of(moment, TimeSpan.FromSeconds(1), Side.End);

    private static DateTimeOffset Of(DateTimeOffset written, TimeSpan finest, Side side) =>
        side is Side.Beginning ? written : written.Add(finest - TimeSpan.FromTicks(1)); // never past the end of time: the unit itself ends before it

    /// <summary>How long the finest part of a date-time lasts: a minute, a second, or a fraction with as many digits as it has.</summary>
    private static TimeSpan FinestOf(string written)
    {
        const string minutes = "yyyy-MM-ddTHH:mm",
            seconds = "yyyy-MM-ddTHH:mm:ss";
        if (written[minutes.Length] is not ':')
            return TimeSpan.FromMinutes(1);
        if (written[seconds.Length] is not '.')
            return TimeSpan.FromSeconds(1);
        var digits = written.AsSpan(seconds.Length + 1).IndexOfAnyExceptInRange('0', '9');
        return new TimeSpan((long)Math.Pow(10, 7 - digits));
    }

    /// <summary>The newest release under a pin that readers got at a moment; one that was withdrawn since then is still the one that is
    /// meant.</summary>
    /// <param name="releases">The releases of the plan, newest first.</param>
    /// <param name="pin">The pin.</param>
    /// <param name="moment">The moment.</param>
    /// <returns>The release; null when there was none.</returns>
    public static ReleaseEntry? Find(IReadOnlyList<ReleaseEntry> releases, VersionPin pin, DateTimeOffset moment) =>
        releases.FirstOrDefault(release =>
            pin.Covers(release.Version)
            && release.PublishedAt <= moment
            && !(release is { Status: ReleaseStatus.Withdrawn, Note.Since: var since } && since <= moment)
        );
}
