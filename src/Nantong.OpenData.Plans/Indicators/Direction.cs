namespace Nantong.OpenData.Plans.Indicators;

/// <summary>Which way a value is meant to go.</summary>
/// <param name="Value"><c>increase</c>, <c>decrease</c>, <c>maintain</c>, <c>floor</c> (stay above a value below the baseline), <c>achieve</c> (a milestone) or <c>rate-of-decline</c>.</param>
/// <param name="Basis">Always <c>inferred</c>: the plan prints no direction.</param>
/// <param name="Rule">The rule that gave the value.</param>
public sealed record Direction(string Value, string Basis, string Rule)
{
    /// <summary>Infers the direction of a row; null when it prints too little to tell.</summary>
    /// <param name="name">The indicator's name: 下降率 is a rate of decline.</param>
    /// <param name="baseline">Its value in the base year.</param>
    /// <param name="target">What it aims at.</param>
    public static Direction? Infer(string name, Baseline baseline, Target target) => (baseline.Value, target) switch
    {
        (_, { Kind: TargetKind.Milestone }) => Inferred("achieve", "target is a milestone"),
        (null, { Cumulative: true }) when name.EndsWith("下降率", StringComparison.Ordinal) =>
            Inferred("rate-of-decline", "name ends in 下降率: what it measures falls; the target is its fall over the period, not a sum of yearly rates"),
        ({ } from, { Value: { } to, Operator: TargetOperator.Gt or TargetOperator.Gte } limit) when to < from =>
            Inferred("floor", $"operator {(limit.Operator is TargetOperator.Gt ? "gt" : "gte")} and value < baseline"),
        ({ } from, { Value: { } to }) when to == from => Inferred("maintain", "value = baseline"),
        ({ } from, { Value: { } to }) => to > from ? Inferred("increase", "value > baseline") : Inferred("decrease", "value < baseline"),
        _ => null,
    };

    /// <summary>How a target with this direction is to be read; null for a milestone.</summary>
    public Interpretation? Read(Target target) => (target, Value) switch
    {
        ({ Value: null }, _) => null,
        ({ Operator: not TargetOperator.None } stated, _) => new Interpretation(stated.Operator, "stated"),
        (_, "decrease") => new Interpretation(TargetOperator.Lte, "inferred"),
        _ => new Interpretation(TargetOperator.Gte, "inferred"),
    };

    private static Direction Inferred(string value, string rule) => new(value, "inferred", rule);
}
