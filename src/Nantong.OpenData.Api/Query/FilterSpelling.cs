using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>
/// The other spelling of conditions, as clients send them that take <c>filter</c> for an object and write it as <c>deepObject</c>:
/// <c>filter[target.value]=70</c>, <c>filter[target.value[gte]]=70</c>, <c>filter[target.value][gte]=70</c>.
/// </summary>
internal static class FilterSpelling
{
    private const string Prefix = "filter[";

    /// <summary>True for a query that has a condition in this spelling.</summary>
    public static bool IsIn(IReadOnlyDictionary<string, string> query) => query.Keys.Any(name => name.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>The query with every condition in the one spelling that links and cursors use.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="fields">The fields that conditions can name.</param>
    /// <returns>The query, or the condition that is given in both spellings. What names no condition stays as it is.</returns>
    public static Parsed<Dictionary<string, string>> Unify(IReadOnlyDictionary<string, string> query, FieldSet fields)
    {
        Dictionary<string, string> unified = new(StringComparer.Ordinal);
        Dictionary<FilterName, string> given = [];
        foreach (var (name, text) in query)
        {
            var plain = Plain(name);
            var condition = FilterName.Parse(plain, fields);
            if (condition is not null && !given.TryAdd(condition, name) && (plain != name || Plain(given[condition]) != given[condition]))
                return new Unreadable(name, text, $"given once: it is the same condition as {given[condition]}, in another spelling");
            unified[condition is null ? name : plain] = text;
        }

        return unified;
    }

    /// <summary>The name of a condition without the <c>filter[…]</c> around it; any other name as it is.</summary>
    public static string Plain(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(']')) return name;

        var inner = name[Prefix.Length..^1];
        return inner.IndexOf("][", StringComparison.Ordinal) is var end and > 0 ? $"{inner[..end]}[{inner[(end + 2)..]}]" : inner;
    }
}
