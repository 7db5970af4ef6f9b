using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Lists;

/// <summary>Which values a request wants counted.</summary>
/// <param name="Filter">In which records.</param>
/// <param name="Fields">Of which fields.</param>
internal sealed record FacetQuery(Filter Filter, IReadOnlyList<Field> Fields)
{
    /// <summary>Most fields in a request.</summary>
    public const int MaxFields = 20;

    private const string Rule = "fields of this collection that hold values, with commas between them";

    /// <summary>Reads what a request asks of a collection.</summary>
    public static Parsed<FacetQuery> Parse(IReadOnlyDictionary<string, string> query, Filterable collection)
    {
        if (!Filter.Parse(query, collection.Fields).Try(out var filter, out var error))
            return error;
        var names = query.TryGetValue(QueryParameter.FacetFields.Name, out var text) ? text.Split(',') : collection.Categories;
        if (names.Count > MaxFields)
            return new Unreadable(QueryParameter.FacetFields.Name, $"{names.Count} fields", $"at most {MaxFields} fields");

        List<Field> named = [];
        foreach (var name in names)
        {
            if (collection.Fields.FindValue(name) is not { } field || field.Kind == FieldKind.Whole)
                return new Unreadable(QueryParameter.FacetFields.Name, name, Rule);
            if (!named.Contains(field))
                named.Add(field);
        }

        return new FacetQuery(filter, named);
    }
}
