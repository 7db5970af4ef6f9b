namespace Nantong.OpenData.Api.Query;

/// <summary>How a filter compares a field with what is asked for: <c>field[gte]=70</c>.</summary>
internal enum Operator
{
    Eq,
    Ne,
    Gt,
    Gte,
    Lt,
    Lte,
    In,
    Nin,
    Contains,
    StartsWith,
    IsNull,
}

/// <summary>The words of the operators.</summary>
internal static class Operators
{
    /// <summary>For fields of text.</summary>
    public static IReadOnlyList<Operator> OfText { get; } = Enum.GetValues<Operator>();

    /// <summary>For fields whose values have an order, and no parts.</summary>
    public static IReadOnlyList<Operator> OfOrder { get; } = [.. OfText.Where(op => op is not (Operator.Contains or Operator.StartsWith))];

    /// <summary>For fields that are true or false.</summary>
    public static IReadOnlyList<Operator> OfTruth { get; } = [Operator.Eq, Operator.Ne, Operator.In, Operator.Nin, Operator.IsNull];

    /// <summary>For fields that hold no single value: they can be there or not.</summary>
    public static IReadOnlyList<Operator> OfPresence { get; } = [Operator.IsNull];

    private static readonly Dictionary<string, Operator> ByWord = OfText.ToDictionary(op => op.Word, StringComparer.Ordinal);

    extension(Operator op)
    {
        /// <summary>The operator as it stands between brackets: <c>startswith</c>.</summary>
        public string Word => op.ToString().ToLowerInvariant();
    }

    /// <summary>The operator that a word names; null when none does.</summary>
    public static Operator? Find(string word) => ByWord.TryGetValue(word, out var op) ? op : null;
}
