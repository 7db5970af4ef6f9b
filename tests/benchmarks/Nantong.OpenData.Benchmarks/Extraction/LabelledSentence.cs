using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Commitments;

namespace Nantong.OpenData.Benchmarks.Extraction;

/// <summary>A made-up sentence in the style of some plan, with what a reader ought to find in it, labelled by hand.</summary>
/// <param name="Style">Kind of text that it imitates.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Heading">The heading that it is read under.</param>
internal sealed record LabelledSentence(string Style, string Text, string Heading = "主要任务")
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>What is to be found.</summary>
    public IReadOnlyList<CommitmentLabel> Commitments { get; init; } = [];

    /// <summary>What is to be left out, and why.</summary>
    public IReadOnlyList<ExclusionLabel> Exclusions { get; init; } = [];

    /// <summary>The sample that the rules were tuned on: what it measures is kept, not proved.</summary>
    public static IReadOnlyList<LabelledSentence> Tuned() => Read("tuned.json");

    /// <summary>The sample that was labelled before the reader saw it.</summary>
    public static IReadOnlyList<LabelledSentence> HeldOut() => Read("held-out.json");

    /// <summary>A second sample labelled before the reader saw it, with grades, ranks, numerals, scopes and dated promises without a
    /// number.</summary>
    public static IReadOnlyList<LabelledSentence> Fresh() => Read("fresh.json");

    /// <summary>A third sample labelled before the reader saw it, in the manner of other cities' plans.</summary>
    public static IReadOnlyList<LabelledSentence> Blind() => Read("blind.json");

    /// <summary>The sixth sample, labelled before the reader saw it: many subjects and ways to set a sentence.</summary>
    public static IReadOnlyList<LabelledSentence> Sixth() => Read("sixth.json");

    /// <summary>The seventh sample, labelled before the reader saw it: typical sentences.</summary>
    public static IReadOnlyList<LabelledSentence> Seventh() => Read("seventh.json");

    /// <summary>The eighth sample, labelled before the reader saw it, as plans of towns, coasts and waters print them.</summary>
    public static IReadOnlyList<LabelledSentence> Eighth() => Read("eighth.json");

    private static List<LabelledSentence> Read(string file) =>
        JsonSerializer.Deserialize<List<LabelledSentence>>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Extraction", file)), Strict)!;
}

/// <summary>A commitment to be found: the members that are set must be right.</summary>
internal sealed record CommitmentLabel(
    string Exact,
    CommitmentKind Kind,
    string? Subject,
    decimal? Value,
    decimal? From,
    decimal? To,
    QuantityOperator? Operator,
    string? Deadline
)
{
    /// <summary>True when a commitment quotes the same characters and is of the same kind.</summary>
    public bool IsFoundIn(Commitment commitment) => commitment.Anchor.Quote.Exact == Exact && commitment.Kind == Kind;

    /// <summary>The first member that is wrong; null when all that are set are right.</summary>
    public string? Difference(Commitment found) =>
        Subject is not null && found.Subject != Subject ? $"subject {found.Subject}, not {Subject}"
        : Value is not null && found.Value != Value ? string.Create(CultureInfo.InvariantCulture, $"value {found.Value}, not {Value}")
        : From is not null && (found.From, found.To) != (From, To)
            ? string.Create(CultureInfo.InvariantCulture, $"range {found.From}–{found.To}, not {From}–{To}")
        : Operator is not null && found.Operator != Operator ? $"operator {found.Operator}, not {Operator}"
        : Deadline is not null && found.Deadline?.Raw != Deadline ? $"deadline {found.Deadline?.Raw}, not {Deadline}"
        : null;
}

/// <summary>Digits to be left out.</summary>
internal sealed record ExclusionLabel(ExclusionReason Reason, string Raw)
{
    /// <summary>True when an exclusion has these digits for this reason.</summary>
    public bool IsFoundIn(Exclusion exclusion) => exclusion.Raw.Contains(Raw, StringComparison.Ordinal) && exclusion.Reason == Reason;
}
