using System.Text.RegularExpressions;
using Nantong.OpenData.Plans;

namespace Nantong.OpenData.Api.Query;

/// <summary>
/// The other spellings of conditions, as generated clients send them. Some take <c>filter</c> for an object and write it as <c>deepObject</c>:
/// <c>filter[target.value]=70</c>, <c>filter[target.value[gte]]=70</c>, <c>filter[target.value][gte]=70</c>. Others take it for a text, which is then
/// what would stand in the query: <c>filter=target.value[gte]=70&amp;category.id=city-function</c>, once escaped.
/// </summary>
internal static partial class FilterSpelling
{
    /// <summary>The parameter's name.</summary>
    public const string Name = "filter";

    private const string Prefix = Name + "[";
    private const string Rule =
        "conditions such as target.value[gte]=70, with & between them; or an object that is sent as filter[target.value[gte]]=70";

    /// <summary>True for a query that has a condition in one of these spellings.</summary>
    public static bool IsIn(IReadOnlyDictionary<string, string> query) =>
        query.Keys.Any(name => name is Name || name.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>True for a text that holds conditions on these fields.</summary>
    public static bool IsConditions(string text, FieldSet fields) =>
        TakeApart(new Dictionary<string, string> { [Name] = text }).Try(out var conditions, out _)
        && conditions.All(pair => FilterName.Parse(Plain(pair.Key), fields) is not null);

    /// <summary>The query with every condition in the one spelling that links and cursors use.</summary>
    /// <param name="query">The query, one text per name.</param>
    /// <param name="fields">The fields that conditions can name.</param>
    /// <returns>The query, or the condition that is given in two spellings, or the text that holds none. What names no condition stays as it
    /// is.</returns>
    public static Parsed<Dictionary<string, string>> Unify(IReadOnlyDictionary<string, string> query, FieldSet fields)
    {
        if (!TakeApart(query).Try(out var conditions, out var unreadable))
            return unreadable;

        Dictionary<string, string> unified = new(StringComparer.Ordinal);
        Dictionary<FilterName, string> given = [];
        foreach (var (name, text) in conditions)
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
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(']'))
            return name;

        var inner = name[Prefix.Length..^1];
        return inner.IndexOf("][", StringComparison.Ordinal) is var end and > 0 ? $"{inner[..end]}[{inner[(end + 2)..]}]" : inner;
    }

    /// <summary>The query with the conditions of the one text each as a parameter, <c>filter[…]</c> around its name.</summary>
    private static Parsed<List<KeyValuePair<string, string>>> TakeApart(IReadOnlyDictionary<string, string> query)
    {
        List<KeyValuePair<string, string>> apart = [];
        foreach (var (name, text) in query)
        {
            if (name is not Name)
            {
                apart.Add(new(name, text));
                continue;
            }

            foreach (var condition in Between().Split(text))
            {
                if (Condition().Match(condition) is not { Success: true } match)
                    return new Unreadable(Name, text, Rule);
                var parameter = $"{Prefix}{match.Groups["name"].Value}]";
                if (query.ContainsKey(parameter) || apart.Any(pair => pair.Key == parameter))
                    return new Unreadable(Name, text, $"each condition once: {match.Groups["name"].Value} is given twice");
                apart.Add(new(parameter, match.Groups["value"].Value));
            }
        }

        return apart;
    }

    /// <summary>What stands between two conditions; a comma where the parameter itself was given twice.</summary>
    [GeneratedRegex(@"&|,(?=[\w.-]+(\[\w+\])?=)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?<name>[\w.-]+(\[\w+\])?)=(?<value>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Condition();
}
