using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>Which records a request asks for: those that meet every condition.</summary>
/// <param name="Conditions">The conditions, in one order whatever the order of the query.</param>
internal sealed record Filter(IReadOnlyList<Condition> Conditions)
{
    /// <summary>Most conditions in a request.</summary>
    public const int MaxConditions = 20;

    /// <summary>Most values in a list.</summary>
    public const int MaxValues = 100;

    /// <summary>The filter in the one spelling that all its spellings share; empty when it lets everything pass.</summary>
    public string Canonical { get; } = string.Join('&', Conditions.Select(condition => condition.Canonical));

    /// <summary>True when a record meets every condition.</summary>
    public bool Matches(object record)
    {
        foreach (var condition in Conditions)
            if (!condition.Holds(record))
                return false;
        return true;
    }

    /// <summary>The values that a field must have one of, by <c>eq</c> and <c>in</c>; null when they do not say.</summary>
    /// <remarks>For who can look such records up faster than by looking at all of them. What else is asked of the field, only <see cref="Matches"/>
    /// knows.</remarks>
    public IReadOnlySet<object>? Among(string path)
    {
        HashSet<object>? values = null;
        foreach (var condition in Of(path).Where(condition => condition.Operator is Operator.Eq or Operator.In))
        {
            values ??= [.. condition.Operands];
            values.IntersectWith(condition.Operands);
        }

        return values;
    }

    /// <summary>The least and the greatest value that a field may have, by <c>gt</c>, <c>gte</c>, <c>lt</c> and <c>lte</c>, both included; null where
    /// there is no limit.</summary>
    /// <remarks>No narrower than the conditions: a value within may still fail <see cref="Matches"/>, one without always does.</remarks>
    public (object? Least, object? Most) Bounds(string path)
    {
        var lower = Of(path).Where(condition => condition.Operator is Operator.Gt or Operator.Gte).Select(condition => condition.Operands[0]);
        var upper = Of(path).Where(condition => condition.Operator is Operator.Lt or Operator.Lte).Select(condition => condition.Operands[0]);
        var order = Comparer<object>.Create(FieldKind.Compare);
        return (lower.Max(order), upper.Min(order));
    }

    private IEnumerable<Condition> Of(string path) => Conditions.Where(condition => condition.Field.Path == path);

    /// <summary>Reads the conditions of a query: every parameter that names a field.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="fields">The fields that conditions can name.</param>
    public static Parsed<Filter> Parse(IReadOnlyDictionary<string, string> query, FieldSet fields)
    {
        List<Condition> conditions = [];
        foreach (var (name, text) in query)
        {
            if (FilterName.Parse(name, fields) is not { } named)
                continue;
            if (conditions.Count == MaxConditions)
                return new Unreadable(name, text, $"one of at most {MaxConditions} conditions");
            if (!Read(name, text, named).Try(out var condition, out var error))
                return error;
            conditions.Add(condition);
        }

        return new Filter([.. conditions.OrderBy(condition => condition.Canonical, StringComparer.Ordinal)]);
    }

    private static Parsed<Condition> Read(string name, string text, FilterName named)
    {
        var (field, op) = named;
        if (text.Length > ListQuery.MaxLength)
            return new Unreadable(name, text, $"at most {ListQuery.MaxLength} characters long");
        if (op is Operator.IsNull)
            return FieldKind.Boolean.Read(text) is { } truth ? new Condition(field, op, [truth]) : new Unreadable(name, text, FieldKind.Boolean.Rule);

        var several = op is Operator.In or Operator.Nin;
        string[] texts = several ? text.Split(',') : [text];
        if (texts.Length > MaxValues)
            return new Unreadable(name, $"{texts.Length} values", $"a list of at most {MaxValues} values");
        if (several && texts.Contains(""))
            return new Unreadable(name, text, "a list of values with a comma between each two");

        var values = new object[texts.Length];
        foreach (var (index, one) in texts.Index())
        {
            if (field.Kind.Read(one) is not { } value)
                return new Unreadable(
                    name,
                    one,
                    several || field.Kind == FieldKind.Text
                        ? field.Kind.Rule
                        : $"{field.Kind.Rule}; several values stand in {field.Path}[in], with commas"
                );
            values[index] = value;
        }

        return new Condition(field, op, values);
    }
}
