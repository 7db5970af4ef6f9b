using System.Globalization;

namespace Nantong.OpenData.Plans.Inputs;

/// <summary>Finds a value by the path that our messages name: <c>$.indicators[3].id</c>.</summary>
internal static class JsonPath
{
    /// <summary>The value at a path, or the last one on the way that is there.</summary>
    public static JsonPlace Find(JsonPlace root, string path)
    {
        var place = root;
        foreach (var step in path.Split('.', '[').Skip(1))
        {
            var next = step.EndsWith(']')
                ? place.Items.ElementAtOrDefault(int.Parse(step.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture))
                : place.Members.FirstOrDefault(member => member.Name == step)?.Value;
            if (next is null)
                return place;
            place = next;
        }

        return place;
    }
}
