using Nantong.OpenData.Api.Query;
using Nantong.OpenData.Api.Site.Layout;

namespace Nantong.OpenData.Api.Site.Filters;

/// <summary>The head of a column by which a table can be sorted.</summary>
/// <param name="Name">What the column is called.</param>
/// <param name="Href">The page sorted by it: upwards, or downwards where it is sorted upwards already.</param>
/// <param name="Direction">How it is sorted by it now, as <c>aria-sort</c> says it; null when it is not.</param>
/// <param name="IsNumber">True when numbers stand in the column.</param>
internal sealed record SortHead(string Name, string Href, string? Direction, bool IsNumber)
{
    /// <summary>What shows the direction.</summary>
    public string Arrow =>
        Direction switch
        {
            "ascending" => " ↑",
            "descending" => " ↓",
            _ => "",
        };

    /// <summary>The head of a column.</summary>
    /// <param name="view">From where the page is looked at.</param>
    /// <param name="name">What the column is called.</param>
    /// <param name="field">The field that it shows.</param>
    /// <param name="isNumber">True when numbers stand in it.</param>
    public static SortHead Of(PageView view, string name, string field, bool isNumber = false)
    {
        var asked = view.Address.Query.GetValueOrDefault(Sort.Parameter);
        var direction =
            asked == field || asked == $"{field}:asc" ? "ascending"
            : asked == $"{field}:desc" ? "descending"
            : null;
        return new(name, view.With(Sort.Parameter, direction is "ascending" ? $"{field}:desc" : field), direction, isNumber);
    }
}
