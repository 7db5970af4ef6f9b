using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;
using Near = Nantong.OpenData.Api.Query.DidYouMean;

namespace Nantong.OpenData.Api.ProblemDetails;

/// <summary>Every way to refuse a request: the only place that leads to a status of 400 or more.</summary>
internal static partial class Problems
{
    private static readonly TimeSpan SoonAgain = TimeSpan.FromSeconds(5);

    /// <summary>The query holds a parameter that the route does not know.</summary>
    public static Problem UnknownParameter(string name, IReadOnlyList<string> allowed) =>
        new(
            ProblemType.UnknownParameter,
            $"This address does not know the parameter '{name}'.",
            new ProblemError(allowed is [] ? "no parameter is known here" : "one of the allowed parameters", name, null, allowed)
        )
        {
            DidYouMean = Near.OfParameter(name, allowed),
        };

    /// <summary>Several refusals of one request as one: its kind is that of the first, its errors are those of all.</summary>
    public static Problem Together(IReadOnlyList<Problem> refusals) =>
        refusals is [var only]
            ? only
            : refusals[0] with
            {
                Detail = string.Join(' ', refusals.Select(refusal => refusal.Detail)),
                Errors = [.. refusals.SelectMany(refusal => refusal.Errors)],
                DidYouMean = [.. refusals.SelectMany(refusal => refusal.DidYouMean).Distinct()],
            };

    /// <summary>A condition names a field that the records do not have.</summary>
    public static Problem UnknownField(string parameter, string field, IReadOnlyList<string> allowed) =>
        new(
            ProblemType.UnknownField,
            $"The parameter '{parameter}' names no field of this collection.",
            new ProblemError("one of the fields of this collection", parameter, field, allowed)
        )
        {
            DidYouMean = Near.Of(field, allowed),
        };

    /// <summary>A condition names an operator that does not exist, or that its field does not have.</summary>
    /// <param name="parameter">Name of the parameter.</param>
    /// <param name="op">The operator.</param>
    /// <param name="field">The field.</param>
    /// <param name="allowed">The operators that the field has.</param>
    /// <param name="inner">The fields that hold values in a field that is an object.</param>
    public static Problem UnknownOperator(string parameter, string op, string field, IReadOnlyList<string> allowed, IEnumerable<string> inner) =>
        new(
            ProblemType.UnknownOperator,
            $"The field '{field}' is not compared by '{op}'.",
            new ProblemError("one of the operators of this field", parameter, op, allowed)
        )
        {
            DidYouMean = [.. Near.Of(op, allowed), .. inner.Take(3)],
        };

    /// <summary>A parameter cannot be read.</summary>
    public static Problem Invalid(Unreadable error, params IReadOnlyList<string> allowed) =>
        new(
            ProblemType.InvalidParameter,
            $"The parameter '{error.Where}' must be {error.Rule}.",
            new ProblemError(error.Rule, error.Where, error.Found, allowed)
        )
        {
            DidYouMean =
            [
                .. error.Where == Sort.Parameter ? Sort.Near(error.Found, allowed) : Near.Of(error.Found, allowed),
                .. Inner(error.Found, allowed),
            ],
        };

    /// <summary>What may have been meant by the name of an object: the values in it.</summary>
    private static IEnumerable<string> Inner(string found, IReadOnlyList<string> allowed) =>
        allowed.Where(name => name.StartsWith($"{found}.", StringComparison.Ordinal)).Take(3);

    /// <summary>A table would be too large to be sent whole, or nobody knows how large: then a file of the release is what is wanted, or
    /// pages.</summary>
    /// <param name="total">How many rows it would have; null when only reading very many rows would tell.</param>
    /// <param name="most">The most rows that are sent at once.</param>
    /// <param name="file">Path of the file that holds all rows.</param>
    public static Problem NeedsLimit(int? total, int most, string file) =>
        OfMany(
            "limit",
            $"The parameter 'limit' is missing; without it only tables of at most {most} rows are sent, and this one has {Rows(total)}. The "
                + "file holds all rows.",
            $"a whole number from 0 to {ListQuery.MaxLimit} where there are, or may be, more than {most} rows",
            file
        );

    /// <summary>What a parameter asks for needs all rows at once, and they are too many, or nobody knows how many.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="total">How many rows there are; null when only reading very many rows would tell.</param>
    /// <param name="most">The most rows that it is done with.</param>
    /// <param name="file">Path of the file that holds all rows.</param>
    public static Problem TooMany(string parameter, int? total, int most, string file) =>
        OfMany(
            parameter,
            $"What '{parameter}' asks for is done with at most {most} rows, and these are {Rows(total)}. Filters make them fewer; the file "
                + "holds all.",
            $"used where filters leave at most {most} rows",
            file
        );

    private static Problem OfMany(string parameter, string detail, string rule, string file) =>
        new(ProblemType.InvalidParameter, detail, new ProblemError(rule, parameter, null, []))
        {
            Paths = new Dictionary<string, string> { ["file"] = file },
        };

    private static string Rows(int? total) => total is { } known ? $"{known}" : "perhaps more";

    /// <summary>A parameter is missing without which nothing can be answered.</summary>
    public static Problem Absent(string parameter, string rule, params IReadOnlyList<string> allowed) =>
        new(
            ProblemType.InvalidParameter,
            $"The parameter '{parameter}' is missing; it takes {rule}.",
            new ProblemError(rule, parameter, null, allowed)
        );

    /// <summary>What stands behind the plan's <c>@</c> is no version.</summary>
    public static Problem InvalidVersion(string found)
    {
        const string rule = "one to three whole numbers without leading zeros, joined by dots: 1, 1.2 or 1.2.0";
        return new(ProblemType.InvalidVersion, $"'{found}' is not a version.", new ProblemError(rule, "plan", found, []));
    }

    /// <summary>What should name one release names none, or several.</summary>
    public static Problem InvalidRelease(string found, string parameter = "version")
    {
        const string rule = "three whole numbers without leading zeros, joined by dots: 1.2.0";
        return new(ProblemType.InvalidVersion, $"'{found}' does not name one release.", new ProblemError(rule, parameter, found, []));
    }

    /// <summary>The request is not well formed; the status is the framework's, where it has said more than 400.</summary>
    public static Problem Malformed(string detail, int status = StatusCodes.Status400BadRequest) =>
        new(ProblemType.MalformedRequest, detail) { Status = status };

    /// <summary>The request is larger than the service reads.</summary>
    public static Problem TooLarge() => new(ProblemType.TooLarge, "The request is larger than this service reads.");

    /// <summary>Path and query are longer than the service reads.</summary>
    public static Problem TargetTooLong(int found, int limit) =>
        new(
            ProblemType.TargetTooLong,
            $"Path and query take {found} bytes.",
            new ProblemError($"at most {limit} bytes", "path and query", $"{found} bytes", [])
        );

    /// <summary>The header fields are more, or larger, than the service reads.</summary>
    public static Problem HeadersTooLarge(string found, string rule) =>
        new(ProblemType.HeadersTooLarge, $"The request has {found}.", new ProblemError(rule, "header fields", found, []));

    /// <summary>The client has sent more requests than a policy allows.</summary>
    public static Problem QuotaExceeded(string policy, int requests, TimeSpan wait) =>
        new(ProblemType.QuotaExceeded, $"This address has used up its {requests} requests of the policy '{policy}'; they come back one by one.")
        {
            ViolatedPolicies = [policy],
            RetryAfter = wait,
        };

    /// <summary>What is there now is not what the client wants to go on with.</summary>
    /// <param name="header">The header that says what it wants.</param>
    /// <param name="found">What stands in it.</param>
    /// <param name="now">What would be right now: a tag, or a date.</param>
    public static Problem PreconditionFailed(string header, string found, string now) =>
        new(
            ProblemType.PreconditionFailed,
            $"What is at this address now is not what the header {header} asks for.",
            new ProblemError(
                header is "If-Match" ? "a strong entity tag of what is there now, or *" : "a date since which nothing has changed",
                header,
                found,
                [now]
            )
        );

    /// <summary>A part of a file was asked for that it does not have.</summary>
    public static Problem RangeNotSatisfiable(string found, long length) =>
        new(
            ProblemType.RangeNotSatisfiable,
            $"The file has {length} bytes; none of them is in the range.",
            new ProblemError($"a range from 0 to {length - 1}", "Range", found, [])
        )
        {
            LengthOfFile = length,
        };

    /// <summary>The client takes neither the resource as it is nor under any coding that the service has.</summary>
    public static Problem NoSuchCoding(string found) =>
        new(
            ProblemType.NotAcceptable,
            "This resource does not exist in the content coding that was asked for.",
            new ProblemError("an offered content coding", "Accept-Encoding", found, ["br", "gzip", "identity"])
        );

    /// <summary>The path is known, the method is not.</summary>
    public static Problem MethodNotAllowed(string method, IReadOnlyList<string> allowed) =>
        new(
            ProblemType.MethodNotAllowed,
            $"This address does not answer {method}.",
            new ProblemError("one of the allowed methods", "method", method, allowed)
        );

    /// <summary>The resource exists, but not in a form that the client takes.</summary>
    public static Problem NotAcceptable(IReadOnlyList<Format> offered, RequestedFormat wish) =>
        new(
            ProblemType.NotAcceptable,
            "This resource does not exist in the form that was asked for.",
            wish switch
            {
                { Extension: { } extension } => new ProblemError(
                    "an offered extension",
                    "extension",
                    extension,
                    [.. offered.Select(format => format.Extension)]
                ),
                { Parameter: { } parameter } => new ProblemError(
                    "an offered format",
                    "format",
                    parameter,
                    [.. offered.Select(format => format.Extension)]
                ),
                { Accept: var accept } => new ProblemError(
                    "an offered media type",
                    "Accept",
                    accept,
                    [.. offered.Select(format => format.MediaType)]
                ),
            }
        );

    /// <summary>The program failed.</summary>
    public static Problem Internal() => new(ProblemType.Internal, "The service failed to answer this request.");

    /// <summary>So many wait for what takes long to compute that one more would not be served in time.</summary>
    public static Problem Busy(string what) => new(ProblemType.Busy, $"Too many {what} are being computed now.") { RetryAfter = SoonAgain };
}
