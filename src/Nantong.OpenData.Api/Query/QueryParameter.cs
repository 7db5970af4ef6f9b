namespace Nantong.OpenData.Api.Query;

/// <summary>A query parameter that a route understands: the check of requests and the OpenAPI document both read it here.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does, for the caller.</param>
/// <param name="Type">JSON Schema type of its value.</param>
/// <param name="Minimum">Smallest number; null when it is not a number.</param>
/// <param name="Maximum">Largest number; null when there is none.</param>
/// <param name="Default">What holds when it is absent; null when nothing does.</param>
/// <param name="Values">The allowed words; empty when any are.</param>
internal sealed record QueryParameter(
    string Name,
    string Description,
    string Type,
    int? Minimum = null,
    int? Maximum = null,
    string? Default = null,
    params IReadOnlyList<string> Values
)
{
    /// <summary>A value, for a parameter that no recorded request has; null for all others.</summary>
    public string? Example { get; init; }

    /// <summary>True when nothing can be answered without it.</summary>
    public bool Required { get; init; }

    /// <summary>Asks for a form without header or extension.</summary>
    public static QueryParameter Format(IReadOnlyList<Formats.Format> offered) =>
        new(
            "format",
            "Form of the answer, for callers who cannot set `Accept`; an extension of the path wins over it.",
            "string",
            Values: [.. offered.Select(format => format.Extension)]
        );

    /// <summary>Page size of a list.</summary>
    public static QueryParameter Limit { get; } =
        new(
            "limit",
            $"Largest number of items on the page, {ListQuery.DefaultLimit} when absent; 0 asks for the counts only. As CSV and NDJSON all "
                + "items come when it is absent.",
            "integer",
            0,
            ListQuery.MaxLimit
        );

    /// <summary>Page size of a list that is read by keys.</summary>
    public static QueryParameter LimitOfKeyed { get; } =
        Limit with
        {
            Description =
                $"Largest number of items on the page, {ListQuery.DefaultLimit} when absent; 0 asks for the counts only. As CSV and NDJSON "
                + $"up to {ListQuery.MaxWhole} rows come whole when it is absent; more are refused then: the files of the release hold all.",
        };

    /// <summary>Where a page begins.</summary>
    public static QueryParameter Cursor { get; } =
        new(
            "cursor",
            "Where the page begins: taken from `page.next` of the page before. Opaque, and valid only for the list, release, filter and "
                + "order that gave it.",
            "string"
        );

    /// <summary>The order of a list.</summary>
    public static QueryParameter Sort { get; } =
        new(
            "sort",
            $"Order: up to {Query.Sort.MaxKeys} fields with commas between them, each with `:asc` or `:desc` behind it: "
                + "`target.value:desc,seq`. What has no value comes last; at last the id decides.",
            "string"
        );

    /// <summary>In which order, where a list is read from the store by keys.</summary>
    public static QueryParameter SortOfKeyed { get; } =
        Sort with
        {
            Description =
                $"{Sort.Description} Only where filters leave at most {ListQuery.MaxWhole} rows; without it rows come in the order of "
                + "indicator, area and year.",
        };

    /// <summary>Which fields of the items are sent.</summary>
    public static QueryParameter Fields { get; } =
        new(
            "fields",
            "Only these fields, with commas between them: `id,name,target.value`. Keys stay where they are; those left out are absent, "
                + "whatever the schema requires. As CSV they are the columns, named by their paths with underscores.",
            "string"
        );

    /// <summary>Which fields of a record are sent.</summary>
    public static QueryParameter FieldsOfRecord { get; } =
        Fields with
        {
            Description =
                "Only these fields of the record, with commas between them: `id,name,target.value`. Those left out are absent, whatever "
                + "the schema requires, and so are `references`.",
        };

    /// <summary>How much an answer says besides its resource.</summary>
    public static QueryParameter Envelope { get; } =
        new(
            "envelope",
            "How much stands beside the resource in JSON: `full`, or `none` for its release, permalink, `authority.official` and warnings "
                + "alone. What is left out stands at `release.href`.",
            "string",
            Default: $"\"{FullEnvelope}\"",
            Values: [FullEnvelope, NoEnvelope]
        );

    /// <summary>The words of <see cref="Envelope"/>.</summary>
    public const string FullEnvelope = "full",
        NoEnvelope = "none";

    /// <summary>Which fields are counted.</summary>
    public static QueryParameter FacetFields { get; } =
        new("fields", "The fields to count the values of, with commas between them; the categorical ones when absent.", "string");

    /// <summary>The language of sentences.</summary>
    public static QueryParameter Lang { get; } =
        new(
            Language.Parameter,
            "Language of the `message` of warnings: `en` or `zh`, with whatever else a language tag says behind it (`zh-CN`); wins over "
                + "`Accept-Language`. Labels and data stand in both languages whatever is asked for.",
            "string",
            Default: $"\"{Language.English.Tag}\""
        );

    /// <summary>Whether CSV begins with a byte order mark.</summary>
    public static QueryParameter Bom { get; } =
        new(
            "bom",
            "For CSV that Excel opens: a byte order mark at the beginning, and an apostrophe before text that a spreadsheet would take for "
                + "something else: a formula, a date, a number.",
            "boolean",
            Default: "false"
        );

    /// <summary>The language of CSV heads.</summary>
    public static QueryParameter Header { get; } =
        new(
            "header",
            "Words of CSV: `id` for the ids of fields and the codes in their cells, `zh` for Chinese heads and what codes mean in Chinese; a "
                + "field that has no Chinese head keeps its id.",
            "string",
            Default: "\"id\"",
            Values: ["id", "zh"]
        );

    /// <summary>What is sent besides the fields of the items.</summary>
    public static QueryParameter Include(IEnumerable<(string Name, string Description)> expansions) =>
        new(
            "include",
            "What else belongs to each item, with commas between them; it stands in its member `included`. "
                + $"{string.Join(" ", expansions.Select(expansion => $"`{expansion.Name}`: {expansion.Description}."))} Not as CSV.",
            "string"
        );

    /// <summary>The moment to look back to.</summary>
    public static QueryParameter AsOf { get; } =
        new(
            PointInTime.AsOf,
            "Answers from the release that readers got at this moment: a date (its end, in UTC) or an RFC 3339 date-time (the end of the "
                + "second or minute that it is written to). Not together with an exact version.",
            "string"
        );

    /// <summary>From when a log is read.</summary>
    public static QueryParameter Since { get; } =
        new("since", "Only releases after this one: a version (`1.0.0`), a date (its beginning, in UTC) or an RFC 3339 date-time.", "string");

    /// <summary>From when the catalogue is read.</summary>
    public static QueryParameter ModifiedSince { get; } =
        new(
            "modified_since",
            "Only what was published or changed its status then or later: a date (its beginning, in UTC) or an RFC 3339 date-time.",
            "string"
        );

    /// <summary>A value that is compared with a target.</summary>
    public static QueryParameter Value { get; } =
        new("value", "The value to compare: a decimal number in the indicator's unit, or `true` or `false` for a milestone.", "string")
        {
            Required = true,
        };

    /// <summary>The year of that value.</summary>
    public static QueryParameter Year { get; } =
        new("year", "The year of the value, from the base year to ten years after the target year; the target year when absent.", "integer");

    /// <summary>How deep a table of contents goes.</summary>
    public static QueryParameter Depth { get; } = new("depth", "Number of levels, from 1; all levels when absent.", "integer", 1, 9);

    /// <summary>Whether a table of contents is a flat list.</summary>
    public static QueryParameter Flat { get; } =
        new("flat", "True for one flat list in reading order instead of nested entries.", "boolean", Default: "false");
}
