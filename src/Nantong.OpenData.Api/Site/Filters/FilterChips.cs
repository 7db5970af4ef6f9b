using Nantong.OpenData.Api.Lists;
using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;
using Nantong.OpenData.Api.Site.Reading;

namespace Nantong.OpenData.Api.Site.Filters;

/// <summary>The values of a filter as links, each with how many records it would leave where the other filters stay as they are.</summary>
/// <param name="view">From where the page is looked at.</param>
/// <param name="fields">The fields that filters can name.</param>
/// <param name="all">The records.</param>
internal sealed class FilterChips<T>(PageView view, FieldSet fields, IReadOnlyList<T> all)
    where T : notnull
{
    private const int Most = 12; // more are no choice but a list

    /// <summary>The chips of one filter, the most frequent value first.</summary>
    /// <param name="name">What it filters by.</param>
    /// <param name="parameter">The parameter that it is.</param>
    /// <param name="valuesOf">The values of a record, as the parameter takes them.</param>
    /// <param name="title">What a value is called.</param>
    /// <param name="inOrder">True to keep the values in the order of the records.</param>
    public FacetModel Of(string name, string parameter, Func<T, IEnumerable<string>> valuesOf, Func<string, string> title, bool inOrder = false)
    {
        var chosen = view.Address.Query.GetValueOrDefault(parameter);
        var others = Without(parameter);
        var left = all.Where(record => others.Matches(record)).ToList();
        var counts = left.SelectMany(valuesOf).CountBy(value => value).ToList();
        if (!inOrder)
            counts = [.. counts.OrderByDescending(count => count.Value)];
        if (chosen is not null && counts.TrueForAll(count => count.Key != chosen))
            counts.Insert(0, new(chosen, left.Count(Holds)));
        return new(
            name,
            chosen is null ? null : view.With(parameter, null),
            [
                .. counts
                    .Where((count, index) => index < Most || count.Key == chosen)
                    .Select(count => new FacetChoice(title(count.Key), count.Value, chosen == count.Key ? null : view.With(parameter, count.Key))),
            ]
        );

        bool Holds(T record) => Read(new Dictionary<string, string> { [parameter] = chosen }).Matches(record);
    }

    /// <summary>What the page asks for but for one parameter.</summary>
    private Filter Without(string parameter) => Read(view.Address.Query.Where(pair => pair.Key != parameter).ToDictionary(StringComparer.Ordinal));

    /// <summary>The filter of a query, which the page's own request has been read with before.</summary>
    private Filter Read(IReadOnlyDictionary<string, string> query) => Filter.Parse(query, fields).Value ?? new Filter([]);
}
