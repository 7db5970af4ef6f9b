using System.Text.Json.Serialization;
using Nantong.OpenData.Plans.Commitments;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Plans.Corrections;

/// <summary>What an editor does about a number or promise that the rules read wrongly.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionAction>))]
public enum CorrectionAction
{
    /// <summary>The commitment is there and one of its members is wrong.</summary>
    [JsonStringEnumMemberName("change")]
    Change,

    /// <summary>The words are no commitment: their digits are excluded for a reason.</summary>
    [JsonStringEnumMemberName("exclude")]
    Exclude,

    /// <summary>The words are a commitment that no rule reads.</summary>
    [JsonStringEnumMemberName("add")]
    Add,
}

/// <summary>An editor's correction of the commitments, from <c>commitments.json</c>. A source that no longer has its words breaks it aloud.</summary>
/// <param name="Node">Id of the node.</param>
/// <param name="Words">The words that it is about, which stand once in the node's text.</param>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why: for the next editor, and for readers of the record.</param>
/// <param name="Subject">What is counted, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Kind">What the quantity is, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Value">The number in the code of the unit, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Unit">The unit, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Operator">How the number binds, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Measure">Whether the number is a level or a change, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="Modality">The words that say how it is meant, for <c>change</c> and <c>add</c>; null leaves them as they are.</param>
/// <param name="Deadline">The date or period that holds for it, for <c>change</c> and <c>add</c>; null leaves it as it is.</param>
/// <param name="As">Why the digits are no quantity, for <c>exclude</c>; null otherwise.</param>
public sealed record Correction(
    string Node,
    string Words,
    CorrectionAction Action,
    string Reason,
    string? Subject = null,
    CommitmentKind? Kind = null,
    decimal? Value = null,
    Unit? Unit = null,
    QuantityOperator? Operator = null,
    QuantityMeasure? Measure = null,
    IReadOnlyList<string>? Modality = null,
    CorrectedDeadline? Deadline = null,
    ExclusionReason? As = null
);

/// <summary>The date or period that an editor says holds for a commitment.</summary>
/// <param name="Words">The words of the text that set it (<c>到2025年</c>), which stand once in their node.</param>
/// <param name="Node">Id of the node that prints them; null where it is the node of the commitment.</param>
public sealed record CorrectedDeadline(string Words, string? Node = null);
