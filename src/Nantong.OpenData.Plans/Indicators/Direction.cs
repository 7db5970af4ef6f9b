namespace Nantong.OpenData.Plans.Indicators;

/// <summary>Which way a value is meant to go.</summary>
/// <param name="Value"><c>increase</c>, <c>decrease</c>, <c>maintain</c>, <c>floor</c> (stay above a value below the baseline), <c>ceiling</c> (stay
/// below a value above the baseline), <c>achieve</c> (a milestone), <c>rate-of-decline</c>, or <c>unknown</c>.</param>
/// <param name="Basis">Always <c>inferred</c>: the plan prints no direction.</param>
/// <param name="Rule">The rule that gave the value.</param>
public sealed record Direction(string Value, string Basis, string Rule)
{
    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> Values { get; } =
    ["increase", "decrease", "maintain", "floor", "ceiling", "achieve", "rate-of-decline", "unknown"];

    /// <summary>The direction that an editor declares; else what the operator and the baseline of the row tell; else unknown.</summary>
    /// <param name="declared">What <c>plan.json</c> declares; null when nothing.</param>
    /// <param name="baseline">The value of the base year.</param>
    /// <param name="target">What the row aims at.</param>
    public static Direction Of(DeclaredDirection? declared, Baseline baseline, Target target) =>
        declared is not null ? Inferred(declared.Value, declared.Rule) : Infer(baseline, target);

    /// <summary>Infers the direction of a row from what it prints.</summary>
    /// <param name="baseline">Its value in the base year.</param>
    /// <param name="target">What it aims at.</param>
    public static Direction Infer(Baseline baseline, Target target) =>
        (baseline.Value, target) switch
        {
            (_, { Kind: TargetKind.Milestone }) => Inferred("achieve", "target is a milestone"),
            ({ } from, { Value: { } to, Operator: TargetOperator.Gt or TargetOperator.Gte } limit) when to < from => Inferred(
                "floor",
                $"operator {Code(limit)} and value < baseline"
            ),
            ({ } from, { Value: { } to, Operator: TargetOperator.Lt or TargetOperator.Lte } limit) when to > from => Inferred(
                "ceiling",
                $"operator {Code(limit)} and value > baseline"
            ),
            ({ } from, { Value: { } to, Operator: TargetOperator.Gt or TargetOperator.Lt } limit) when to == from => ByOperator(limit),
            ({ } from, { Value: { } to }) when to == from => Inferred("maintain", "value = baseline"),
            ({ }, { Cumulative: true, Operator: TargetOperator.None }) => Unknown,
            ({ } from, { Value: { } to }) => to > from ? Inferred("increase", "value > baseline") : Inferred("decrease", "value < baseline"),
            ({ } from, { From: { } least, To: { } most }) => least > from ? Inferred("increase", "range > baseline")
            : most < from ? Inferred("decrease", "range < baseline")
            : Inferred("maintain", "baseline in range"),
            (_, { Kind: TargetKind.Growth, Rate: > 0 }) => Inferred("increase", "target is a rate of growth"),
            (null, { Operator: not TargetOperator.None } limit) => ByOperator(limit),
            _ => Unknown,
        };

    private static Direction Unknown { get; } = Inferred("unknown", "neither operator nor baseline tells");

    /// <summary>How a target with this direction is to be read; null for one without a number.</summary>
    public Interpretation? Read(Target target) =>
        (target, Value) switch
        {
            ({ Value: null }, _) => null,
            ({ Operator: not TargetOperator.None } stated, _) => new Interpretation(stated.Operator, "stated"),
            (_, "unknown") => new Interpretation(TargetOperator.None, "inferred"),
            (_, "decrease" or "ceiling") => new Interpretation(TargetOperator.Lte, "inferred"),
            _ => new Interpretation(TargetOperator.Gte, "inferred"),
        };

    private static Direction ByOperator(Target target) =>
        target.Operator is TargetOperator.Gt or TargetOperator.Gte
            ? Inferred("increase", $"operator {Code(target)}")
            : Inferred("decrease", $"operator {Code(target)}");

    private static string Code(Target target) =>
        target.Operator switch
        {
            TargetOperator.Gt => "gt",
            TargetOperator.Gte => "gte",
            TargetOperator.Lt => "lt",
            _ => "lte",
        };

    private static Direction Inferred(string value, string rule) => new(value, "inferred", rule);
}
