using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases.Changes;
using Nantong.OpenData.Releases.Files;
using Nantong.OpenData.Releases.Records;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Api.Resources.Versions;

/// <summary>Which changes of a comparison a request asks for. The summary counts all of them whatever is asked for.</summary>
/// <param name="Severities">Severities to keep.</param>
/// <param name="Kinds">Kinds to keep.</param>
/// <param name="Types">Types of record to keep.</param>
internal sealed record ComparisonFilter(IReadOnlyList<string> Severities, IReadOnlyList<string> Kinds, IReadOnlyList<string> Types)
{
    private static readonly string[] AllSeverities = [.. Enum.GetValues<Bump>().Select(SeverityOf)];
    private static readonly string[] AllKinds = [.. Enum.GetValues<ChangeKind>().Select(KindOf)];
    private static readonly string[] AllTypes =
    [
        .. RecordKinds.All.SelectMany(kind => kind.Parts is { } parts ? [kind.Type, parts.Type] : (string[])[kind.Type]),
    ];

    /// <summary>Severities.</summary>
    public static QueryParameter Severity { get; } =
        new("severity", $"Severities of change to keep, comma separated: `{string.Join("`, `", AllSeverities)}`.", "string");

    /// <summary>Kinds.</summary>
    public static QueryParameter Kind { get; } =
        new("kind", $"Kinds of change to keep, comma separated: `{string.Join("`, `", AllKinds)}`.", "string");

    /// <summary>Types of record.</summary>
    public static QueryParameter Type { get; } =
        new("target.type", "Types of changed record to keep, comma separated: `node`, `indicator`, `commitment`, `place`, `file` …", "string");

    /// <summary>Reads what a query asks for.</summary>
    /// <param name="query">The query, one text per name.</param>
    public static Parsed<ComparisonFilter> Parse(IReadOnlyDictionary<string, string> query)
    {
        if (!Choice.Parse(query, Severity.Name, AllSeverities).Try(out var severities, out var error))
            return error;
        if (!Choice.Parse(query, Kind.Name, AllKinds).Try(out var kinds, out error))
            return error;
        return Choice.Parse(query, Type.Name, AllTypes).Try(out var types, out error) ? new ComparisonFilter(severities, kinds, types) : error;
    }

    /// <summary>What may stand in a parameter.</summary>
    public static IReadOnlyList<string> Allowed(string parameter) =>
        parameter == Severity.Name ? AllSeverities
        : parameter == Kind.Name ? AllKinds
        : AllTypes;

    /// <summary>True for a change that is asked for.</summary>
    public bool Matches(Change change) =>
        Severities.Contains(SeverityOf(change.Severity)) && Kinds.Contains(KindOf(change.Kind)) && Types.Contains(change.Target.Type);

    /// <summary>The code of a severity.</summary>
    public static string SeverityOf(Bump severity) => RecordJson.Code(severity, Wire.Json.Bump);

    /// <summary>The code of a kind.</summary>
    public static string KindOf(ChangeKind kind) => RecordJson.Code(kind, Wire.Json.ChangeKind);
}
