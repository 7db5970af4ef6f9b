using System.Globalization;
using Nantong.OpenData.Releases;

namespace Nantong.OpenData.Api.Query;

/// <summary>What a field holds: it decides how values are read and compared, and which operators make sense.</summary>
/// <param name="Name">Its name in the documentation.</param>
/// <param name="Rule">What a value must be, as a noun phrase.</param>
/// <param name="Operators">The operators that make sense.</param>
/// <param name="Read">Reads a value; null when the text is none.</param>
internal sealed record FieldKind(string Name, string Rule, IReadOnlyList<Operator> Operators, Func<string, object?> Read)
{
    /// <summary>Text, compared character by character.</summary>
    public static FieldKind Text { get; } = new("text", "a text", Query.Operators.OfText, text => text);

    /// <summary>A number, compared as such: 2.50 equals 2.5.</summary>
    public static FieldKind Number { get; } = new("number", "a decimal number such as 70 or -2.5", Query.Operators.OfOrder, ReadNumber);

    /// <summary>True or false.</summary>
    public static FieldKind Boolean { get; } = new("boolean", "true or false", Query.Operators.OfTruth, ReadBoolean);

    /// <summary>A day.</summary>
    public static FieldKind Date { get; } = new("date", "a date such as 2025-12-31", Query.Operators.OfOrder, ReadDate);

    /// <summary>A moment; a date stands for its beginning in UTC.</summary>
    public static FieldKind Instant { get; } =
        new(
            "date-time",
            "a date (2026-01-05, its beginning in UTC) or a date-time with its offset (2026-01-05T08:00:00Z)",
            Query.Operators.OfOrder,
            ReadInstant
        );

    /// <summary>A version, compared part by part: 1.10.0 is after 1.9.0.</summary>
    public static FieldKind Version { get; } = new("version", "a version such as 1.2.0", Query.Operators.OfOrder, ReadVersion);

    /// <summary>An object, a list of objects, or a value of any type: it is there or not.</summary>
    public static FieldKind Whole { get; } = new("object", "true or false", Query.Operators.OfPresence, _ => null);

    /// <summary>The order of two values of the same kind.</summary>
    public static int Compare(object a, object b) =>
        (a, b) switch
        {
            (string left, string right) => string.CompareOrdinal(left, right),
            (ReleaseVersion left, ReleaseVersion right) => left.CompareTo(right),
            _ => ((IComparable)a).CompareTo(b),
        };

    /// <summary>A value as it is written in queries and in answers.</summary>
    public static string Write(object value) =>
        value switch
        {
            bool truth => truth ? "true" : "false",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static object? ReadNumber(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
        && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static object? ReadBoolean(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    private static object? ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static object? ReadInstant(string text) =>
        Query.PointInTime.Parse("", text, Query.PointInTime.Side.Beginning, "").Try(out var moment, out _) ? moment : null;

    private static object? ReadVersion(string text) => ReleaseVersion.TryParse(text, out var version) ? version : null;
}
