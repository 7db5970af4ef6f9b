namespace Nantong.OpenData.Api.Query;

/// <summary>The name of a parameter that is a condition: <c>target.value[gte]</c>, or a field alone, which means <c>eq</c>.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">The operator.</param>
internal sealed record FilterName(Field Field, Operator Operator)
{
    /// <summary>Reads a name; null when it is not that of a condition.</summary>
    public static FilterName? Parse(string name, FieldSet fields)
    {
        var (path, word) = Split(name);
        return fields.FindValue(path) is { } field && Operators.Find(word ?? Operator.Eq.Word) is { } op && field.Kind.Operators.Contains(op)
            ? new(field, op)
            : null;
    }

    /// <summary>Takes field and operator apart: <c>target.value</c> and <c>gte</c>; no operator when the name has no brackets.</summary>
    public static (string Path, string? Operator) Split(string name) =>
        name.IndexOf('[') is var bracket and > 0 && name.EndsWith(']') ? (name[..bracket], name[(bracket + 1)..^1]) : (name, null);

    /// <summary>Every name that is a condition on a field.</summary>
    public static IEnumerable<string> Of(Field field) => field.Kind.Operators.Select(op => $"{field.Path}[{op.Word}]");
}
