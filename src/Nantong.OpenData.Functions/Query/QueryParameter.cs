namespace Nantong.OpenData.Functions.Query;

/// <summary>A query parameter that a route understands: the check of requests and the OpenAPI document both read it here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, for the caller.</param>
/// <param name="Type">JSON Schema type of its value.</param>
/// <param name="Minimum">Smallest number; null when it is not a number.</param>
/// <param name="Maximum">Largest number; null when there is none.</param>
/// <param name="Default">What holds when it is absent; null when nothing does.</param>
/// <param name="Values">The allowed words; empty when any are.</param>
internal sealed record QueryParameter(
    string Name, string Description, string Type, int? Minimum = null, int? Maximum = null, string? Default = null, params IReadOnlyList<string> Values)
{
    /// <summary>True when nothing can be answered without it.</summary>
    public bool Required { get; init; }

    /// <summary>Asks for a form without header or extension.</summary>
    public static QueryParameter Format(IReadOnlyList<Formats.Format> offered) => new(
        "format", "Form of the answer, for callers who cannot set `Accept`; an extension of the path wins over it.", "string",
        Values: [.. offered.Select(format => format.Extension)]);

    /// <summary>Page size of a list.</summary>
    public static QueryParameter Limit { get; } = new(
        "limit", "Largest number of items on the page; 0 asks for the counts only.", "integer", 0, ListQuery.MaxLimit, $"{ListQuery.DefaultLimit}");

    /// <summary>Where a page begins.</summary>
    public static QueryParameter Cursor { get; } = new(
        "cursor", "Where the page begins: taken from `page.next` of the page before. Opaque, and valid only for the list and the release that gave it.", "string");

    /// <summary>The moment to look back to.</summary>
    public static QueryParameter AsOf { get; } = new(
        Moment.AsOf, "Answers from the release that readers got at this moment: a date (its end, in UTC) or an RFC 3339 date-time. Not together with an exact version.", "string");

    /// <summary>From when a log is read.</summary>
    public static QueryParameter Since { get; } = new(
        "since", "Only releases after this one: a version (`1.0.0`), a date (its beginning, in UTC) or an RFC 3339 date-time.", "string");

    /// <summary>From when the catalogue is read.</summary>
    public static QueryParameter ModifiedSince { get; } = new(
        "modified_since", "Only what was published or changed its status then or later: a date (its beginning, in UTC) or an RFC 3339 date-time.", "string");

    /// <summary>A value that is compared with a target.</summary>
    public static QueryParameter Value { get; } = new(
        "value", "The value to compare: a decimal number in the indicator's unit, or `true` or `false` for a milestone.", "string") { Required = true };

    /// <summary>The year of that value.</summary>
    public static QueryParameter Year { get; } = new(
        "year", "The year of the value, from the base year to ten years after the target year; the target year when absent.", "integer");

    /// <summary>How deep a table of contents goes.</summary>
    public static QueryParameter Depth { get; } = new("depth", "Number of levels, from 1; all levels when absent.", "integer", 1, 9);

    /// <summary>Whether a table of contents is a flat list.</summary>
    public static QueryParameter Flat { get; } = new("flat", "True for one flat list in reading order instead of nested entries.", "boolean", Default: "false");
}
