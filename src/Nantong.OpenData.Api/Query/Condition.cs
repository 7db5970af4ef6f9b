namespace Nantong.OpenData.Api.Query;

/// <summary>One condition of a filter: a field, an operator, and what it is compared with.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Operands">With what: one value, or several for <c>in</c> and <c>nin</c>.</param>
internal sealed record Condition(Field Field, Operator Operator, IReadOnlyList<object> Operands)
{
    private readonly HashSet<object> wanted = [.. Operands];

    /// <summary>The condition in the one spelling that all its spellings share.</summary>
    public string Canonical { get; } = $"{Field.Path}[{Operator.Word}]={string.Join(',', Operands.Select(FieldKind.Write))}";

    /// <summary>True when the values that it names are meant to be there: such that occur nowhere are worth a warning.</summary>
    public bool Seeks => Operator is Operator.Eq or Operator.In or Operator.Contains or Operator.StartsWith;

    /// <summary>True when a record meets the condition. Of a list any element counts; <c>ne</c> and <c>nin</c> are the exact opposites of <c>eq</c>
    /// and <c>in</c>.</summary>
    public bool Holds(object record) =>
        Operator switch
        {
            Operator.IsNull => Field.Any(record, _ => true) != (bool)Operands[0],
            Operator.Ne or Operator.Nin => !Field.Any(record, wanted.Contains),
            _ => Field.Any(record, Fits),
        };

    private bool Fits(object value) =>
        Operator switch
        {
            Operator.Gt => FieldKind.Compare(value, Operands[0]) > 0,
            Operator.Gte => FieldKind.Compare(value, Operands[0]) >= 0,
            Operator.Lt => FieldKind.Compare(value, Operands[0]) < 0,
            Operator.Lte => FieldKind.Compare(value, Operands[0]) <= 0,
            Operator.Contains => ((string)value).Contains((string)Operands[0], StringComparison.Ordinal),
            Operator.StartsWith => ((string)value).StartsWith((string)Operands[0], StringComparison.Ordinal),
            _ => wanted.Contains(value),
        };
}
