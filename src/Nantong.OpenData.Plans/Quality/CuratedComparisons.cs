using Nantong.OpenData.Plans.Places;
using Nantong.OpenData.Plans.Text;

namespace Nantong.OpenData.Plans.Quality;

/// <summary>Compares what the editors list: different names of one thing, and passages that say different things of one matter.</summary>
internal static class CuratedComparisons
{
    /// <summary>One finding for each thing with more than one name, places first, then one for each matter; the sides are the first passage with each
    /// wording.</summary>
    public static IEnumerable<Finding> Compare(Plan plan, Gazetteer gazetteer)
    {
        var doubtful = gazetteer
            .Places.SelectMany(place => place.Aliases.Where(alias => !alias.Certain).Select(alias => (place.Id, alias.Text)))
            .ToHashSet();
        foreach (var place in plan.Places)
        {
            var sides = place.Mentions.DistinctBy(mention => mention.Quote.Exact).Where(mention => !IsShort(place, mention.Quote.Exact)).ToList();
            if (sides.Count > 1)
                yield return Make(place.Id, sides, new Label("", ""), !sides.Exists(side => doubtful.Contains((place.Id, side.Quote.Exact))));
        }

        var anchors = plan.Nodes.ToDictionary(node => node.Id, node => new Lazy<Anchors>(() => new Anchors(node)), StringComparer.Ordinal);
        foreach (var name in gazetteer.Names ?? [])
        {
            var sides = Printed(name.Texts);
            if (sides.Count > 1)
                yield return Make(name.Id, sides, name.Note, name.Certain);
        }

        foreach (var passages in gazetteer.Passages ?? [])
        {
            yield return new Finding(
                $"passages.{passages.Id}",
                "passages",
                FindingResult.Differs,
                Severity.Warning,
                FindingStatus.Open,
                passages.Note,
                Sides(Printed(passages.Texts)),
                null,
                null
            );
        }

        List<Anchor> Printed(IReadOnlyList<string> texts) => [.. texts.Select(text => First(plan, text, anchors)).OfType<Anchor>()];
    }

    private static IReadOnlyList<FindingSide> Sides(IEnumerable<Anchor> anchors) =>
        [.. anchors.Select(anchor => new FindingSide(anchor.Quote.Exact, anchor, null))];

    private static Anchor? First(Plan plan, string text, Dictionary<string, Lazy<Anchors>> anchors)
    {
        var node = plan.Nodes.FirstOrDefault(node => node.Text.Contains(text, StringComparison.Ordinal));
        if (node is null)
            return null;
        var at = node.Text.IndexOf(text, StringComparison.Ordinal);
        return anchors[node.Id].Value.Of(new TextSpan(at, at + text.Length));
    }

    /// <summary>Part of the full name, as prose shortens it: 海安 for 海安市, 国际家纺产业园区 without the city.</summary>
    private static bool IsShort(Place place, string name) =>
        name != place.Name
        && (
            (place.Name.EndsWith(name, StringComparison.Ordinal) && !IsWordForAKind(name))
            || (place.Name.StartsWith(name, StringComparison.Ordinal) && place.Type is not PlaceType.Park)
        );

    /// <summary>A word that any such place could be called by: 开发区.</summary>
    private static bool IsWordForAKind(string name) => name is "开发区" or "高新区" or "示范区" or "园区" or "片区" or "新区" or "港区";

    private static Finding Make(string id, List<Anchor> sides, Label note, bool certain)
    {
        var listed = string.Join('、', sides.Select(side => $"“{side.Quote.Exact}”"));
        return new Finding(
            $"name-variants.name-{id}",
            "name-variants",
            FindingResult.Differs,
            certain ? Severity.Info : Severity.Warning,
            certain ? FindingStatus.Accepted : FindingStatus.Open,
            new Label(
                $"{(certain ? "同一事物在文中有不同名称" : "是否同一事物，文中未明")}：{listed}。{note.Zh}",
                $"{(certain ? "One thing goes by several names" : "The text does not say whether these are one thing")}: "
                    + $"{listed.Replace('、', ',')}. {note.En}".TrimEnd()
            ),
            Sides(sides),
            null,
            null
        );
    }
}
