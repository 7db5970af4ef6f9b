using System.Text.Json;
using Nantong.OpenData.Api.Formats;
using Nantong.OpenData.Api.Pins;
using Nantong.OpenData.Api.ProblemDetails;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Representations;

namespace Nantong.OpenData.Api.Lists;

/// <summary>Which values fields have, and how often, in the records that a filter lets pass.</summary>
/// <param name="Total">Number of those records.</param>
/// <param name="Facets">For each field its values, the most frequent first. A record counts once for each value that it has.</param>
public sealed record FacetCounts(int Total, IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets);

/// <summary>One value of a field.</summary>
/// <param name="Value">The value: text, number or boolean; null for records that have none.</param>
/// <param name="Count">Number of records that have it.</param>
public sealed record FacetValue(JsonElement? Value, int Count);

/// <summary>Counts values.</summary>
internal static class Facets
{
    /// <summary>Counts the values of a release's collection, as a request asks.</summary>
    public static Results<Representation<FacetCounts>, Problem> Count<T>(
        this PinnedRelease release,
        IReadOnlyList<T> all,
        Collection<T> collection,
        bool moves = false
    )
        where T : notnull
    {
        if (!FacetQuery.Parse(release.Address.Query, collection.Filterable).Try(out var wanted, out var error))
            return Problems.Invalid(error, collection.Filterable.Allowed(error.Where));

        T[] matching = [.. all.Where(record => wanted.Filter.Matches(record))];
        var counts = new FacetCounts(matching.Length, wanted.Fields.ToDictionary(field => field.Path, field => Count(field, matching)));
        return new Representation<FacetCounts>(counts, Wire.Json.FacetCounts, release)
        {
            Warnings = [.. FilterWarnings.Of(wanted.Filter, collection, all, matching.Length, release.Address.Language, release)],
            Moves = moves,
            Links = new Dictionary<string, string> { ["collection"] = release.Href(release.Below[..release.Below.LastIndexOf('/')]) },
        };
    }

    private static IReadOnlyList<FacetValue> Count<T>(Field field, IReadOnlyList<T> records)
        where T : notnull
    {
        Dictionary<object, int> counts = [];
        var without = 0;
        foreach (var record in records)
        {
            var values = field.Values(record).Distinct().ToArray();
            if (values is [])
                without++;
            foreach (var value in values)
                counts[value] = counts.GetValueOrDefault(value) + 1;
        }

        IEnumerable<FacetValue> none = without > 0 ? [new(null, without)] : [];
        return
        [
            .. counts
                .OrderByDescending(value => value.Value)
                .ThenBy(value => value.Key, Comparer<object>.Create(FieldKind.Compare))
                .Select(value => new FacetValue(ToJson(value.Key), value.Value)),
            .. none,
        ];
    }

    private static JsonElement ToJson(object value) =>
        value switch
        {
            decimal number => JsonSerializer.SerializeToElement(number, Wire.Json.Decimal),
            bool truth => JsonSerializer.SerializeToElement(truth, Wire.Json.Boolean),
            _ => JsonSerializer.SerializeToElement(FieldKind.Write(value), Wire.Json.String),
        };
}
