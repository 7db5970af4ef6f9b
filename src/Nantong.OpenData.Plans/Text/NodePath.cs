namespace Nantong.OpenData.Plans.Text;

/// <summary>The three spellings of a node's place: id <c>ch5.s5.p2</c>, path <c>/ch5/s5/p2</c>, Akoma Ntoso eId
/// <c>chp_5__sec_5__para_2</c>.</summary>
public static class NodePath
{
    private static readonly Dictionary<string, string> EidNames = new(StringComparer.Ordinal)
    {
        ["ch"] = "chp",
        ["s"] = "sec",
        ["p"] = "para",
        ["col"] = "box",
        ["i"] = "item",
        ["table"] = "tbl",
        ["r"] = "tr",
        ["pre"] = "preamble",
    };

    /// <summary>The path of an id.</summary>
    public static string FromId(string id) => "/" + id.Replace('.', '/');

    /// <summary>The id of a path; slashes at either end are not looked at.</summary>
    public static string ToId(string path) => path.Trim('/').Replace('/', '.');

    /// <summary>The Akoma Ntoso eId of an id: abbreviation, underscore, number; two underscores between levels.</summary>
    public static string ToEid(string id) => string.Join("__", id.Split('.').Select(EidPart));

    private static string EidPart(string part)
    {
        var name = part.TrimEnd(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        var number = part[name.Length..];
        var known = EidNames.GetValueOrDefault(name, name);
        return number.Length == 0 ? known : $"{known}_{number}";
    }
}
