using Nantong.OpenData.Plans.Columns;
using Nantong.OpenData.Plans.Indicators;

namespace Nantong.OpenData.Releases.Files;

/// <summary>Enumerations as the codes that JSON writes, for formats that are not JSON.</summary>
public static class Codes
{
    /// <summary>Code of a target's printed operator: <c>gte</c>.</summary>
    public static string Of(TargetOperator value) => value switch
    {
        TargetOperator.None => "none",
        TargetOperator.Gt => "gt",
        TargetOperator.Gte => "gte",
        TargetOperator.Lt => "lt",
        TargetOperator.Lte => "lte",
        TargetOperator.Eq => "eq",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not an operator"),
    };

    /// <summary>Code of a target's form: <c>milestone</c>.</summary>
    public static string Of(TargetKind value) => value switch
    {
        TargetKind.Threshold => "threshold",
        TargetKind.Value => "value",
        TargetKind.Milestone => "milestone",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a form of target"),
    };

    /// <summary>Code of a column's kind: <c>table</c>.</summary>
    public static string Of(ColumnKind value) => value switch
    {
        ColumnKind.Items => "items",
        ColumnKind.Prose => "prose",
        ColumnKind.Table => "table",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "not a kind of column"),
    };
}
