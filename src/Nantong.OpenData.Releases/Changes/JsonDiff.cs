using System.Globalization;
using System.Text.Json;

namespace Nantong.OpenData.Releases.Changes;

/// <summary>One place where two JSON values differ.</summary>
/// <param name="Path">JSON Pointer (RFC 6901) of the place.</param>
/// <param name="From">The value before; null when there was none (a JSON null is a value).</param>
/// <param name="To">The value after; null when there is none.</param>
/// <param name="IsMember">True when a member of an object came or went, not an entry of a list.</param>
internal readonly record struct JsonDifference(string Path, JsonElement? From, JsonElement? To, bool IsMember);

/// <summary>Compares two JSON values place by place.</summary>
internal static class JsonDiff
{
    /// <summary>The differences, in an order in which they can be applied one after the other.</summary>
    /// <remarks>Numbers are equal when they are written alike: 4.50 is not 4.5, so that applying gives the same text. Lists are compared between
    /// their equal ends.</remarks>
    public static List<JsonDifference> Compare(JsonElement from, JsonElement to, string path = "")
    {
        List<JsonDifference> differences = [];
        Compare(from, to, path, differences);
        return differences;
    }

    /// <summary>A member's name or a list position as a step of a JSON Pointer.</summary>
    public static string Step(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Step(int position) => string.Create(CultureInfo.InvariantCulture, $"/{position}");

    private static void Compare(JsonElement from, JsonElement to, string path, List<JsonDifference> into)
    {
        if (from.ValueKind is JsonValueKind.Object && to.ValueKind is JsonValueKind.Object)
            CompareObjects(from, to, path, into);
        else if (from.ValueKind is JsonValueKind.Array && to.ValueKind is JsonValueKind.Array)
            CompareLists(List(from), List(to), path, into);
        else if (!AreEqual(from, to))
            into.Add(new(path, from, to, false));
    }

    private static void CompareObjects(JsonElement from, JsonElement to, string path, List<JsonDifference> into)
    {
        var after = Members(to);
        foreach (var (name, value) in Members(from))
        {
            if (after.Remove(name, out var other))
                Compare(value, other, path + Step(name), into);
            else
                into.Add(new(path + Step(name), value, null, true));
        }

        into.AddRange(
            from added in to.EnumerateObject()
            where after.ContainsKey(added.Name)
            select new JsonDifference(path + Step(added.Name), null, added.Value, true)
        );
    }

    private static void CompareLists(JsonElement[] from, JsonElement[] to, string path, List<JsonDifference> into)
    {
        var (start, end, shorter) = (0, 0, Math.Min(from.Length, to.Length));
        while (start < shorter && AreEqual(from[start], to[start]))
            start++;
        while (end < shorter - start && AreEqual(from[^(end + 1)], to[^(end + 1)]))
            end++;

        for (var at = start; at < shorter - end; at++)
            Compare(from[at], to[at], path + Step(at), into);
        for (var at = shorter - end; at < to.Length - end; at++)
            into.Add(new(path + Step(at), null, to[at], false));
        for (var at = from.Length - end - 1; at >= shorter - end; at--) // from behind, so that positions hold
            into.Add(new(path + Step(at), from[at], null, false));
    }

    private static bool AreEqual(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind
        && one.ValueKind switch
        {
            JsonValueKind.Object => HaveEqualMembers(Members(one), Members(other)),
            JsonValueKind.Array => one.GetArrayLength() == other.GetArrayLength() && List(one).Zip(List(other), AreEqual).All(equal => equal),
            JsonValueKind.Number => string.Equals(one.GetRawText(), other.GetRawText(), StringComparison.Ordinal),
            JsonValueKind.String => string.Equals(one.GetString(), other.GetString(), StringComparison.Ordinal),
            _ => true,
        };

    private static bool HaveEqualMembers(Dictionary<string, JsonElement> one, Dictionary<string, JsonElement> other) =>
        one.Count == other.Count && one.All(member => other.TryGetValue(member.Key, out var value) && AreEqual(member.Value, value));

    private static JsonElement[] List(JsonElement value) => value.EnumerateArray().ToArray();

    private static Dictionary<string, JsonElement> Members(JsonElement value)
    {
        Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
            members[member.Name] = member.Value;
        return members;
    }
}
