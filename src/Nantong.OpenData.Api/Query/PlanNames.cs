using System.Runtime.CompilerServices;
using Nantong.OpenData.Storage.Reading;

namespace Nantong.OpenData.Api.Query;

/// <summary>The names by which people call what has an id: whoever writes the name of an indicator where its id is wanted is told the id.</summary>
internal sealed class PlanNames
{
    private const int Most = 3;

    private static readonly ConditionalWeakTable<Snapshot, PlanNames> Known = [];

    private readonly (string Name, string Id)[] all;

    private PlanNames(Snapshot snapshot) =>
        all = [
            .. snapshot.Indicators.SelectMany(indicator =>
                new[] { indicator.Name, indicator.Label.Zh, indicator.Label.En }.Select(name => (name, indicator.Id))
            ),
            .. snapshot.Places.SelectMany(place =>
                place.Aliases.Append(place.Name).Append(place.Label.Zh).Append(place.Label.En).Select(name => (name, place.Id))
            ),
            .. snapshot.SpatialStructures.SelectMany(structure => new[] { (structure.Name, structure.Id) }),
        ];

    /// <summary>The names in a release.</summary>
    public static PlanNames Of(Snapshot snapshot) => Known.GetValue(snapshot, loaded => new PlanNames(loaded));

    /// <summary>The ids of what is called so, or else of what has the words in its name; at most three, and none when more are called so.</summary>
    public IReadOnlyList<string> Find(string typed)
    {
        var words = typed.Trim();
        if (words.Length is < 2 or > 100)
            return [];
        var named = Ids(name => name.Equals(words, StringComparison.OrdinalIgnoreCase));
        if (named is [])
            named = Ids(name =>
                name.Contains(words, StringComparison.OrdinalIgnoreCase)
                || (name.Length > 3 && words.Contains(name, StringComparison.OrdinalIgnoreCase))
            );
        return named.Length <= Most ? named : [];
    }

    private string[] Ids(Predicate<string> called) => [.. all.Where(one => called(one.Name)).Select(one => one.Id).Distinct()];
}
