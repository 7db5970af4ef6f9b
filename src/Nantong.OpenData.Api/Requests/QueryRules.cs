using System.Globalization;
using Nantong.OpenData.Api.Contracts;
using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Requests;

/// <summary>What can be said of a query by the route alone: parameters that nobody reads, and values that break a rule. All of it is said at
/// once.</summary>
internal static class QueryRules
{
    /// <summary>The refusal of a query; null when its route can go on with it.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="metadata">What the route says of itself.</param>
    public static Problem? Refuse(IReadOnlyDictionary<string, string> query, EndpointMetadataCollection metadata)
    {
        var (known, asked) = (AcceptedParameters.By(metadata), metadata.GetMetadata<FilterMetadata>()?.Of);
        List<Problem> faults = [];
        foreach (var (name, value) in query)
        {
            var parameter = known.FirstOrDefault(parameter => parameter.Name == name);
            if (parameter is null && (asked is null || FilterName.Parse(name, asked.Fields) is null))
                faults.Add(Unknown(name, [.. known.Select(other => other.Name)], asked?.Fields));
            else if (parameter == QueryParameter.Lang && Language.Find(value) is null)
                faults.Add(
                    Problems.Invalid(
                        new Unreadable(name, value, "the tag of one of the languages, such as zh or zh-CN"),
                        [.. Language.All.Select(language => language.Tag)]
                    )
                );
            else if ((parameter == QueryParameter.Header || parameter == QueryParameter.Envelope) && !parameter.Values.Contains(value))
                faults.Add(Problems.Invalid(new Unreadable(name, value, "one of the allowed words"), parameter.Values));
            else if (
                parameter == QueryParameter.FieldsOfRecord
                && metadata.GetMetadata<RecordMetadata>() is { Of: var record }
                && Projection.Parse(value, record.Fields).Error is { } field
            )
                faults.Add(Problems.Invalid(field, record.Allowed(name)));
            else if (query.Count > 1 && FindFault(name, value, parameter, known, asked) is { } fault) // of a single one the handler tells
                faults.Add(Problems.Invalid(fault, asked?.Allowed(name) ?? []));
        }

        return faults is [] ? null : Problems.Together(faults);
    }

    /// <summary>Why the value of a parameter is wrong, whatever stands beside it; null when only the handler can tell.</summary>
    private static Unreadable? FindFault(string name, string value, QueryParameter? parameter, IReadOnlyList<QueryParameter> known, Filterable? asked)
    {
        Dictionary<string, string> alone = new() { [name] = value };
        if (asked is not null && known.Contains(QueryParameter.FacetFields) && (parameter is null || parameter == QueryParameter.FacetFields))
            return FacetQuery.Parse(alone, asked).Error;
        if (parameter == QueryParameter.Bom)
            return CsvForm.Parse(alone).Error;
        if (parameter == QueryParameter.Cursor)
            return null; // it belongs to the filter and the order
        if (asked is not null && parameter?.Name is "include")
            return value.Split(',').FirstOrDefault(one => asked.Expansions.All(expansion => expansion.Name != one)) is { } strange
                ? new(name, strange, RecordShape.Rule)
                : null;
        if (asked is not null)
            return ListQuery.Parse(alone, "", asked.Fields).Error;
        return parameter is { Type: "integer", Minimum: { } least, Maximum: { } most } && !ListQuery.TryWhole(value, least, most, out _)
            ? new(name, value, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"))
            : null;
    }

    private static Problem Unknown(string name, IReadOnlyList<string> parameters, FieldSet? fields) =>
        (fields, FilterName.Split(FilterSpelling.Plain(name))) switch
        {
            (null, _) => Problems.UnknownParameter(name, parameters),
            (_, (var path, var word)) when fields.FindValue(path) is { } field => Problems.UnknownOperator(
                name,
                word ?? Operator.Eq.Word,
                path,
                [.. field.Kind.Operators.Select(op => op.Word)],
                fields.Scalars.Where(inner => inner.Path.StartsWith($"{field.Path}.", StringComparison.Ordinal)).Select(inner => inner.Path)
            ),
            (_, (var path, { })) => Problems.UnknownField(name, path, [.. fields.All.Select(field => field.Path)]),
            _ => Problems.UnknownParameter(name, [.. parameters, .. fields.All.Select(field => field.Path)]),
        };
}
