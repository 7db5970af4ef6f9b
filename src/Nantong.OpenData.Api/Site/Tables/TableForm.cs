using Nantong.OpenData.Api.Query;

namespace Nantong.OpenData.Api.Site.Tables;

/// <summary>One condition of the form.</summary>
/// <param name="Number">Which one, from 1.</param>
/// <param name="Field">The column; empty when none is chosen.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Value">With what.</param>
internal sealed record FormCondition(int Number, string Field, string Operator, string Value)
{
    /// <summary>True when it says something.</summary>
    public bool IsSet => Field is not "" && Value is not "";

    /// <summary>The parameter of the data that says the same.</summary>
    public string Parameter => Operator == Query.Operator.Eq.Word ? Field : $"{Field}[{Operator}]";
}

/// <summary>What somebody filled into the form that makes a table.</summary>
/// <param name="Columns">The columns, in the order of the dataset; empty for all.</param>
/// <param name="Conditions">The conditions, set or not.</param>
/// <param name="Header">In which words the heads of the columns are: <c>zh</c>, or <c>id</c>.</param>
internal sealed record TableForm(IReadOnlyList<string> Columns, IReadOnlyList<FormCondition> Conditions, string Header)
{
    private const int Most = 3;

    /// <summary>The parameters of the page besides those of the data.</summary>
    public static IEnumerable<QueryParameter> Parameters =>
        Enumerable
            .Range(1, Most)
            .SelectMany(number =>
                (QueryParameter[])
                    [
                        new($"where{number}", "Column of a condition.", "string"),
                        new($"is{number}", "How it is compared.", "string"),
                        new($"value{number}", "With what.", "string"),
                    ]
            );

    /// <summary>The ways to compare that people use; programs have more.</summary>
    public static IReadOnlyList<Operator> Operators { get; } =
    [Operator.Eq, Operator.Ne, Operator.Gte, Operator.Lte, Operator.Gt, Operator.Lt, Operator.Contains];

    /// <summary>Reads the form. What it does not know it leaves out: a form of a browser has no other values.</summary>
    /// <param name="query">The query of the page.</param>
    /// <param name="known">Names of the columns that can be asked for.</param>
    public static TableForm Read(IReadOnlyDictionary<string, string> query, IReadOnlyList<string> known)
    {
        string[] asked = query.GetValueOrDefault(QueryParameter.Fields.Name, "").Split(',');
        var conditions = Enumerable
            .Range(1, Most)
            .Select(number => new FormCondition(
                number,
                Of(query, "where", number) is var field && known.Contains(field) ? field : "",
                Operators.Select(op => op.Word).FirstOrDefault(word => word == Of(query, "is", number)) ?? Operator.Eq.Word,
                Of(query, "value", number).Trim()
            ));
        return new([.. known.Where(asked.Contains)], [.. conditions], query.GetValueOrDefault(QueryParameter.Header.Name, ""));
    }

    /// <summary>The query of the data that the form asks for, without what only CSV knows.</summary>
    public Dictionary<string, string> ConditionsOfData()
    {
        Dictionary<string, string> conditions = new(StringComparer.Ordinal);
        foreach (var condition in Conditions.Where(condition => condition.IsSet))
            conditions[condition.Parameter] = condition.Value;
        return conditions;
    }

    private static string Of(IReadOnlyDictionary<string, string> query, string name, int number) => query.GetValueOrDefault($"{name}{number}", "");
}
