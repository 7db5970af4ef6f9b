using System.Globalization;
using System.Text.RegularExpressions;

namespace Nantong.OpenData.Api.Representations;

/// <summary>A date of a header field, in the three forms of RFC 9110, 5.6.7, and in no other: names of days and months in their case, one space
/// where one space stands, the day of the week that the date has.</summary>
internal static partial class HttpDate
{
    /// <summary>What may stand in such a field.</summary>
    public const string Rule = "an HTTP date (RFC 9110, 5.6.7), such as Mon, 05 Jan 2026 08:00:00 GMT";

    private const int YearsAhead = 50; // a year of two digits that would lie further ahead is one of the century before

    /// <summary>Reads a date; null for whatever is none: a condition with it is ignored, as the RFC wants it.</summary>
    /// <param name="text">The value of the field.</param>
    /// <param name="now">What two digits of a year are read from; null for the time of this machine.</param>
    public static DateTimeOffset? Read(string text, DateTimeOffset? now = null)
    {
        if (Fixed().Match(text) is { Success: true } today)
            return Of(today, Number(today, "year"));
        if (Unix().Match(text) is { Success: true } unix)
            return Of(unix, Number(unix, "year"));
        if (Old().Match(text) is not { Success: true } old)
            return null;

        var current = (now ?? TimeProvider.System.GetUtcNow()).UtcDateTime.Year;
        var year = (current / 100 * 100) + Number(old, "year");
        return Of(old, year > current + YearsAhead ? year - 100 : year);
    }

    private static DateTimeOffset? Of(Match written, int year)
    {
        var month =
            1 + Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name => name == written.Groups["month"].Value);
        var (day, hour, minute, second) = (Number(written, "day"), Number(written, "hour"), Number(written, "minute"), Number(written, "second"));
        if (year < 1 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return null;

        var date = new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), TimeSpan.Zero); // a leap second is the end of its minute
        return date.DayOfWeek.ToString().StartsWith(written.Groups["name"].Value, StringComparison.Ordinal) ? date : null;
    }

    private static int Number(Match written, string part) =>
        int.Parse(written.Groups[part].ValueSpan, NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);

    private const string Months = "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    private const string Clock = "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})";

    [GeneratedRegex(
        $@"\A(?<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>[0-9]{{2}}) {Months} (?<year>[0-9]{{4}}) {Clock} GMT\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Fixed();

    [GeneratedRegex(
        $@"\A(?<name>(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), (?<day>[0-9]{{2}})-{Months}-(?<year>[0-9]{{2}}) {Clock} GMT\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Old();

    [GeneratedRegex(
        $@"\A(?<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun) {Months} (?<day>[0-9]{{2}}| [0-9]) {Clock} (?<year>[0-9]{{4}})\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Unix();
}
