using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>One key of an order.</summary>
/// <param name="Field">The field.</param>
/// <param name="Descending">True when the greatest value comes first.</param>
internal sealed record SortKey(Field Field, bool Descending);

/// <summary>In which order a request wants a list.</summary>
/// <param name="Keys">The keys, the first one first; empty for the list's own order.</param>
internal sealed record Sort(IReadOnlyList<SortKey> Keys)
{
    /// <summary>Name of the parameter.</summary>
    public const string Parameter = "sort";

    /// <summary>Most keys in a request.</summary>
    public const int MaxKeys = 5;

    /// <summary>What a request may ask for.</summary>
    public const string Rule = "fields with one value each, with commas between them, each with :asc or :desc behind it or nothing, which means :asc";

    /// <summary>The list's own order.</summary>
    public static Sort Natural { get; } = new([]);

    /// <summary>The order in the one spelling that all its spellings share.</summary>
    public string Canonical { get; } = string.Join(',', Keys.Select(key => $"{key.Field.Path}:{(key.Descending ? "desc" : "asc")}"));

    /// <summary>Reads an order: <c>target.value:desc,seq</c>.</summary>
    public static Parsed<Sort> Parse(string text, FieldSet fields)
    {
        var entries = text.Split(',');
        if (entries.Length > MaxKeys)
            return new Unreadable(Parameter, text, $"at most {MaxKeys} fields");

        List<SortKey> keys = [];
        foreach (var entry in entries)
        {
            var (name, direction) = entry.Split(':') switch
            {
                [var only] => (only, "asc"),
                [var field, var way] => (field, way),
                _ => (entry, ""),
            };
            if (fields.FindValue(name) is not { Many: false } found || found.Kind == FieldKind.Whole)
                return new Unreadable(Parameter, name, Rule);
            if (direction is not ("asc" or "desc"))
                return new Unreadable(Parameter, entry, Rule);
            if (keys.Exists(key => key.Field == found))
                return new Unreadable(Parameter, entry, $"{Rule}; no field twice");
            keys.Add(new(found, direction is "desc"));
        }

        return new Sort(keys);
    }

    /// <summary>The keys that a mistyped one may mean: the nearest fields, and downwards where a minus stands in front, as other services write
    /// it.</summary>
    public static IReadOnlyList<string> Near(string typed, IReadOnlyList<string> fields)
    {
        if (!typed.StartsWith('-'))
            return DidYouMean.Of(typed, fields);
        var name = typed[1..];
        return [.. (fields.Contains(name) ? [name] : DidYouMean.Of(name, fields)).Select(field => $"{field}:desc")];
    }

    /// <summary>Puts records in order. What has no value comes last either way; what tells records apart decides at last, so that an order has no
    /// chance in it.</summary>
    public IReadOnlyList<T> Apply<T>(IReadOnlyList<T> records, Func<T, string> id)
        where T : notnull
    {
        if (Keys is [])
            return records;

        var rows = records
            .Select(record => (Record: record, Values: Keys.Select(key => key.Field.Value(record)).ToArray(), Id: id(record)))
            .ToArray();
        Array.Sort(rows, (a, b) => Compare(a.Values, b.Values) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id));
        return Array.ConvertAll(rows, row => row.Record);
    }

    private int Compare(object?[] a, object?[] b)
    {
        for (var index = 0; index < Keys.Count; index++)
        {
            var order = (a[index], b[index]) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                var (left, right) => Keys[index].Descending ? FieldKind.Compare(right, left) : FieldKind.Compare(left, right),
            };
            if (order != 0)
                return order;
        }

        return 0;
    }
}
