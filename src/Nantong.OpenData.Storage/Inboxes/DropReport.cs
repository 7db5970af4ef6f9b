using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Nantong.OpenData.Plans;
using Nantong.OpenData.Releases;
using Nantong.OpenData.Releases.Versioning;

namespace Nantong.OpenData.Storage.Inboxes;

/// <summary>What became of a drop. Kept beside its files as <c>report.json</c>.</summary>
/// <param name="Plan">Id of the plan.</param>
/// <param name="Drop">Name of the drop.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Release">The release that was made from it, or that has its content already; null when there is none.</param>
/// <param name="Decision">The bump that its changes needed, and why; null where nothing was compared.</param>
/// <param name="Error">The first rule that it breaks; null unless it was refused for one.</param>
/// <param name="Explanation">The whole of it in a sentence.</param>
/// <param name="ReportedAt">When, in UTC.</param>
public sealed record DropReport(
    string Plan,
    string Drop,
    DropOutcome Outcome,
    ReleaseVersion? Release,
    VersionDecision? Decision,
    DropError? Error,
    string Explanation,
    DateTimeOffset ReportedAt
)
{
    /// <summary>Its file name.</summary>
    public const string FileName = "report.json";

    /// <summary>The rules that it breaks, in the order of its files and their lines; the first 100 where there are more. Empty unless it was
    /// refused for one.</summary>
    public IReadOnlyList<DropError> Errors { get; init; } = [];

    /// <summary>The number of all rules that it breaks.</summary>
    public int ErrorCount { get; init; }

    /// <summary>What an editor should look at, as <c>opendata check</c> tells it; none of it kept the drop from being published. The first 100 where
    /// there are more.</summary>
    public IReadOnlyList<DropError> Warnings { get; init; } = [];

    /// <summary>The number of all warnings.</summary>
    public int WarningCount { get; init; }

    private static readonly InboxJson Readable = new(
        new JsonSerializerOptions(InboxJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    ); // for people

    /// <summary>The report as a file, Chinese as such.</summary>
    internal BinaryData ToFile() => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(this, Readable.DropReport));
}

/// <summary>What became of a drop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DropOutcome>))]
public enum DropOutcome
{
    /// <summary>A release was made from it.</summary>
    [JsonStringEnumMemberName("published")]
    Published,

    /// <summary>The latest release has its content already.</summary>
    [JsonStringEnumMemberName("unchanged")]
    Unchanged,

    /// <summary>It breaks a rule, or the program failed over it; nothing was published.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Another publisher was in the way, or the latest release is damaged; it stays in the inbox for the next run.</summary>
    [JsonStringEnumMemberName("waiting")]
    Waiting,

    /// <summary>The store failed over it, which is no editor's fault; it stays in the inbox for the next run, and other drops went on.</summary>
    [JsonStringEnumMemberName("stuck")]
    Stuck,

    /// <summary>Its <c>publish.json</c> stands where no drop can be, so that no run will ever read it.</summary>
    [JsonStringEnumMemberName("misplaced")]
    Misplaced,
}

/// <summary>The place in a drop that breaks a rule.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Its line, from 1; null where the file as a whole is meant.</param>
/// <param name="Where">The place as it was named.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Rule">What is allowed there.</param>
/// <param name="Column">Its place in the line, in UTF-16 units from 1; null where the line as a whole is meant.</param>
public sealed partial record DropError(string File, int? Line, string Where, string Found, string Rule, int? Column = null)
{
    /// <summary>Takes the place apart.</summary>
    internal static DropError Of(Unreadable error)
    {
        var place = Place().Match(error.Where);
        var line = place.Groups["line"] is { Success: true, Value: var digits }
            ? int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture)
            : (int?)null;
        return new DropError(place.Success ? place.Groups["file"].Value : PlanFile.Source, line, error.Where, error.Found, error.Rule, error.Column);
    }

    [GeneratedRegex(@"^(?<file>[a-z]+\.[a-z]+)(?: line (?<line>[0-9]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}

/// <summary>How reports and orders become JSON.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(DropReport))]
[JsonSerializable(typeof(PublishOrder))]
internal sealed partial class InboxJson : JsonSerializerContext;
