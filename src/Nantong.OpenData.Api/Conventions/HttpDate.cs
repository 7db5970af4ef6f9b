using System.Globalization;

namespace Nantong.OpenData.Api.Conventions;

/// <summary>A date of a header field (RFC 9110, 5.6.7).</summary>
internal static class HttpDate
{
    /// <summary>The form that is sent today, and the two that must still be understood.</summary>
    private static readonly string[] Forms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    private const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowInnerWhite;

    /// <summary>Reads a date; null for whatever is none: a condition with it is ignored, as the RFC wants it.</summary>
    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Styles, out var date) ? date : null;
}
