namespace Nantong.OpenData.Api.ProblemDetails;

/// <summary>A kind of refusal. Its <c>code</c> never changes its meaning.</summary>
/// <param name="Code">Stable code, for programs.</param>
/// <param name="Status">The HTTP status that it comes with.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Remedy">What a caller can do about it.</param>
public sealed record ProblemType(string Code, int Status, string Title, string Remedy)
{
    internal static ProblemType UnknownParameter { get; } =
        new("unknown-parameter", 400, "Unknown query parameter", "Use one of the allowed parameters; the error lists them.");
    internal static ProblemType UnknownField { get; } =
        new("unknown-field", 400, "Unknown field", "Filter by one of the fields that the error lists.");
    internal static ProblemType UnknownOperator { get; } =
        new("unknown-operator", 400, "Unknown operator", "Use one of the operators that the error lists for the field.");
    internal static ProblemType InvalidParameter { get; } =
        new("invalid-parameter", 400, "Invalid parameter", "Send a value that keeps the rule that the error names.");
    internal static ProblemType InvalidVersion { get; } =
        new(
            "invalid-version",
            400,
            "Invalid version",
            "Behind the plan's id write @1, @1.2 or @1.2.0, or leave it out for the latest release; elsewhere a release is named in full: 1.2.0."
        );
    internal static ProblemType MalformedRequest { get; } = new("malformed-request", 400, "Malformed request", "Send a well-formed HTTP request.");
    internal static ProblemType UnknownRoute { get; } =
        new("unknown-route", 404, "No such address", "Start at the service document and follow its links.");
    internal static ProblemType UnknownPlan { get; } = new("unknown-plan", 404, "No such plan", "Use one of the known plans; the error lists them.");
    internal static ProblemType UnknownRelease { get; } =
        new("unknown-release", 404, "No such release", "Use one of the known releases; the error lists them.");
    internal static ProblemType NotFound { get; } =
        new("not-found", 404, "No such resource", "Use an id from the list of that resource; didYouMean holds near ones.");
    internal static ProblemType MethodNotAllowed { get; } =
        new("method-not-allowed", 405, "Method not allowed", "Use a method that the header Allow lists.");
    internal static ProblemType NotAcceptable { get; } =
        new("not-acceptable", 406, "No such form", "Ask for one of the forms that the error lists, by extension, format= or Accept.");
    internal static ProblemType Withdrawn { get; } =
        new(
            "release-withdrawn",
            410,
            "Release withdrawn",
            "Use the replacement where one is named; what is known of the release stays readable under releases."
        );
    internal static ProblemType PreconditionFailed { get; } =
        new(
            "precondition-failed",
            412,
            "Precondition failed",
            "Ask again without the condition, or with what the error lists: what is there now is something else."
        );
    internal static ProblemType TooLarge { get; } = new("request-too-large", 413, "Request too large", "Send less.");
    internal static ProblemType TargetTooLong { get; } =
        new("uri-too-long", 414, "Address too long", "Send a shorter path and query; config tells the limit.");
    internal static ProblemType RangeNotSatisfiable { get; } =
        new("range-not-satisfiable", 416, "No such range", "Ask for bytes that the file has; Content-Range tells its length.");
    internal static ProblemType QuotaExceeded { get; } =
        new("quota-exceeded", 429, "Too many requests", "Wait for as long as Retry-After says; RateLimit tells in every answer what is left.");
    internal static ProblemType HeadersTooLarge { get; } =
        new("headers-too-large", 431, "Header fields too large", "Send fewer or shorter header fields; config tells the limits.");
    internal static ProblemType Internal { get; } = new("internal-error", 500, "Internal error", "Try again; report the requestId when it stays.");
    internal static ProblemType Busy { get; } =
        new("service-busy", 503, "Too much to compute now", "Try again after the time in Retry-After; what was computed once is kept.");
    internal static ProblemType StoreUnavailable { get; } =
        new("store-unavailable", 503, "Data not available now", "Try again after the time in Retry-After.");
    internal static ProblemType Damaged { get; } =
        new(
            "release-damaged",
            503,
            "Release damaged",
            "Use the plan's address without a version: it shows the newest release that is whole. Operators: 'opendata repair' mends what it can."
        );

    /// <summary>Every kind of refusal, in the order of their statuses.</summary>
    internal static IReadOnlyList<ProblemType> All { get; } =
    [
        UnknownParameter,
        UnknownField,
        UnknownOperator,
        InvalidParameter,
        InvalidVersion,
        MalformedRequest,
        UnknownRoute,
        UnknownPlan,
        UnknownRelease,
        NotFound,
        MethodNotAllowed,
        NotAcceptable,
        Withdrawn,
        PreconditionFailed,
        TooLarge,
        TargetTooLong,
        RangeNotSatisfiable,
        QuotaExceeded,
        HeadersTooLarge,
        Internal,
        Busy,
        StoreUnavailable,
        Damaged,
    ];
}
